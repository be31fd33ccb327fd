settled::vendor!("specs/acme.yaml");

async fn status(client: &acme::Client) {
    let _ = client.job_status().verbose(true).wait().await;
}

fn main() {
    let _ = status;
}
