//! A subscriber that writes down whatever is told to `tracing`, at every level and by every crate.

use std::fmt::Debug;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

static LINES: Mutex<String> = Mutex::new(String::new());

/// Writes everything down from now on.
pub(crate) fn open() {
    static OPEN: OnceLock<()> = OnceLock::new();
    OPEN.get_or_init(|| {
        tracing::subscriber::set_global_default(Notebook(AtomicU64::new(0))).expect("no other subscriber");
    });
}

/// All that was written down.
pub(crate) fn read() -> String {
    LINES.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

struct Notebook(AtomicU64);

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.push_str(&format!(" {}={value:?}", field.name()));
    }
}

fn note(start: String, record: impl FnOnce(&mut dyn Visit)) {
    let mut line = Line(start);
    record(&mut line);
    let mut lines = LINES.lock().unwrap_or_else(PoisonError::into_inner);
    lines.push_str(&line.0);
    lines.push('\n');
}

impl Subscriber for Notebook {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        note(format!("span {}", span.metadata().name()), |visit| span.record(visit));
        Id::from_u64(self.0.fetch_add(1, Ordering::SeqCst) + 1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        note("record".to_owned(), |visit| values.record(visit));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        note(event.metadata().name().to_owned(), |visit| event.record(visit));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
