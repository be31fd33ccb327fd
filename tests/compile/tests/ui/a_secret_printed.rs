settled::vendor!("specs/acme.yaml");

fn print(job: &acme::Job) {
    if let Some(token) = &job.token {
        println!("{token}");
    }
}

fn main() {
    let _ = print;
}
