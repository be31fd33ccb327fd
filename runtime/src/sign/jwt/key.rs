//! Private keys, read from PEM.

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm, KeyPair,
    RsaKeyPair,
};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject;
use secrecy::zeroize::Zeroizing;

use crate::sign::Unsignable;
use crate::value::sha256;

const NOT_PEM: Unsignable =
    Unsignable("is not a private key in PEM; give the whole text, from `-----BEGIN` to the last `-----`");
const ENCRYPTED: Unsignable =
    Unsignable("is a private key with a passphrase; give it without, as `openssl pkey -in FILE` writes it");
const ONE_LINE: Unsignable =
    Unsignable("has lost its line breaks; give it line by line, as the file has it, with no `\\n` written out");
const NOT_RSA: Unsignable = Unsignable("must be an RSA private key of 2048 to 8192 bits");
const NOT_P256: Unsignable = Unsignable("must be an EC private key on the curve P-256");
const NOT_P384: Unsignable = Unsignable("must be an EC private key on the curve P-384");
const NEITHER: Unsignable =
    Unsignable("must be an RSA private key of 2048 to 8192 bits, or an EC private key on the curve P-256 or P-384");

/// The SHA-256 of a private key's public half, as the DER of its `SubjectPublicKeyInfo`: what
/// `openssl pkey -pubout -outform DER | openssl dgst -sha256` prints.
///
/// # Errors
/// The text is no private key in PEM, or one of a kind that [`Jwt`](super::Jwt) does not sign with.
pub fn public_key_sha256(pem: &[u8]) -> Result<Vec<u8>, Unsignable> {
    let der = private(pem)?;
    let public = if let Some(pair) = rsa_of(&der) {
        pair.public_key().as_der()
    } else {
        let curves = [&ECDSA_P256_SHA256_FIXED_SIGNING, &ECDSA_P384_SHA384_FIXED_SIGNING];
        curves.into_iter().find_map(|curve| ec_of(&der, curve)).ok_or(NEITHER)?.public_key().as_der()
    };
    Ok(sha256(&[public.map_err(|_| NEITHER)?.as_ref()]))
}

/// An RSA key, as PKCS#8 or PKCS#1.
pub(super) fn rsa(pem: &[u8]) -> Result<RsaKeyPair, Unsignable> {
    let der = private(pem)?;
    rsa_of(&der).ok_or(NOT_RSA)
}

/// A key on the curve of `algorithm`, as PKCS#8 or SEC 1.
pub(super) fn ec(pem: &[u8], algorithm: &'static EcdsaSigningAlgorithm) -> Result<EcdsaKeyPair, Unsignable> {
    let der = private(pem)?;
    let wrong = if *algorithm == ECDSA_P384_SHA384_FIXED_SIGNING { NOT_P384 } else { NOT_P256 };
    ec_of(&der, algorithm).ok_or(wrong)
}

fn rsa_of(der: &PrivateKeyDer<'static>) -> Option<RsaKeyPair> {
    match der {
        PrivateKeyDer::Pkcs1(key) => RsaKeyPair::from_der(key.secret_pkcs1_der()).ok(),
        PrivateKeyDer::Pkcs8(key) => RsaKeyPair::from_pkcs8(key.secret_pkcs8_der()).ok(),
        _ => None,
    }
}

fn ec_of(der: &PrivateKeyDer<'static>, algorithm: &'static EcdsaSigningAlgorithm) -> Option<EcdsaKeyPair> {
    EcdsaKeyPair::from_private_key_der(algorithm, der.secret_der()).ok()
}

/// The first private key of the text; what else it holds, such as certificates, is passed over.
fn private(pem: &[u8]) -> Result<Zeroizing<PrivateKeyDer<'static>>, Unsignable> {
    let holds = |text: &[u8]| pem.windows(text.len()).any(|part| part == text);
    let is_one_line = || holds(b"-----BEGIN") && (holds(b"\\n") || !pem.trim_ascii().contains(&b'\n'));
    match PrivateKeyDer::from_pem_slice(pem) {
        _ if holds(b"ENCRYPTED") => Err(ENCRYPTED),
        Ok(key) => Ok(Zeroizing::new(key)),
        Err(_) if is_one_line() => Err(ONE_LINE),
        Err(_) => Err(NOT_PEM),
    }
}

#[cfg(test)]
mod tests;
