//! What replies say beside the state: times, progress, and texts that are taken out of other texts.

use std::borrow::Cow;
use std::time::Duration;

use http::header::RETRY_AFTER;
use percent_encoding::percent_decode_str;

use crate::judge::{Text, first_told, told};
use crate::operation::Judgement;
use crate::reply::Reply;
use crate::slot::Slot;
use crate::state::Verdict;

/// What the replies of an operation say about time and progress.
#[derive(Debug)]
pub struct Hints {
    /// When the vendor wants to be asked again.
    pub ask_again_after: Option<(Text, Unit)>,
    /// When a throttled account may ask again.
    pub resets_at: Option<(Text, Unit)>,
    /// How far the job is.
    pub progress: Option<Progress>,
}

/// How lengths of time and moments are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A length of time in seconds.
    Seconds,
    /// A length of time in milliseconds.
    Millis,
    /// Seconds since 1970.
    UnixSeconds,
    /// Milliseconds since 1970.
    UnixMillis,
    /// RFC 3339.
    Timestamp,
}

/// How far a job is.
#[derive(Debug)]
pub enum Progress {
    /// A number from 0 to 100.
    Percent(Taken),
    /// So many of so many.
    Part(Text, Text),
}

/// A text that is taken out of a reply.
#[derive(Debug)]
pub struct Taken {
    /// The text: the first of these whose places are all there.
    pub texts: &'static [Text],
    /// The relation of the link that is meant, where the text is a `Link` header.
    pub rel: Option<&'static str>,
    /// What stands before and behind the part that is meant, where it is a part.
    pub like: Option<(&'static str, &'static str)>,
}

/// Nobody means a longer time; a field that tells one tells something else.
const LONGEST: Duration = Duration::from_secs(100 * 366 * 86_400);

impl Unit {
    /// A time as seen from a moment, counted from 1970. What is no time counts as none.
    pub(crate) fn from(self, text: &str, wall: Duration) -> Option<Duration> {
        let scaled = |unit: f64| {
            let number: f64 = text.trim().parse().ok()?;
            Duration::try_from_secs_f64(number * unit).ok()
        };
        let time = match self {
            Unit::Seconds => scaled(1.0)?,
            Unit::Millis => scaled(1e-3)?,
            Unit::UnixSeconds => scaled(1.0)?.saturating_sub(wall),
            Unit::UnixMillis => scaled(1e-3)?.saturating_sub(wall),
            Unit::Timestamp => {
                let moment: jiff::Timestamp = text.trim().parse().ok()?;
                Duration::try_from(moment.as_duration()).unwrap_or_default().saturating_sub(wall)
            }
        };
        Some(time.min(LONGEST))
    }
}

impl Hints {
    /// Adds what a reply says to what it means.
    #[cold]
    pub(crate) fn add<'r>(
        &self,
        judgement: Judgement<'r>,
        slots: &[Slot<'r>],
        reply: &Reply,
        wall: Duration,
    ) -> Judgement<'r> {
        let time = |hint: &Option<(Text, Unit)>| {
            let (text, unit) = hint.as_ref()?;
            unit.from(&told(text, slots)?, wall)
        };
        // Where the vendor says when to come back, the account's usual limit is not what was hit.
        let resets = match judgement.verdict {
            Verdict::Throttled if !reply.headers().contains_key(RETRY_AFTER) => time(&self.resets_at),
            _ => None,
        };
        let progress = self.progress.as_ref().and_then(|progress| progress.of(slots));
        Judgement { ask_again_after: time(&self.ask_again_after).max(resets), progress, ..judgement }
    }
}

impl Progress {
    /// In percent, where the reply tells a number that can be one.
    fn of(&self, slots: &[Slot<'_>]) -> Option<f64> {
        let number = |text: &str| text.trim().trim_end_matches('%').trim_end().parse().ok();
        let percent = match self {
            Progress::Percent(taken) => number(&taken.of(slots)?)?,
            Progress::Part(done, of) => {
                let (done, of): (f64, f64) = (number(&told(done, slots)?)?, number(&told(of, slots)?)?);
                if of > 0.0 { done / of * 100.0 } else { return None }
            }
        };
        (0.0..=100.0).contains(&percent).then_some(percent)
    }
}

impl Taken {
    /// The text, where it is there.
    pub(crate) fn of<'r>(&self, slots: &[Slot<'r>]) -> Option<Cow<'r, str>> {
        let text = first_told(self.texts, slots)?;
        let text = match self.rel {
            None => text,
            Some(rel) => Cow::Owned(link(&text, rel)?.to_owned()),
        };
        match self.like {
            None => Some(text),
            Some((before, behind)) => part(&text, before, behind).map(|part| Cow::Owned(part.into_owned())),
        }
    }
}

/// The target of the link with this relation in a `Link` header (RFC 8288): `<https://…?page=2>; rel="next", <…>; …`.
fn link<'t>(header: &'t str, rel: &str) -> Option<&'t str> {
    let mut rest = header;
    while let Some((_, after)) = rest.split_once('<') {
        let (target, mut parameters) = after.split_once('>')?;
        loop {
            let (parameter, next) = split_parameter(parameters);
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            let mut relations = value.trim().trim_matches('"').split_ascii_whitespace();
            if name.trim().eq_ignore_ascii_case("rel") && relations.any(|one| one.eq_ignore_ascii_case(rel)) {
                return Some(target);
            }
            match next.strip_prefix(';') {
                Some(more) => parameters = more,
                None => break rest = next,
            }
        }
    }
    None
}

