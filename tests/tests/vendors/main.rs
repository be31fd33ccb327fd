//! Every vendor and every operation, over real sockets in real time.

mod flows;
mod idwise;
mod incode;
mod mock;
mod network;
mod salesforce_insurance;
mod smile_id;
mod support;
