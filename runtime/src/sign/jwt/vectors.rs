//! The keys of RFC 7515, RFC 7520 and RFC 6979, and how they are written down as PEM.

use crate::value::Encoding;

/// A private RSA key in the words of RFC 7518, section 6.3.
pub(super) struct Rsa {
    n: &'static str,
    e: &'static str,
    d: &'static str,
    p: &'static str,
    q: &'static str,
    dp: &'static str,
    dq: &'static str,
    qi: &'static str,
}

/// A private EC key: the curve's object identifier, the secret, and the public point.
pub(super) struct Ec {
    curve: &'static [u8],
    secret: Vec<u8>,
    pub(super) point: Vec<u8>,
}

const RSA_ENCRYPTION: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00";
const EC_PUBLIC_KEY: &[u8] = b"\x06\x07\x2a\x86\x48\xce\x3d\x02\x01";
const P256: &[u8] = b"\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07";
const P384: &[u8] = b"\x06\x05\x2b\x81\x04\x00\x22";

impl Rsa {
    /// `RSA PRIVATE KEY`: RFC 8017, appendix A.1.2.
    pub(super) fn pkcs1(&self) -> Vec<u8> {
        let numbers = [self.n, self.e, self.d, self.p, self.q, self.dp, self.dq, self.qi].map(integer);
        der(0x30, &[&[2, 1, 0], &numbers.concat()])
    }

    /// `PRIVATE KEY`: RFC 5208.
    pub(super) fn pkcs8(&self) -> Vec<u8> {
        der(0x30, &[&[2, 1, 0], &der(0x30, &[RSA_ENCRYPTION]), &der(4, &[&self.pkcs1()])])
    }

    /// The public half as RFC 7517 writes it.
    pub(super) fn jwk(&self) -> serde_json::Value {
        serde_json::json!({ "kty": "RSA", "n": self.n, "e": self.e })
    }

    /// `RSA PUBLIC KEY`: RFC 8017, appendix A.1.1.
    pub(super) fn public(&self) -> Vec<u8> {
        der(0x30, &[&integer(self.n), &integer(self.e)])
    }
}