/// What comes before the next `;` or `,` that stands in no quotes, and the rest from there.
fn split_parameter(text: &str) -> (&str, &str) {
    let (mut is_quoted, mut is_escaped) = (false, false);
    let end = text.find(|c| match c {
        _ if std::mem::take(&mut is_escaped) => false,
        '\\' if is_quoted => {
            is_escaped = true;
            false
        }
        '"' => {
            is_quoted = !is_quoted;
            false
        }
        ';' | ',' => !is_quoted,
        _ => false,
    });
    text.split_at(end.unwrap_or(text.len()))
}

/// What stands between two texts: behind the last `before`, up to the next `behind`, or where that is empty to the end of
/// the segment of a URL, or of the query parameter. Out of a URL it is decoded: where it is put, it is encoded again.
fn part<'t>(text: &'t str, before: &str, behind: &str) -> Option<Cow<'t, str>> {
    let start = if before.is_empty() { 0 } else { text.rfind(before)? + before.len() };
    let rest = &text[start..];
    let in_query = text[..start].contains('?');
    let end = match behind {
        "" if in_query => rest.find(['&', '#']).unwrap_or(rest.len()),
        "" => rest.find(['/', '?', '#']).unwrap_or(rest.len()),
        behind => rest.find(behind)?,
    };
    let part = Some(&rest[..end]).filter(|part| !part.is_empty())?;
    let is_url = ["https://", "http://", "/", "?"].iter().any(|start| text.starts_with(start));
    let decoded = is_url.then(|| percent_decode_str(part).decode_utf8().ok()).flatten();
    Some(decoded.unwrap_or(Cow::Borrowed(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_their_units_say_and_nonsense_is_none() {
        let wall = Duration::from_secs(1_704_164_645);
        let read = |unit: Unit, text: &str| unit.from(text, wall);
        assert_eq!(read(Unit::Seconds, "5"), Some(Duration::from_secs(5)));
        assert_eq!(read(Unit::Seconds, " 0.5 "), Some(Duration::from_millis(500)));
        assert_eq!(read(Unit::Millis, "1500"), Some(Duration::from_millis(1500)));
        assert_eq!(read(Unit::UnixSeconds, "1704164655"), Some(Duration::from_secs(10)));
        assert_eq!(read(Unit::UnixMillis, "1704164655000"), Some(Duration::from_secs(10)));
        assert_eq!(read(Unit::Timestamp, "2024-01-02T03:04:15Z"), Some(Duration::from_secs(10)));
        assert_eq!(read(Unit::Timestamp, "2024-01-02T03:04:00Z"), Some(Duration::ZERO));
        assert_eq!(read(Unit::UnixSeconds, "5"), Some(Duration::ZERO));
        for text in ["", "-1", "soon", "NaN", "inf", "1e300"] {
            for unit in [Unit::Seconds, Unit::Millis, Unit::Timestamp] {
                assert_eq!(read(unit, text), None, "{text} as {unit:?}");
            }
        }
        assert_eq!(read(Unit::Seconds, "1e15"), Some(LONGEST));
        assert_eq!(read(Unit::Timestamp, "1900-01-01T00:00:00Z"), Some(Duration::ZERO));
    }

    #[test]
    fn parts_are_taken_out_of_texts() {
        let part_of = |text, before, behind| part(text, before, behind).map(Cow::into_owned);
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(part_of("https://acme.example/v1/jobs/7?x=1", "/jobs/", ""), some("7"));
        assert_eq!(part_of("/v1/jobs/7/status", "/jobs/", "/status"), some("7"));
        assert_eq!(part_of("/jobs/jobs/7", "/jobs/", ""), some("7"));
        assert_eq!(part_of("Running (17%)", "Running (", "%)"), some("17"));
        assert_eq!(part_of("7 of 9", "", " of"), some("7"));
        // Out of a query, up to the next parameter; out of a URL, as what it stands for.
        assert_eq!(part_of("https://acme.example/jobs?cursor=a%3D%2F+b&limit=5#x", "cursor=", ""), some("a=/+b"));
        assert_eq!(part_of("/jobs?limit=5&cursor=a/b", "cursor=", ""), some("a/b"));
        assert_eq!(part_of("/jobs/a%20b/state", "/jobs/", ""), some("a b"));
        assert_eq!(part_of("/jobs/%FF", "/jobs/", ""), some("%FF"));
        assert_eq!(part_of("done: 50%25", "done: ", ""), some("50%25"));
        for (text, before, behind) in
            [("/v1/jobs/", "/jobs/", ""), ("/v1/batches/7", "/jobs/", ""), ("Running (17", "(", "%")]
        {
            assert_eq!(part_of(text, before, behind), None, "{text}");
        }
    }

    #[test]
    fn links_are_found_by_their_relation() {
        let header = r#"<https://acme.example/jobs?page=1&x=a,b;c>; rel="prev", </jobs?page=3>; title="x"; REL="last next", <odd>"#;
        assert_eq!(link(header, "prev"), Some("https://acme.example/jobs?page=1&x=a,b;c"));
        assert_eq!(link(header, "next"), Some("/jobs?page=3"));
        assert_eq!(link("</a>; rel=next", "next"), Some("/a"));
        let quoted = r#"</a>; title="x; rel=next, <b>; \"rel=next\""; rel=prev, </b>; title="y"; rel="next""#;
        assert_eq!(link(quoted, "next"), Some("/b"));
        for none in
            ["", "next", "<a", "</a>", r#"</a>; title="next""#, r#"</a>; rel="nextish""#, r#"</a>; title="; rel=next"#]
        {
            assert_eq!(link(none, "next"), None, "{none}");
        }
    }
}
