settled::vendor!("specs/acme.yaml");

async fn finish(client: &acme::Client) {
    let _ = client.finish().job_id("7").wait().await;
}

fn main() {
    let _ = finish;
}
