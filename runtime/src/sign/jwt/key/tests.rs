use super::*;
use crate::sign::jwt::vectors::{Ec, RFC_7515, pem};
use crate::value::Encoding;

/// As `openssl pkey -pubout -outform DER | openssl dgst -sha256` has them.
const RSA_SHA256: &str = "6fd13c2435a361e7c588cd17f55f5ad3df0177a66c1727a6a200845f4d7ab88c";
const P256_SHA256: &str = "2bd1bb0c44a897c30a7aa0991cde38d8062fe441de50da0f46825344f602e827";
const P384_SHA256: &str = "2f95601fa82060b909bfc6b979dbd303d34d34e0afb27ea496beac362f242a4b";

#[test]
fn a_public_key_is_the_same_in_every_form_of_its_private_key() {
    let (p256, p384) = (Ec::rfc_7515(), Ec::rfc_6979());
    for (text, digest) in [
        (pem("RSA PRIVATE KEY", &RFC_7515.pkcs1()), RSA_SHA256),
        (pem("PRIVATE KEY", &RFC_7515.pkcs8()), RSA_SHA256),
        (pem("EC PRIVATE KEY", &p256.sec1()), P256_SHA256),
        (pem("PRIVATE KEY", &p256.pkcs8()), P256_SHA256),
        (pem("EC PRIVATE KEY", &p384.sec1()), P384_SHA256),
        (pem("PRIVATE KEY", &p384.pkcs8()), P384_SHA256),
    ] {
        let sha256 = public_key_sha256(text.as_bytes()).expect(digest);
        assert_eq!(Encoding::Hex.encode(&sha256), digest);
    }
}

#[test]
fn keys_are_found_among_other_text() {
    let key = pem("PRIVATE KEY", &Ec::rfc_7515().pkcs8());
    let parameters = pem("EC PARAMETERS", b"\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07");
    for text in [
        key.replace('\n', "\r\n"),
        key.trim_end().to_owned(),
        format!("\n\n{key}\n"),
        format!("{parameters}{key}"),
        format!("{}{key}", pem("CERTIFICATE", b"not looked at")),
        format!("Bag Attributes\n    friendlyName: acme\n{key}"),
    ] {
        assert!(ec(text.as_bytes(), &ECDSA_P256_SHA256_FIXED_SIGNING).is_ok(), "{text}");
    }
}

fn refused(text: &str) -> Unsignable {
    let wrong = public_key_sha256(text.as_bytes()).expect_err(text);
    assert_eq!(rsa(text.as_bytes()).err(), Some(if wrong == NEITHER { NOT_RSA } else { wrong }), "{text}");
    wrong
}

#[test]
fn what_is_no_key_is_told_apart() {
    let key = pem("RSA PRIVATE KEY", &RFC_7515.pkcs1());
    for text in [
        "",
        "s3cr3t",
        &key.replace("-----END RSA PRIVATE KEY-----\n", ""),
        &key.replacen("MII", "M*I", 1),
        &pem("PUBLIC KEY", &RFC_7515.public()),
        &pem("CERTIFICATE", &RFC_7515.public()),
    ] {
        assert_eq!(refused(text), NOT_PEM, "{text}");
    }
    for lost in ["\\n", " ", ""] {
        assert_eq!(refused(&key.replace('\n', lost)), ONE_LINE);
        assert_eq!(refused(&format!("{}\n", key.replace('\n', lost))), ONE_LINE);
    }
    assert_eq!(refused(&pem("ENCRYPTED PRIVATE KEY", b"anything")), ENCRYPTED);
    let old = key.replacen("KEY-----\n", "KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n", 1);
    assert_eq!(refused(&old), ENCRYPTED);
}

