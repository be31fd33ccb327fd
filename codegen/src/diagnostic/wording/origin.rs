//! Where requests go: servers, hosts, links, tokens.

use super::{Problem, Wording, say};

impl Problem {
    pub(super) fn of_origin(&self) -> Option<Wording> {
        Some(match self {
            Problem::BadBaseUrl { url, reason } => say(
                format!("`{url}` cannot be a base URL: {reason}"),
                "expected a URL such as `https://api.acme.example/v1`",
            ),
            Problem::TokenInBaseUrl { name } => {
                say(format!("`{name}` is a base URL only by itself"), "beside other text")
                    .help(format!("write `\"{{{name}}}\"` alone, and put the rest in front of the paths"))
            }
            Problem::ReplacesNoSecret { name } => {
                say(format!("`{name}` is not a setting that is a `secret`"), "the reply of a token replaces secrets alone")
                    .help("name the setting that the token is asked for with, as in `pin: { refresh_token: \"{reply.refresh_token}\" }`")
            }
            Problem::CredentialsAnywhere {} => {
                say("a `url` may lead to any host, and credentials must not go there", "would send the vendor's `auth`")
                    .help("say `auth: none` here; or, where the URL is the vendor's own, declare it as `vendor_url`")
            }
            Problem::SecretAnywhere {} => {
                say("a `url` may lead to any host, and secrets must not go there", "would send a secret")
                    .help("take the secret out of its headers, query and body; or, where the URL is the vendor's own, declare it as `vendor_url`")
            }
            Problem::WholeToken { name } => say(format!("`{name}` is a token, and not one of its fields"), "which field?")
                .help(format!("name a place of its reply, as in `{{{name}.access_token}}`")),
            Problem::TokenCycle { name } => {
                say(format!("the token `{name}` needs itself"), "cannot be fetched without itself")
                    .help("give its request an `auth` of its own that needs no such token, and see which tokens the vendor's `headers` need")
            }
            Problem::LifeMisfit { path, ty, expected } => {
                say(format!("`{path}` is {ty}, and no life of a token"), format!("expected {expected}"))
            }
            Problem::OnlyForTokens { key } => {
                say(format!("`{key}` belongs to tokens"), "this is no token").help("declare it under `tokens`, or take it out")
            }
            Problem::NotForTokens { key } => {
                say(format!("`{key}` says nothing for a token"), "not used").help("take it out")
            }
            Problem::BasesDiffer { role } => {
                say(format!("the base URL of `{role}` comes from a token in one server and not in another"), "another source")
                    .help("let it come from the same place in every server, or give it another role")
            }
            Problem::BaseWithoutHosts { name } => {
                say(format!("the base URL `{name}` comes from a reply, and could be anywhere"), "which hosts may it have?")
                    .help("list the vendor's hosts, as in `hosts: [\"*.acme.example\"]`")
            }
            Problem::BadHost { host, reason } => say(format!("`{host}` cannot be a host of the vendor: {reason}"), "not taken")
                .help("as in `files.acme.example` or `*.acme.example`"),
            Problem::UnsafeInHost { name, is_whole } => match is_whole {
                true => say(format!("`{name}` cannot be a whole base URL"), "not of type `url`")
                    .help(format!("declare it as `{name}: url`")),
                false => say(format!("`{name}` in a base URL could lead to any host"), "may hold dots, slashes and more")
                    .help("declare it as `host_label`, or as an enum of words that are letters, digits and `-`"),
            },
            Problem::RolesDiffer { role, at } => match at {
                Some(at) => say(format!("the role `{role}` is not in every server"), "has other roles than the first")
                    .at(*at, "the first server")
                    .help("give every server the same roles"),
                None => say(format!("the servers have no role `{role}`"), format!("has no `{role}`"))
                    .help("operations are asked of it unless they say another `server`"),
            },
            _ => return None,
        })
    }
}
