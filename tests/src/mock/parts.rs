//! What the texts of an operation are made of.

use settled_codegen::model::{Body, Expected, FormPart, Function, HeaderValue, Json, Operation, Part, Signer, Text};

/// Every part of what an operation sends, and of the proof of its replies.
pub(super) fn all(operation: &Operation) -> Vec<&Part> {
    let mut parts: Vec<&Part> = operation.path.0.iter().collect();
    operation.query.iter().for_each(|placed| parts.extend(&placed.value.0));
    for header in &operation.headers {
        match &header.value {
            HeaderValue::Text(text) => parts.extend(&text.0),
            HeaderValue::Basic(user, password) => parts.extend(user.0.iter().chain(&password.0)),
        }
    }
    match &operation.body {
        Some(Body::Json(json)) => of_json(json, &mut parts),
        Some(Body::Form(members)) => members.iter().for_each(|placed| parts.extend(&placed.value.0)),
        Some(Body::Multipart(form)) => {
            form.parts.iter().flat_map(FormPart::texts).for_each(|text| parts.extend(&text.0));
            form.parts.iter().filter_map(FormPart::json).for_each(|json| of_json(json, &mut parts));
        }
        Some(Body::Text(text)) => parts.extend(&text.0),
        Some(Body::Bytes(_)) => {}
        None => {}
    }
    operation.values.iter().for_each(|value| of_function(&value.function, &mut parts));
    operation.signer.iter().flat_map(of_signer).for_each(|text| parts.extend(&text.0));
    if let Some(verify) = &operation.verify {
        let digest = verify.digest().into_iter().flat_map(|digest| &digest.expected).flat_map(Expected::texts);
        let texts = digest.chain(verify.values.iter().flat_map(|value| value.function.texts()));
        parts.extend(texts.flat_map(|text| &text.0));
    }
    parts
}

/// The tokens that an operation's requests carry, or are signed with.
pub(super) fn tokens(operation: &Operation) -> Vec<usize> {
    let mut tokens = Vec::new();
    for part in all(operation) {
        if let Part::Token(token, _) = part
            && !tokens.contains(token)
        {
            tokens.push(*token);
        }
    }
    tokens
}

fn of_function<'m>(function: &'m Function, parts: &mut Vec<&'m Part>) {
    let mut add = |text: &'m Text| parts.extend(&text.0);
    match function {
        Function::Now(..) | Function::Random(..) => {}
        Function::Digest(text, ..) | Function::Base64(text) => add(text),
        Function::Hmac(hmac) => {
            add(&hmac.text);
            add(&hmac.key);
        }
        Function::Rsa(rsa) => {
            add(&rsa.text);
            add(&rsa.key);
        }
        Function::Join(texts, _) => texts.iter().for_each(add),
        Function::JsonText(json) => of_json(json, parts),
        Function::Fingerprint(key, _) => add(key),
        Function::Jwt(jwt) => {
            add(&jwt.key);
            jwt.header.iter().for_each(|(_, text)| add(text));
            of_json(&jwt.claims, parts);
        }
    }
}

fn of_signer(signer: &Signer) -> Vec<&Text> {
    match signer {
        Signer::OAuth1(oauth1) => {
            let token = oauth1.token.iter().flat_map(|(token, secret)| [token, secret]);
            token.chain([&oauth1.consumer_key, &oauth1.consumer_secret]).chain(&oauth1.realm).collect()
        }
        Signer::AwsSigV4(aws) => [&aws.service, &aws.region, &aws.access_key, &aws.secret_key]
            .into_iter()
            .chain(&aws.session_token)
            .collect(),
    }
}

fn of_json<'m>(json: &'m Json, parts: &mut Vec<&'m Part>) {
    match json {
        Json::Object(members) => members.iter().for_each(|(_, member)| of_json(member, parts)),
        Json::List(items) => items.iter().for_each(|item| of_json(item, parts)),
        Json::Text(text) | Json::Number(text) => parts.extend(&text.0),
        Json::Literal(_) | Json::Input(_) => {}
    }
}
