//! The tests that users get for their specs, of the specs that are shipped: every rule decides where it should, and none of
//! its facts can be left out.

macro_rules! shipped {
    ($($path:literal),+ $(,)?) => {
        $(settled::vendor!($path, tests);)+

        const SPECS: &[&str] = &[$($path),+];
    };
}

shipped![
    "../specs/adobe_pdf.yaml",
    "../specs/amazon_sp.yaml",
    "../specs/assemblyai.yaml",
    "../specs/azure_document_intelligence.yaml",
    "../specs/databricks.yaml",
    "../specs/github.yaml",
    "../specs/idwise.yaml",
    "../specs/incode.yaml",
    "../specs/onfido.yaml",
    "../specs/plaid.yaml",
    "../specs/replicate.yaml",
    "../specs/salesforce_insurance.yaml",
    "../specs/salesforce_insurance_oauth.yaml",
    "../specs/shopify.yaml",
    "../specs/smile_id.yaml",
    "../specs/smile_id_v3.yaml",
    "../specs/sumsub.yaml",
    "../specs/twilio.yaml",
    "../specs/x.yaml",
    "../specs/zendesk.yaml"
];

#[test]
fn every_shipped_spec_is_here() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let files = std::fs::read_dir(folder).expect("the specs").map(|entry| entry.expect("an entry").file_name());
    let files = files.filter_map(|name| name.into_string().ok()).filter(|name| name.ends_with(".yaml"));
    let mut there: Vec<String> = files.map(|name| format!("../specs/{name}")).collect();
    there.sort();
    assert_eq!(there, SPECS);
}
