#![deny(unused_must_use)]

settled::vendor!("specs/acme.yaml");

async fn ignore(client: &acme::Client) -> Result<(), settled::Error> {
    client.job_status().job_id("7").wait().await?;
    client.job_status().job_id("7").wait();
    client.job_status().job_id("7");
    Ok(())
}

fn main() {
    let _ = ignore;
}
