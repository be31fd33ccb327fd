//! What generated code needs of features that may be off.

/// The feature `jwt`.
#[diagnostic::on_unimplemented(
    message = "this spec has JWTs or public keys, and the feature `jwt` of `settled` is off",
    label = "turn it on in Cargo.toml: `features = [\"jwt\"]`"
)]
pub trait JwtFeature {}

/// The feature `aws-sigv4`.
#[diagnostic::on_unimplemented(
    message = "this spec signs by `aws_sigv4`, and the feature `aws-sigv4` of `settled` is off",
    label = "turn it on in Cargo.toml: `features = [\"aws-sigv4\"]`"
)]
pub trait AwsSigV4Feature {}

/// Stands for a feature that is on.
#[derive(Debug)]
pub struct On;

#[cfg(feature = "jwt")]
impl JwtFeature for On {}
#[cfg(feature = "aws-sigv4")]
impl AwsSigV4Feature for On {}

/// Compiles where the feature `jwt` is on.
pub const fn needs_jwt<F: JwtFeature>() {}

/// Compiles where the feature `aws-sigv4` is on.
pub const fn needs_aws_sigv4<F: AwsSigV4Feature>() {}
