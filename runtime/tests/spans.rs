//! What is told to `tracing`: a span for the wait, one for each attempt, and no secret, id, query or body anywhere.

mod support;

use std::fmt::Debug;
use std::future::IntoFuture;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use support::{NO_LIMITS, Script, TestClock, builder, each_second, http, job, meta, ms, status};

/// Writes everything down.
#[derive(Clone, Default)]
struct Notebook {
    lines: Arc<Mutex<Vec<String>>>,
    ids: Arc<AtomicU64>,
}

struct Line<'a>(&'a mut String);

impl Visit for Line<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.push_str(&format!(" {}={value:?}", field.name()));
    }
}

impl Notebook {
    fn note(&self, start: String, record: impl FnOnce(&mut dyn Visit)) {
        let mut line = start;
        record(&mut Line(&mut line));
        self.lines.lock().unwrap().push(line);
    }
}

impl Subscriber for Notebook {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.note(format!("span {}", span.metadata().name()), |visit| span.record(visit));
        Id::from_u64(self.ids.fetch_add(1, Ordering::SeqCst) + 1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        self.note("record".to_owned(), |visit| values.record(visit));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        self.note(format!("{}", event.metadata().level()), |visit| event.record(visit));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[test]
fn spans_tell_the_course_of_a_wait_and_no_secret() {
    let clock = TestClock::default();
    let answers = [
        http(503, &[], "canary-body"),
        status("canary-word"),
        status("canary-word"),
        status("other-word"),
        status("done"),
    ];
    let script = Script::new(&clock, ms(100), answers);
    let client = builder(&clock, &script).secret("api_key", "canary-key").build("acme", &["api_key"]).unwrap();
    let notebook = Notebook::default();
    tracing::subscriber::with_default(notebook.clone(), || {
        let wait = job(&client, meta(each_second(), NO_LIMITS, true)).wait();
        assert!(clock.run(wait.into_future()).is_ok());
    });
    let lines = notebook.lines.lock().unwrap().clone();
    let count = |text: &str| lines.iter().filter(|line| line.contains(text)).count();
    assert_eq!(lines[0], r#"span settled.wait vendor="acme" operation="job_status""#);
    let first = [
        "span settled.attempt attempt=1",
        r#"http.request.method="GET" url.template="/jobs/{job_id}" server.address="acme.example""#,
    ];
    assert_eq!(lines[1], first.join(" "));
    assert_eq!(count("span settled.attempt"), 5);
    assert_eq!((count("http.response.status_code=503"), count("http.response.status_code=200")), (1, 4));
    assert_eq!(count(r#"error.type="transient""#), 1);
    assert_eq!(count("WARN"), 2, "once for each word: {lines:#?}");
    assert_eq!(count("canary-word"), 1, "the vendor's word is for those who ask for it");
    assert!(lines.iter().all(|line| !line.contains("canary-word") || line.starts_with("DEBUG")));
    for secret in ["canary-key", "canary-body", "j-1", "?t="] {
        assert_eq!(count(secret), 0, "{secret}");
    }
}
