settled::vendor!("specs/acme.yaml");

fn is_done(state: &acme::State) -> bool {
    match state {
        acme::State::Queued | acme::State::Failed => false,
        acme::State::Done => true,
    }
}

fn main() {
    let _ = is_done;
}
