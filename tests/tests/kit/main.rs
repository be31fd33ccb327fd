//! The test kit, tested: what others rest their assertions on must itself be right.

mod clock;
mod hostile;
mod script;
mod server;
