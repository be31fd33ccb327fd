//! `settled check`: every mistake of every spec, and the bounds of every wait.

mod events;

use annotate_snippets::Renderer;
use anstyle::AnsiColor;
use serde_json::{Value, json};
use settled_codegen::bounds::Bounds;
use settled_codegen::diagnostic::Report;
use settled_codegen::model::{Limits, Per, Vendor};
use settled_codegen::spec::Rate;

use crate::arguments::CheckArguments;
use crate::output::{self, Answer, End, Refusal, count, millis, style, time};
use crate::{request, specs};

/// Checks all specs that are named.
pub(crate) fn run(arguments: &CheckArguments) -> Result<Answer, Refusal> {
    let found = specs::find(&arguments.paths)?;
    let checked =
        found.iter().map(|path| specs::load(path).and_then(|(source, vendor)| request::prove(&source, vendor)));
    let checked: Vec<_> = checked.collect();
    let end = checked.iter().filter_map(|one| one.as_ref().err()).map(specs::end).max().unwrap_or(End::Fine);
    let text = match arguments.json {
        true => output::json(&document(&checked)),
        false => text(&checked),
    };
    Ok(Answer { text, end })
}

fn text(checked: &[Result<Vendor, Report>]) -> String {
    let mut text = String::new();
    let mut mistakes = 0;
    for report in checked.iter().filter_map(|one| one.as_ref().err()) {
        mistakes += report.diagnostics.len();
        text.push_str(&format!("{}\n\n", report.render(&Renderer::styled())));
    }
    let vendors: Vec<_> = checked.iter().filter_map(|one| one.as_ref().ok()).collect();
    let rows: Vec<_> = vendors.iter().flat_map(|vendor| rows(vendor)).collect();
    if !rows.is_empty() {
        let header = ["wait", "asks every", "gives up after", "most requests", "least spacing", "vendor's limit"];
        text.push_str(&format!("{}\n", output::table(header, rows)));
    }
    let rows: Vec<_> = vendors.iter().flat_map(|vendor| events::rows(vendor)).collect();
    if !rows.is_empty() {
        let header = ["event", "proved by", "keys from", "at most so old", "job"];
        text.push_str(&format!("{}\n", output::table(header, rows)));
    }
    let specs = count(checked.len(), "spec");
    let (color, said) = match mistakes {
        0 => (AnsiColor::BrightGreen, "no mistakes".to_owned()),
        mistakes => (AnsiColor::BrightRed, count(mistakes, "mistake")),
    };
    let style = style(color);
    text.push_str(&format!("{specs}, {style}{said}{style:#}\n"));
    text
}

/// The bounds of a vendor's waits, one row each.
fn rows(vendor: &Vendor) -> Vec<[String; 6]> {
    let row = |(name, bounds): (&str, Bounds)| {
        let pace = match bounds.fastest == bounds.slowest {
            true => time(bounds.fastest),
            false => format!("{} to {}", time(bounds.fastest), time(bounds.slowest)),
        };
        let limit = limits(&bounds.limits, bounds.keeps_limit());
        let name = format!("{}: {name}", vendor.path);
        [name, pace, time(bounds.deadline), bounds.requests.to_string(), time(bounds.least), limit]
    };
    waits(vendor).map(row).collect()
}

/// The vendor's limits in words, those of this operation alone last.
fn limits(limits: &Limits, is_kept: bool) -> String {
    let interval = (!limits.min_interval.is_zero()).then(|| match limits.per {
        Per::Client => (false, time(limits.min_interval)),
        Per::Operation => (true, time(limits.min_interval)),
        Per::Job => (false, format!("{} per job", time(limits.min_interval))),
    });
    let rate = |rate: &Rate| (limits.own_rates, format!("{} per {}", rate.calls, time(rate.per)));
    let at_once = limits.concurrent.map(|most| (limits.own_concurrent, format!("{most} at once")));
    let all: Vec<_> = interval.into_iter().chain(limits.rates.iter().map(rate)).chain(at_once).collect();
    let of = |own: bool| all.iter().filter(|one| one.0 == own).map(|one| one.1.as_str()).collect::<Vec<_>>().join(", ");
    let text = match (of(false), of(true)) {
        (shared, own) if own.is_empty() => shared,
        (shared, own) if shared.is_empty() => format!("its own {own}"),
        (shared, own) => format!("{shared} and its own {own}"),
    };
    match (text.is_empty(), is_kept) {
        (true, _) => "none declared".to_owned(),
        (false, true) => format!("{text}, kept to"),
        (false, false) => format!("{text}, broken"),
    }
}

fn waits(vendor: &Vendor) -> impl Iterator<Item = (&str, Bounds)> {
    vendor.operations.iter().filter_map(|operation| Some((operation.name.value.as_str(), Bounds::of(operation)?)))
}

/// The same as one JSON document: `specs`, each with the bounds of its waits, and `diagnostics`, all mistakes of them.
fn document(checked: &[Result<Vendor, Report>]) -> Value {
    let specs = checked.iter().map(|one| match one {
        Ok(vendor) => json!({
            "file": vendor.path,
            "vendor": vendor.name,
            "mistakes": 0,
            "waits": waits(vendor).map(|(name, bounds)| of_bounds(name, &bounds)).collect::<Vec<_>>(),
            "webhooks": events::document(vendor),
        }),
        Err(report) => json!({
            "file": report.source.path,
            "vendor": null,
            "mistakes": report.diagnostics.len(),
            "waits": [],
            "webhooks": [],
        }),
    });
    let diagnostics = checked.iter().filter_map(|one| match one.as_ref().err()?.to_json() {
        Value::Array(all) => Some(all),
        _ => None,
    });
    json!({ "specs": specs.collect::<Vec<_>>(), "diagnostics": diagnostics.flatten().collect::<Vec<_>>() })
}

fn of_bounds(name: &str, bounds: &Bounds) -> Value {
    let limits = &bounds.limits;
    let interval = (!limits.min_interval.is_zero()).then_some(match limits.per {
        Per::Client => "client",
        Per::Operation => "operation",
        Per::Job => "job",
    });
    let of = |own: bool| if own { "operation" } else { "client" };
    let rate = |rate: &Rate| json!({ "calls": rate.calls, "within_ms": millis(rate.per), "per": of(limits.own_rates) });
    json!({
        "operation": name,
        "deadline_ms": millis(bounds.deadline),
        "most_requests": bounds.requests,
        "least_spacing_ms": millis(bounds.least),
        "fastest_pace_ms": millis(bounds.fastest),
        "slowest_pace_ms": millis(bounds.slowest),
        "slowed_pace_ms": millis(bounds.slowed),
        "vendor_limit_ms": interval.is_some().then(|| millis(limits.min_interval)),
        "vendor_limit_per": interval,
        "vendor_rates": limits.rates.iter().map(rate).collect::<Vec<_>>(),
        "vendor_concurrent": limits.concurrent.map(|calls| json!({ "calls": calls, "per": of(limits.own_concurrent) })),
        "limit_is_kept": bounds.keeps_limit(),
    })
}
