//! botocore's waiters: the rules by which the AWS SDK for Python waits.
//!
//! The text is all `waiters-2.json` files of a botocore as one: `{ "botocore": "<version>", "waiters": [ … ] }`, each waiter
//! with its `service`, `api_version`, `name` and `file` beside what the file says of it.
//!
//! What botocore's own code does and these files do not say is kept: acceptors are asked in order; those that look into
//! the reply are not asked about errors; an error that none accepts ends the wait; any other reply means to ask again; the
//! pace is even. Where an expression fails in botocore (`length` of nothing), the rule simply does not hold.

mod acceptor;
mod condition;
mod expression;
mod read;
mod replies;
mod rules;

use crate::spec::{ErrorForm, Imported, Operation};
use crate::{Format, Imports, Refusal};
use acceptor::Acceptor;
use read::Waiter;

/// botocore's waiters.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waiters;

impl Format for Waiters {
    fn import(&self, text: &str) -> Result<Imports, Refusal> {
        let suite = read::suite(text)?;
        let mut imports = Imports { specs: Vec::new(), refused: suite.refused };
        let mut services: Vec<Vec<Waiter>> = Vec::new();
        for waiter in suite.waiters {
            match services.iter_mut().find(|service| service[0].module() == waiter.module()) {
                Some(service) => service.push(waiter),
                None => services.push(vec![waiter]),
            }
        }
        for service in services {
            let spec = import(&service, &suite.version, &mut imports.refused);
            imports.specs.extend(spec.filter(|spec| !spec.operations.is_empty()));
        }
        imports.specs.sort_by(|one, other| one.module.cmp(&other.module));
        Ok(imports)
    }
}

/// The spec of one service.
fn import(waiters: &[Waiter], version: &str, refused: &mut Vec<Refusal>) -> Option<Imported> {
    let first = waiters.first()?;
    let mut spec = Imported {
        module: first.module(),
        vendor: format!("{} {}", first.service, first.api_version),
        about: "What botocore waits for. Only the rules are taken over; the requests are none that AWS answers."
            .to_owned(),
        origin: origin(first, version),
        error: ErrorForm { key: "Error".to_owned(), code: "Code".to_owned(), message: "Message".to_owned() },
        replies: Vec::new(),
        operations: Vec::new(),
        notes: Vec::new(),
    };
    let mut parsed: Vec<(&Waiter, Vec<Acceptor>)> = Vec::new();
    for waiter in waiters {
        match acceptor::parse(waiter) {
            Ok(_) if parsed.iter().any(|(known, _)| known.operation_name() == waiter.operation_name()) => {
                refused.push(Refusal::new(waiter.id(), "another waiter has the same name; rename one of them"));
            }
            Ok(acceptors) => parsed.push((waiter, acceptors)),
            Err(refusal) => refused.push(refusal),
        }
    }
    let replies = replies::replies(&mut parsed, refused);
    for (waiter, acceptors) in &parsed {
        let reply = replies.iter().find(|(name, _)| *name == waiter.operation);
        let Some((_, shape)) = reply else { continue };
        match rules::rules(waiter, acceptors, shape, &mut spec.notes) {
            Ok(rules) => spec.operations.push(Operation {
                name: waiter.operation_name(),
                id: waiter.id(),
                about: waiter.about(),
                reply: waiter.operation.clone(),
                rules,
                every: waiter.delay,
                tries: waiter.max_attempts,
            }),
            Err(refusal) => refused.push(refusal),
        }
    }
    // The reply of a request whose waiters were all refused would be a type that nothing uses.
    let used = |name: &String| spec.operations.iter().any(|operation| operation.reply == *name);
    spec.replies = replies.into_iter().filter(|(name, _)| used(name)).collect();
    Some(spec)
}

fn origin(waiter: &Waiter, version: &str) -> Vec<String> {
    vec![
        format!("Imported from botocore {version}: botocore/data/{}", waiter.file),
        "Copyright 2012-2026 Amazon.com, Inc. or its affiliates. All Rights Reserved.".to_owned(),
        "Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0".to_owned(),
    ]
}