/// An RSA key of 1024 bits, made by OpenSSL for this test.
const SMALL: &str = "MIICXgIBAAKBgQDsZtC85//W93klfTZ0gAvhvTWpqw9tVD1hfE1NVAvv+nLrEqFe/Jz19jFcNcu6/M9jdQl1QChwhplC\
     VgD1Ap2nSjso/ZipQyGevbzD1dpjqAtObuuls2dceFBS+1eWbQOsfUrxkwh94YOay7m1NWDSw81pgn5SaWEqWURKICSm\
     1QIDAQABAoGBAMBzv1FaqavukgCUHAXhzEp9B7fV29xMbR/02tWuK321bWK0Kw0yJ/IQ+AQyg2X5tDgqqoV6srFQ0mnv\
     rB3KgF6E4QMR43Er1wIYEJ3fVgF2KiofJELq0e9HPQA+yckX6pUwvgoKx9SatU5pGps7kgpJm6R6QOsiH7dlMsY9lAFB\
     AkEA/GdiSK8A2yA/FM5G8PRwU9V8SynuJP7mzXh1PcFix7OmLQOHI03zui8DIxzwqnyCuV1OLzU1HE8PNafKYBmyxQJB\
     AO/FEKhR2KklMVoQgLktZuS9Uk78p0VMUUqIJCkRI0VUkW1Ydco4F9aHVoLXMvB7xP1fZ1gdks4CbrhLFJ5OJNECQBYr\
     DlrL5Ata3a96HojzLxpt2ajQWfYt3R+WwNVXstFPWf0CHlBffFSR5HilBg4zOVgGdeN3jN6bov5XalLebvECQQC9dSDh\
     b7LcjLf/a7TbHcYFDpfgNAHUXyaI1ySDkrglC1rSZSjF/ibP7Cbuwi7NGW+hqeYWGWAsCn4Ef8cuA59RAkEAs5lDLjwf\
     TMWfYroMf/+DXmqElCXZQE7goSjZQRNEv63VAh1Dg6ywebLWoQTUDTqFhSCGAOUAYaDb9AQkv39zcw==";

/// RFC 8410, section 10.3.
const ED25519: &str = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";

#[test]
fn keys_of_the_wrong_kind_are_refused() {
    let of = |kind: &str, text: &str| pem(kind, &Encoding::Base64.decode(text).expect("base64"));
    for text in [
        of("RSA PRIVATE KEY", SMALL),
        of("PRIVATE KEY", ED25519),
        pem("PRIVATE KEY", b"no DER"),
        pem("PRIVATE KEY", b""),
    ] {
        assert_eq!(refused(&text), NEITHER);
    }
    let (p256, p384) = (pem("PRIVATE KEY", &Ec::rfc_7515().pkcs8()), pem("EC PRIVATE KEY", &Ec::rfc_6979().sec1()));
    let key = pem("PRIVATE KEY", &RFC_7515.pkcs8());
    for other in [&p384, &key] {
        assert_eq!(ec(other.as_bytes(), &ECDSA_P256_SHA256_FIXED_SIGNING).err(), Some(NOT_P256));
    }
    for other in [&p256, &key] {
        assert_eq!(ec(other.as_bytes(), &ECDSA_P384_SHA384_FIXED_SIGNING).err(), Some(NOT_P384));
    }
    for other in [&p256, &p384] {
        assert_eq!(rsa(other.as_bytes()).err(), Some(NOT_RSA));
    }
    // The marker says PKCS#1, the content is PKCS#8.
    assert_eq!(refused(&pem("RSA PRIVATE KEY", &RFC_7515.pkcs8())), NEITHER);
}

#[test]
fn reasons_follow_a_settings_name() {
    for wrong in [NOT_PEM, ENCRYPTED, ONE_LINE, NOT_RSA, NOT_P256, NOT_P384, NEITHER] {
        let text = wrong.to_string();
        assert!(text.starts_with("is ") || text.starts_with("has ") || text.starts_with("must "), "{text}");
        assert!(!text.ends_with('.'), "{text}");
        assert_eq!(text, wrong.reason());
    }
}
