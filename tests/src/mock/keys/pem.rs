//! Private keys in PEM, and their public halves.

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED, ECDSA_P384_SHA384_FIXED_SIGNING,
    EcdsaKeyPair, EcdsaSigningAlgorithm, KeyPair, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512, RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey, VerificationAlgorithm,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use settled_codegen::model::JwtAlgorithm;
use sha2::{Digest, Sha256};

/// Whether a message was signed with the private key in this PEM.
pub(in super::super) fn is_signed(algorithm: JwtAlgorithm, pem: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let (verified, curve): (&'static dyn VerificationAlgorithm, _) = match algorithm {
        JwtAlgorithm::Rs256 => (&RSA_PKCS1_2048_8192_SHA256, None),
        JwtAlgorithm::Rs384 => (&RSA_PKCS1_2048_8192_SHA384, None),
        JwtAlgorithm::Rs512 => (&RSA_PKCS1_2048_8192_SHA512, None),
        JwtAlgorithm::Es256 => (&ECDSA_P256_SHA256_FIXED, Some(&ECDSA_P256_SHA256_FIXED_SIGNING)),
        JwtAlgorithm::Es384 => (&ECDSA_P384_SHA384_FIXED, Some(&ECDSA_P384_SHA384_FIXED_SIGNING)),
        JwtAlgorithm::Hs256 | JwtAlgorithm::Hs384 | JwtAlgorithm::Hs512 => return false,
    };
    let der = std::str::from_utf8(pem).ok().and_then(der);
    let public = der.and_then(|der| match curve {
        Some(curve) => Some(ec(&der, curve)?.public_key().as_ref().to_vec()),
        None => Some(rsa(&der)?.public_key().as_ref().to_vec()),
    });
    public.is_some_and(|public| UnparsedPublicKey::new(verified, public).verify(message, signature).is_ok())
}

/// What a private key signs a message with: of one key and one message there is one such signature.
pub(in super::super) fn rsa_signed(pem: &str, message: &[u8]) -> Option<Vec<u8>> {
    let pair = rsa(&der(pem)?)?;
    let mut signature = vec![0; pair.public_modulus_len()];
    pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature).ok()?;
    Some(signature)
}

/// SHA-256 of the public half, as the DER of its `SubjectPublicKeyInfo`.
pub(in super::super) fn fingerprint(pem: &str) -> Option<Vec<u8>> {
    let der = der(pem)?;
    let curves = [&ECDSA_P256_SHA256_FIXED_SIGNING, &ECDSA_P384_SHA384_FIXED_SIGNING];
    let public = match rsa(&der) {
        Some(pair) => pair.public_key().as_der(),
        None => curves.into_iter().find_map(|curve| ec(&der, curve))?.public_key().as_der(),
    };
    Some(Sha256::digest(public.ok()?.as_ref()).to_vec())
}

/// The bytes of the first private key.
fn der(pem: &str) -> Option<Vec<u8>> {
    let (_, key) = pem.split_once("PRIVATE KEY-----")?;
    let (body, _) = key.split_once("-----END")?;
    STANDARD.decode(body.split_ascii_whitespace().collect::<String>()).ok()
}

/// As PKCS#8 or PKCS#1.
fn rsa(der: &[u8]) -> Option<RsaKeyPair> {
    RsaKeyPair::from_pkcs8(der).or_else(|_| RsaKeyPair::from_der(der)).ok()
}

/// As PKCS#8 or SEC 1.
fn ec(der: &[u8], curve: &'static EcdsaSigningAlgorithm) -> Option<EcdsaKeyPair> {
    EcdsaKeyPair::from_private_key_der(curve, der).ok()
}
