//! The generated clients, and their operations without a client around them.

#![allow(dead_code, unreachable_pub)]

/// Includes a generated client, and gives its operation away.
macro_rules! vendor {
    ($module:ident, $file:literal, $reply:ident, |$client:ident| $call:expr) => {
        pub mod $module {
            include!(concat!(env!("OUT_DIR"), $file));

            /// The operation that is measured.
            pub fn operation($client: &Client) -> impl settled::Operation<Reply = $reply> + use<> {
                $call.call
            }
        }
    };
}

vendor!(smile_id, "/smile_id.rs", JobStatusReply, |client| client.job_status().user_id("u-1").job_id("j-1"));
vendor!(idwise, "/idwise.rs", JourneySummaryReply, |client| client.journey_summary().journey_id("j-1"));
vendor!(incode, "/incode.rs", OnboardingStatusReply, |client| client.onboarding_status().session_token("t"));
vendor!(salesforce_insurance, "/salesforce_insurance.rs", PolicyJobReply, |client| {
    client.policy_job().procedure("Type_SubType").job_id("j-1")
});
