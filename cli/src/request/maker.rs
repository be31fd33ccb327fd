//! Makes a request by a spec, as the generated client makes it: by the same runtime, in the same order.

mod values;

use settled::__private::v1 as rt;
use settled::{Hosts, Now};
use settled_codegen::model::{
    Body, FormPart, Header, HeaderValue, InputKind, Json, LinkKind, Multipart, Operation, Part, Placed, Sent, Signer,
    Stage, Text, Vendor,
};
use settled_codegen::spec::OneMethod;

use super::given::Given;

/// A computed value.
pub(crate) struct Computed {
    /// Its name in the spec.
    pub(crate) name: String,
    /// What it is.
    pub(crate) value: String,
    /// What was digested or signed.
    pub(crate) over: Option<String>,
}

/// What was made.
pub(crate) struct Made {
    /// The request.
    pub(crate) request: rt::Request,
    /// The values that were computed for it, in their order.
    pub(crate) values: Vec<Computed>,
}

/// Why nothing can be made: a sentence.
pub(crate) type Trouble = String;

/// Makes the request of an operation. `server` is the position of the server.
pub(crate) fn make(
    vendor: &Vendor,
    operation: &Operation,
    given: &Given<'_>,
    bases: &[String],
    now: Now,
) -> Result<Made, Trouble> {
    let at = rt::Attempt::new(now);
    let hosts = Hosts::new(bases.iter().map(String::as_str), vendor.hosts.iter().map(String::as_str));
    let mut maker = Maker { operation, given, at: at.with_bases(bases), values: Vec::new(), overs: Vec::new() };
    maker.at = maker.at.with_hosts(&hosts);
    let request = maker.run(bases.get(operation.role).map_or("", String::as_str))?;
    let names = operation.values.iter().map(|value| value.name.clone());
    let values = names.zip(maker.values).zip(maker.overs);
    let values = values.filter_map(|((name, value), over)| Some(Computed { name, value: value?, over })).collect();
    Ok(Made { request, values })
}

struct Maker<'a> {
    operation: &'a Operation,
    given: &'a Given<'a>,
    at: rt::Attempt<'a>,
    /// The values, by position; `None` where not computed yet.
    values: Vec<Option<String>>,
    overs: Vec<Option<String>>,
}

/// Generated code has its names for good; here they come from a file, in a process that is about to end.
fn for_good(name: &str) -> &'static str {
    Box::leak(name.to_owned().into_boxed_str())
}

