//! A small gzip body that becomes a large one.

use std::sync::OnceLock;

use bytes::Bytes;
use flate2::{Compress, Compression, Crc, FlushCompress};
use settled::Reply;

use super::gzip;

const MIB: usize = 1 << 20;

/// A 200 reply whose gzip body of about 520 KB becomes 512 MiB of zeros: a reader that bounds only what it receives
/// runs out of memory. The body is made once.
///
/// ```
/// let bomb = settled_testkit::reply::gzip_bomb();
/// assert!(bomb.body().len() < 1 << 20);
/// ```
pub fn gzip_bomb() -> Reply {
    static BODY: OnceLock<Bytes> = OnceLock::new();
    gzip(BODY.get_or_init(|| zeros(512).into()).clone())
}

/// A gzip file of so many MiB of zeros.
///
/// One MiB is compressed once, with a full flush, which makes it a piece that can be repeated: quick also where nothing
/// is optimised.
fn zeros(mib: usize) -> Vec<u8> {
    let plain = vec![0; MIB];
    let mut piece = Vec::with_capacity(MIB / 64);
    let mut deflate = Compress::new(Compression::best(), false);
    // Fails on a wrong stream state only, which a new one cannot have.
    let _ = deflate.compress_vec(&plain, &mut piece, FlushCompress::Full);
    debug_assert_eq!(deflate.total_in(), MIB as u64);

    let mut crc = Crc::new();
    let mut piece_crc = Crc::new();
    piece_crc.update(&plain);

    let mut file = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
    for _ in 0..mib {
        file.extend_from_slice(&piece);
        crc.combine(&piece_crc);
    }
    // An empty last block, then the sum and the length.
    file.extend_from_slice(&[3, 0]);
    file.extend_from_slice(&crc.sum().to_le_bytes());
    file.extend_from_slice(&crc.amount().to_le_bytes());
    file
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn the_file_is_right_to_the_last_byte() {
        let mut plain = Vec::new();
        GzDecoder::new(zeros(5).as_slice()).read_to_end(&mut plain).expect("length and sum fit");
        assert_eq!(plain.len(), 5 * MIB);
        assert!(plain.iter().all(|byte| *byte == 0));
    }

    #[test]
    fn the_bomb_is_small_and_says_that_it_is_large() {
        let bomb = gzip_bomb();
        let length = bomb.body().len();
        assert!((400_000..700_000).contains(&length), "{length}");
        let said = u32::from_le_bytes(bomb.body()[length - 4..].try_into().expect("four bytes"));
        assert_eq!(said as usize, 512 * MIB);
    }
}
