//! HMAC-SHA-1, which some vendors still sign with: collisions of SHA-1 do not touch it.

use ::sha1::Sha1;
use hmac::{Hmac, KeyInit, Mac};

/// HMAC-SHA-1 over the parts, one after the other: 20 bytes.
pub fn hmac_sha1(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    // HMAC takes keys of every length; no signature is what remains if it ever does not.
    let Ok(mut mac) = <Hmac<Sha1> as KeyInit>::new_from_slice(key) else { return Vec::new() };
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Encoding;

    fn hex(key: &[u8], parts: &[&[u8]]) -> String {
        Encoding::Hex.encode(&hmac_sha1(key, parts))
    }

    /// RFC 2202, section 3.
    #[test]
    fn signs_the_vectors_of_rfc_2202() {
        let counted: Vec<u8> = (1..=25).collect();
        let vectors: [(&[u8], &[u8], &str); 7] = [
            (&[0x0b; 20], b"Hi There", "b617318655057264e28bc0b6fb378c8ef146be00"),
            (b"Jefe", b"what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
            (&[0xaa; 20], &[0xdd; 50], "125d7342b9ac11cd91a39af48aa17b4f63f175d3"),
            (&counted, &[0xcd; 50], "4c9007f4026250c6bc8414f9bf50c86c2d7235da"),
            (&[0x0c; 20], b"Test With Truncation", "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04"),
            (
                &[0xaa; 80],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                "aa4ae5e15272d00e95705637ce8a3b55ed402112",
            ),
            (
                &[0xaa; 80],
                b"Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data",
                "e8e99d0f45237d786d6bbaa7965c7808bbff1a91",
            ),
        ];
        for (key, data, digest) in vectors {
            assert_eq!(hex(key, &[data]), digest);
        }
    }

    #[test]
    fn parts_are_signed_as_one_text() {
        let whole = hex(b"Jefe", &[b"what do ya want for nothing?"]);
        assert_eq!(hex(b"Jefe", &[b"what do ya", b"", b" want for nothing?"]), whole);
        assert_ne!(hex(b"Jefe", &[b"what do ya want for nothing"]), whole);
        assert_ne!(hex(b"jefe", &[b"what do ya want for nothing?"]), whole);
    }
}