impl Maker<'_> {
    fn run(&mut self, base: &str) -> Result<rt::Request, Trouble> {
        let operation = self.operation;
        self.values = vec![None; operation.values.len()];
        self.overs = vec![None; operation.values.len()];
        self.compute(Stage::Start, None)?;
        let mut request = self.start(base)?;
        if operation.reply_kind.is_any() {
            request.accept_any();
        }
        self.compute(Stage::Path, Some(&request))?;
        if let Some(body) = &operation.body {
            self.body(body, &mut request);
        }
        self.compute(Stage::Body, Some(&request))?;
        let is_late = |text: &Text| text.stage(&operation.values) >= Stage::Query;
        for placed in operation.query.iter().filter(|placed| !is_late(&placed.value)) {
            self.placed(placed, &mut request, rt::Compose::query);
        }
        self.compute(Stage::Query, Some(&request))?;
        for placed in operation.query.iter().filter(|placed| is_late(&placed.value)) {
            self.placed(placed, &mut request, rt::Compose::query);
        }
        self.compute(Stage::Target, Some(&request))?;
        let is_late = |header: &Header| header.value.stage(&operation.values) == Stage::Headers;
        for header in operation.headers.iter().filter(|header| !is_late(header)) {
            self.header(header, &mut request);
        }
        self.compute(Stage::Headers, Some(&request))?;
        for header in operation.headers.iter().filter(|header| is_late(header)) {
            self.header(header, &mut request);
        }
        self.finish(request)
    }

    /// The method and the URL without its query.
    fn start(&self, base: &str) -> Result<rt::Compose, Trouble> {
        let method = match self.operation.method {
            OneMethod::Get => rt::Method::GET,
            OneMethod::Post => rt::Method::POST,
            OneMethod::Put => rt::Method::PUT,
            OneMethod::Patch => rt::Method::PATCH,
            OneMethod::Delete => rt::Method::DELETE,
        };
        if let Some(kind) = self.operation.link {
            let (name, url) = match self.operation.path.0.first() {
                Some(Part::Input(at)) => (self.operation.inputs[*at].name.as_str(), self.given.input(*at)),
                _ => ("url", None),
            };
            let (name, url) = (for_good(name), url.unwrap_or_default());
            let link = match kind {
                LinkKind::Vendor => self.at.vendor_link(name, &url, base),
                LinkKind::Any => self.at.any_link(name, &url),
            };
            return Ok(rt::Compose::link(method, &link.map_err(|bad| bad.to_string())?));
        }
        let mut request = rt::Compose::new(method, base);
        for part in &self.operation.path.0 {
            let text = self.part(part, None);
            match part {
                Part::Plain(text) => request.path(text),
                Part::Input(at) => {
                    let input = &self.operation.inputs[*at];
                    match input.kind {
                        InputKind::PathTail => request.path_tail(for_good(&input.name), &text),
                        _ => request.path_value(for_good(&input.name), &text),
                    }
                }
                _ => request.path_value("value", &text),
            }
        }
        Ok(request)
    }

    fn finish(&self, request: rt::Compose) -> Result<rt::Request, Trouble> {
        let text = |text: &Text| self.text(text, Some(&request));
        let signed = match &self.operation.signer {
            None => request.finish(),
            Some(Signer::OAuth1(oauth1)) => {
                let (key, secret) = (text(&oauth1.consumer_key), text(&oauth1.consumer_secret));
                let token = oauth1.token.as_ref().map(|(token, secret)| (text(token), text(secret)));
                let realm = oauth1.realm.as_ref().filter(|realm| !self.is_left_out(realm)).map(text);
                request.finish().and_then(|request| {
                    let keys = rt::OAuth1 {
                        digest: if oauth1.is_sha256 { rt::Digest::HmacSha256 } else { rt::Digest::HmacSha1 },
                        realm: realm.as_deref(),
                        consumer_key: &key,
                        consumer_secret: &secret,
                        token: token.as_ref().map(|(token, secret)| (token.as_str(), secret.as_str())),
                        nonce: &rt::Encoding::Hex.encode(&self.at.chance.of_attempt(oauth1.nonce)[..16]),
                        timestamp: &rt::unix_seconds(self.at.now),
                    };
                    rt::sign_oauth1(request, keys)
                })
            }
            Some(Signer::AwsSigV4(aws)) => {
                let [service, region, access_key, secret_key] =
                    [&aws.service, &aws.region, &aws.access_key, &aws.secret_key].map(text);
                let session = aws.session_token.as_ref().filter(|token| !self.is_left_out(token)).map(text);
                request.finish().and_then(|request| {
                    let keys = rt::AwsKeys {
                        region: &region,
                        service: &service,
                        access_key: &access_key,
                        secret_key: &secret_key,
                        session_token: session.as_deref(),
                        content_sha256: aws.content_sha256,
                    };
                    rt::sign_aws(request, &keys, self.at.now)
                })
            }
        };
        signed.map_err(|bad| bad.to_string())
    }

    fn body(&self, body: &Body, request: &mut rt::Compose) {
        match body {
            Body::Json(json) => {
                if let Some(json) = self.json(json, Some(request)) {
                    request.json(rt::Written(&json));
                }
            }
            Body::Form(members) => {
                request.start_form();
                members.iter().for_each(|placed| self.placed(placed, request, rt::Compose::form));
            }
            Body::Multipart(form) => self.multipart(form, request),
            Body::Text(text) => {
                let text = self.text(text, Some(request));
                request.text(&text);
            }
            Body::Bytes(at) => request.bytes(&self.given.bytes(*at).into()),
        }
    }

    fn multipart(&self, form: &Multipart, request: &mut rt::Compose) {
        request.start_parts(&self.at.chance.of_attempt(form.boundary));
        for part in &form.parts {
            match part {
                FormPart::Text(placed) => self.placed(placed, request, rt::Compose::part),
                FormPart::Json(part) => {
                    let media_type = self.text(&part.media_type, Some(request));
                    if let Some(json) = self.json(&part.json, Some(request)) {
                        request.json_part(for_good(&part.name), &media_type, rt::Written(&json));
                    }
                }
                FormPart::File(part) if !self.given.is_left_out(part.input) => {
                    let filename = self.text(&part.filename, Some(request));
                    let media_type = self.text(&part.media_type, Some(request));
                    let file = self.given.bytes(part.input).into();
                    request.file_part(for_good(&part.name), &filename, &media_type, &file);
                }
                FormPart::File(_) => {}
            }
        }
        request.end_parts();
    }

    /// A query parameter or a member of a form.
    fn placed(&self, placed: &Placed, request: &mut rt::Compose, put: fn(&mut rt::Compose, &str, &str)) {
        if let [Part::Input(at)] = placed.value.0.as_slice()
            && matches!(self.operation.inputs[*at].kind, InputKind::List(_))
        {
            self.given.elements(*at).iter().for_each(|item| put(request, &placed.name, item));
        } else if !self.is_left_out(&placed.value) {
            let value = self.text(&placed.value, Some(request));
            put(request, &placed.name, &value);
        }
    }

    fn header(&self, header: &Header, request: &mut rt::Compose) {
        let value = match &header.value {
            HeaderValue::Text(text) if self.is_left_out(text) => return,
            HeaderValue::Text(text) => self.text(text, Some(request)),
            HeaderValue::Basic(user, password) => {
                rt::basic(&self.text(user, Some(request)), &self.text(password, Some(request)))
            }
        };
        request.header(for_good(&header.name), &value);
    }

    /// Whether a text is left out with what it is made of.
    fn is_left_out(&self, text: &Text) -> bool {
        text.0.iter().any(|part| match part {
            Part::Setting(at) => self.given.setting(*at).is_none(),
            Part::Input(at) => self.given.is_left_out(*at),
            _ => false,
        })
    }

    fn text(&self, text: &Text, request: Option<&rt::Compose>) -> String {
        text.0.iter().map(|part| self.part(part, request)).collect()
    }

    fn bytes(&self, text: &Text, request: Option<&rt::Compose>) -> Vec<u8> {
        let part = |part: &Part| match (part, request) {
            (Part::Request(Sent::Body), Some(request)) => request.sent_body().to_vec(),
            _ => self.part(part, request).into_bytes(),
        };
        text.0.iter().flat_map(part).collect()
    }

    fn part(&self, part: &Part, request: Option<&rt::Compose>) -> String {
        match part {
            Part::Plain(text) => text.clone(),
            Part::Setting(at) => self.given.setting(*at).unwrap_or_default(),
            Part::Input(at) => self.given.input(*at).unwrap_or_default(),
            Part::Value(at) => self.values[*at].clone().unwrap_or_default(),
            Part::Token(token, field) => self.given.token(*token, *field),
            Part::Request(sent) => request.map(|request| of_request(sent, request)).unwrap_or_default(),
            // Proofs of replies alone are made of these.
            Part::Reply(_) | Part::ReplyBody | Part::Parsed(_) => String::new(),
        }
    }

    /// JSON as text; `None` where it is left out.
    fn json(&self, json: &Json, request: Option<&rt::Compose>) -> Option<String> {
        Some(match json {
            Json::Object(members) => {
                let mut object = rt::Object::new();
                for (name, member) in members {
                    if let Some(member) = self.json(member, request) {
                        object.member(name, rt::Written(&member));
                    }
                }
                rt::json_text(object)
            }
            Json::List(items) => {
                let mut list = rt::List::new();
                items.iter().filter_map(|item| self.json(item, request)).for_each(|item| list.item(rt::Written(&item)));
                rt::json_text(list)
            }
            Json::Literal(text) => text.clone(),
            Json::Text(text) | Json::Number(text) if self.is_left_out(text) => return None,
            Json::Text(text) => rt::json_text(self.text(text, request).as_str()),
            Json::Number(text) => self.text(text, request),
            Json::Input(at) => return self.input_json(*at),
        })
    }

    fn input_json(&self, at: usize) -> Option<String> {
        if self.given.is_left_out(at) {
            return None;
        }
        Some(match &self.operation.inputs[at].kind {
            InputKind::Json => self.given.json(at).to_string(),
            InputKind::List(item) => {
                let mut list = rt::List::new();
                let items = self.given.elements(at);
                items.iter().for_each(|text| list.item(rt::Written(&scalar(item, text))));
                rt::json_text(list)
            }
            kind => scalar(kind, &self.given.input(at)?),
        })
    }

    /// Computes the values of a stage.
    fn compute(&mut self, stage: Stage, request: Option<&rt::Compose>) -> Result<(), Trouble> {
        for (at, value) in self.operation.values.iter().enumerate().filter(|(_, value)| value.stage == stage) {
            let (made, over) = match self.given.told(&value.name) {
                Some(told) => (told, None),
                None => self.function(&value.name, &value.function, request)?,
            };
            self.values[at] = Some(made);
            self.overs[at] = over;
        }
        Ok(())
    }
}

fn of_request(sent: &Sent, request: &rt::Compose) -> String {
    match sent {
        Sent::Method => request.sent_method(),
        Sent::Host => request.sent_host(),
        Sent::Path => request.sent_path(),
        Sent::Query => request.sent_query(),
        Sent::Target => request.sent_target(),
        Sent::Body => request.sent_text(),
        Sent::Header(name) => request.sent_header(name),
    }
}

/// A text, number or boolean as JSON.
fn scalar(kind: &InputKind, text: &str) -> String {
    match kind {
        InputKind::Bool(_) | InputKind::Int(_) | InputKind::Float(_) => text.to_owned(),
        _ => rt::json_text(text),
    }
}
