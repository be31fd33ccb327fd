//! What can be asked, and what goes over the wire: each construct by which a spec says it, over real sockets.

mod canaries;
mod chained;
mod chance;
mod complaints;
mod failing;
mod files;
mod inputs;
mod links;
mod places;
mod rotating;
mod settings;
mod shapes;
mod signatures;
mod signers;
mod support;
mod tokens;

settled::vendor!("tests/asking/acme.yaml");
settled::vendor!("tests/asking/globex.yaml");
settled::vendor!("tests/asking/hooli.yaml");
settled::vendor!("tests/asking/initech.yaml");
settled::vendor!("tests/asking/massive.yaml");
settled::vendor!("tests/asking/soylent.yaml");
settled::vendor!("tests/asking/umbrella.yaml");
settled::vendor!("tests/asking/vehement.yaml");
settled::vendor!("tests/asking/virtucon.yaml");
settled::vendor!("tests/asking/wonka.yaml");