impl Ec {
    /// RFC 7515, appendix A.3.
    pub(super) fn rfc_7515() -> Self {
        let point = [
            bytes("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
            bytes("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
        ];
        let secret = bytes("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI");
        Ec { curve: P256, secret, point: [&[4], &*point.concat()].concat() }
    }

    /// RFC 6979, appendix A.2.6.
    pub(super) fn rfc_6979() -> Self {
        let hex = |text: &str| Encoding::Hex.decode(text).expect("hexadecimal");
        let x = "EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64DEF8F0EA9055866064A254515480BC13";
        let y = "8015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1288B231C3AE0D4FE7344FD2533264720";
        let secret = "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5";
        Ec { curve: P384, secret: hex(secret), point: [vec![4], hex(x), hex(y)].concat() }
    }

    /// `EC PRIVATE KEY`: RFC 5915.
    pub(super) fn sec1(&self) -> Vec<u8> {
        self.key(&der(0xa0, &[self.curve]))
    }

    /// `PRIVATE KEY`: RFC 5208.
    pub(super) fn pkcs8(&self) -> Vec<u8> {
        let algorithm = der(0x30, &[EC_PUBLIC_KEY, self.curve]);
        der(0x30, &[&[2, 1, 0], &algorithm, &der(4, &[&self.key(&[])])])
    }

    fn key(&self, parameters: &[u8]) -> Vec<u8> {
        let point = der(0xa1, &[&der(3, &[&[0], &self.point])]);
        der(0x30, &[&[2, 1, 1], &der(4, &[&self.secret]), parameters, &point])
    }
}

/// The text between the markers of `kind`, as OpenSSL breaks its lines.
pub(super) fn pem(kind: &str, der: &[u8]) -> String {
    let text = Encoding::Base64.encode(der);
    let lines: Vec<&str> = text.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    format!("-----BEGIN {kind}-----\n{}\n-----END {kind}-----\n", lines.join("\n"))
}

pub(super) fn bytes(text: &str) -> Vec<u8> {
    Encoding::Base64Url.decode(text).expect("base64url")
}

fn integer(text: &str) -> Vec<u8> {
    let number = bytes(text);
    let sign: &[u8] = if number[0] > 0x7f { &[0] } else { &[] };
    der(2, &[sign, &number])
}

fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    let [.., high, low] = body.len().to_be_bytes();
    let mut whole = match body.len() {
        0..=0x7f => vec![tag, low],
        0x80..=0xff => vec![tag, 0x81, low],
        _ => vec![tag, 0x82, high, low],
    };
    whole.extend(body);
    whole
}

/// RFC 7515, appendix A.2.
pub(super) const RFC_7515: Rsa = Rsa {
    n: "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SF\
        d2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo\
        7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkM\
        Ls91kzk2PAcDTW9gb54h4FRWyuXpoQ",
    e: "AQAB",
    d: "Eq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyWPEAeP88vLNO97IjlA7_GQ5sLKMgvfTeXZx9SE-7YwVol2NXOoAJe46sui395\
        IW_GO-pWJ1O0BkTGoVEn2bKVRUCgu-GjBVaYLU6f3l9kJfFNS3E0QbVdxzubSu3Mkqzjkn439X0M_V51gfpRLI9JYanrC4D4qAdGcopV\
        _0ZHHzQlBjudU2QvXt4ehNYTCBr6XCLQUShb1juUO1ZdiYoFaFQT5Tw8bGUl_x_jTj3ccPDVZFD9pIuhLhBOneufuBiB4cS98l2SR_RQ\
        yGWSeWjnczT0QU91p1DhOVRuOopznQ",
    p: "4BzEEOtIpmVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bcxGn6QLvnEtfdUdiYrqBdss1l58BQ3KhooKeQTa9AB0Hw_Py5PJdTJNPY8cQn7\
        ouZ2KKDcmnPGBY5t7yLc1QlQ5xHdwW1VhvKn-nXqhJTBgIPgtldC-KDV5z-y2XDwGUc",
    q: "uQPEfgmVtjL0Uyyx88GZFF1fOunH3-7cepKmtH4pxhtCoHqpWmT8YAmZxaewHgHAjLYsp1ZSe7zFYHj7C6ul7TjeLQeZD_YwD66t62wD\
        mpe_HlB-TnBA-njbglfIsRLtXlnDzQkv5dTltRJ11BKBBypeeF6689rjcJIDEz9RWdc",
    dp: "BwKfV3Akq5_MFZDFZCnW-wzl-CCo83WoZvnLQwCTeDv8uzluRSnm71I3QCLdhrqE2e9YkxvuxdBfpT_PI7Yz-FOKnu1R6HsJeDCjn12S\
        k3vmAktV2zb34MCdy7cpdTh_YVr7tss2u6vneTwrA86rZtu5Mbr1C1XsmvkxHQAdYo0",
    dq: "h_96-mK1R_7glhsum81dZxjTnYynPbZpHziZjeeHcXYsXaaMwkOlODsWa7I9xXDoRwbKgB719rrmI2oKr6N3Do9U0ajaHF-NKJnwgjMd\
        2w9cjz3_-kyNlxAr2v4IKhGNpmM5iIgOS1VZnOZ68m6_pbLBSp3nssTdlqvd0tIiTHU",
    qi: "IYd7DHOhrWvxkwPQsRM2tOgrjbcrfvtQJipd-DlcxyVuuM9sQLdgjVk2oy26F0EmpScGLq2MowX7fhd_QJQ3ydy5cY7YIBi87w93IKLE\
        dfnbJtoOPLUW0ITrJReOgo1cq9SbsxYawBgfp_gh6A5603k2-ZQwVK0JKSHuLFkuQ3U",
};

/// RFC 7520, section 3.4.
pub(super) const RFC_7520: Rsa = Rsa {
    n: "n4EPtAOCc9AlkeQHPzHStgAbgs7bTZLwUBZdR8_KuKPEHLd4rHVTeT-O-XV2jRojdNhxJWTDvNd7nqQ0VEiZQHz_AJmSCpMaJMRBSFKr\
        Kb2wqVwGU_NsYOYL-QtiWN2lbzcEe6XC0dApr5ydQLrHqkHHig3RBordaZ6Aj-oBHqFEHYpPe7Tpe-OfVfHd1E6cS6M1FZcD1NNLYD5l\
        FHpPI9bTwJlsde3uhGqC0ZCuEHg8lhzwOHrtIQbS0FVbb9k3-tVTU4fg_3L_vniUFAKwuCLqKnS2BYwdq_mzSnbLY7h_qixoR7jig3__\
        kRhuaxwUkRz5iaiQkqgc5gHdrNP5zw",
    e: "AQAB",
    d: "bWUC9B-EFRIo8kpGfh0ZuyGPvMNKvYWNtB_ikiH9k20eT-O1q_I78eiZkpXxXQ0UTEs2LsNRS-8uJbvQ-A1irkwMSMkK1J3XTGgdrhCk\
        u9gRldY7sNA_AKZGh-Q661_42rINLRCe8W-nZ34ui_qOfkLnK9QWDDqpaIsA-bMwWWSDFu2MUBYwkHTMEzLYGqOe04noqeq1hExBTHBO\
        BdkMXiuFhUq1BU6l-DqEiWxqg82sXt2h-LMnT3046AOYJoRioz75tSUQfGCshWTBnP5uDjd18kKhyv07lhfSJdrPdM5Plyl21hsFf4L_\
        mHCuoFau7gdsPfHPxxjVOcOpBrQzwQ",
    p: "3Slxg_DwTXJcb6095RoXygQCAZ5RnAvZlno1yhHtnUex_fp7AZ_9nRaO7HX_-SFfGQeutao2TDjDAWU4Vupk8rw9JR0AzZ0N2fvuIAmr\
        _WCsmGpeNqQnev1T7IyEsnh8UMt-n5CafhkikzhEsrmndH6LxOrvRJlsPp6Zv8bUq0k",
    q: "uKE2dh-cTf6ERF4k4e_jy78GfPYUIaUyoSSJuBzp3Cubk3OCqs6grT8bR_cu0Dm1MZwWmtdqDyI95HrUeq3MP15vMMON8lHTeZu2lmKv\
        wqW7anV5UzhM1iZ7z4yMkuUwFWoBvyY898EXvRD-hdqRxHlSqAZ192zB3pVFJ0s7pFc",
    dp: "B8PVvXkvJrj2L-GYQ7v3y9r6Kw5g9SahXBwsWUzp19TVlgI-YV85q1NIb1rxQtD-IsXXR3-TanevuRPRt5OBOdiMGQp8pbt26gljYfKU\
        _E9xn-RULHz0-ed9E9gXLKD4VGngpz-PfQ_q29pk5xWHoJp009Qf1HvChixRX59ehik",
    dq: "CLDmDGduhylc9o7r84rEUVn7pzQ6PF83Y-iBZx5NT-TpnOZKF1pErAMVeKzFEl41DlHHqqBLSM0W1sOFbwTxYWZDm6sI6og5iTbwQGIC\
        3gnJKbi_7k_vJgGHwHxgPaX2PnvP-zyEkDERuf-ry4c_Z11Cq9AqC2yeL6kdKT1cYF8",
    qi: "3PiqvXQN0zwMeE-sBvZgi289XP9XCQF3VWqPzMKnIgQp7_Tugo6-NZBKCQsMf3HaEGBjTVJs_jcK8-TRXvaKe-7ZMaQj8VfBdYkssbu0\
        NKDDhjJ-GtiseaDVWt7dcH0cfwxgFUHpQh7FoCrjFJ6h6ZEpMF6xmujs4qMpPz8aaI4",
};
