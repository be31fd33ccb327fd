//! The values of a spec, computed by the runtime's own functions.

use settled::__private::v1 as rt;
use settled::Now;
use settled_codegen::model::{
    Chance, Encoding, Function, Hash, Hmac, HmacHash, InputKind, KeyEncoding, Lot, Moment, Part, Text,
};

use super::{Maker, Trouble};

impl Maker<'_> {
    /// A value, and what was digested or signed for it.
    pub(super) fn function(
        &self,
        name: &str,
        function: &Function,
        request: Option<&rt::Compose>,
    ) -> Result<(String, Option<String>), Trouble> {
        let shown = |bytes: &[u8]| Some(String::from_utf8_lossy(bytes).into_owned());
        Ok(match function {
            Function::Now(moment, plus) => (moment_of(*moment, self.at.now.plus(*plus)), None),
            Function::Random(chance, lot) => (self.random(*chance, *lot), None),
            Function::Digest(text, hash, encoding) => {
                let under = self.bytes(text, request);
                let digest = match hash {
                    Hash::Md5 => rt::md5(&[&under]),
                    Hash::Sha1 => rt::sha1(&[&under]),
                    Hash::Sha256 => rt::sha256(&[&under]),
                    Hash::Sha512 => rt::sha512(&[&under]),
                };
                (encoding_of(*encoding).encode(&digest), shown(&under))
            }
            Function::Hmac(hmac) => {
                let under = self.bytes(&hmac.text, request);
                let made = self.hmac(hmac, &under, request);
                match (made.is_empty(), self.is_stand_in(&hmac.key)) {
                    (false, _) => (made, shown(&under)),
                    (true, true) => (self.given.stand_in(name), shown(&under)),
                    (true, false) => {
                        return Err(format!("the key of `{name}` is empty, or not written as the spec says"));
                    }
                }
            }
            Function::Rsa(rsa) => {
                let (key, under) = (self.bytes(&rsa.key, request), self.bytes(&rsa.text, request));
                match rt::rsa_sha256(&key, "the key", &[&under]) {
                    Ok(made) => (encoding_of(rsa.encoding).encode(&made), shown(&under)),
                    Err(_) if self.is_stand_in(&rsa.key) => (self.given.stand_in(name), shown(&under)),
                    Err(bad) => return Err(format!("`{name}` cannot be made: {bad}")),
                }
            }
            Function::Base64(text) => (rt::Encoding::Base64.encode(&self.bytes(text, request)), None),
            Function::Join(texts, with) => {
                let mut all = Vec::new();
                for text in texts {
                    match text.0.as_slice() {
                        [Part::Input(at)] if matches!(self.operation.inputs[*at].kind, InputKind::List(_)) => {
                            all.extend(self.given.elements(*at));
                        }
                        _ if self.is_left_out(text) => {}
                        _ => all.push(self.text(text, request)),
                    }
                }
                (all.join(with), None)
            }
            Function::JsonText(json) => (self.json(json, request).unwrap_or_default(), None),
            Function::Fingerprint(key, encoding) => {
                let bytes = self.bytes(key, request);
                match rt::public_key_sha256(&bytes, "the key") {
                    Ok(digest) => (encoding_of(*encoding).encode(&digest), None),
                    Err(_) if self.is_stand_in(key) => (self.given.stand_in(name), None),
                    Err(bad) => return Err(format!("`{name}` cannot be made: {bad}")),
                }
            }
            Function::Jwt(jwt) => {
                let key = self.bytes(&jwt.key, request);
                let header: Vec<_> = jwt.header.iter().map(|(name, text)| (name, self.text(text, request))).collect();
                let header: Vec<_> = header.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
                let claims = self.json(&jwt.claims, request).unwrap_or_default();
                let algorithm = format!("{:?}", jwt.algorithm).to_uppercase();
                match rt::jwt(&algorithm, &key, "the key", &header, rt::Written(&claims)) {
                    Ok(made) => (made, Some(claims)),
                    Err(_) if self.is_stand_in(&jwt.key) => (self.given.stand_in(name), Some(claims)),
                    Err(bad) => return Err(format!("`{name}` cannot be made: {bad}")),
                }
            }
        })
    }

    /// Whether something that a key is made of was not told.
    fn is_stand_in(&self, key: &Text) -> bool {
        key.0.iter().any(|part| self.given.is_stand_in(part))
    }

    fn hmac(&self, hmac: &Hmac, under: &[u8], request: Option<&rt::Compose>) -> String {
        let key = self.bytes(&hmac.key, request);
        let key = match hmac.key_as {
            KeyEncoding::Text => key,
            KeyEncoding::Hex => rt::key_bytes(&key, rt::Encoding::Hex),
            KeyEncoding::Base64 => rt::key_bytes(&key, rt::Encoding::Base64),
        };
        let made = match hmac.hash {
            HmacHash::Sha1 => rt::hmac_sha1(&key, &[under]),
            HmacHash::Sha256 => rt::hmac_sha256(&key, &[under]),
            HmacHash::Sha512 => rt::hmac_sha512(&key, &[under]),
        };
        made.encode(encoding_of(hmac.encoding))
    }

    /// Always the same: what is shown twice must not differ.
    fn random(&self, chance: Chance, lot: Lot) -> String {
        let bytes = match lot.per_call {
            true => self.at.chance.of_call(lot.number),
            false => self.at.chance.of_attempt(lot.number),
        };
        match chance {
            Chance::Uuid => rt::uuid_v4(bytes),
            Chance::Bytes(count, encoding) => encoding_of(encoding).encode(&bytes[..usize::from(count)]),
        }
    }
}

fn encoding_of(encoding: Encoding) -> rt::Encoding {
    match encoding {
        Encoding::Hex => rt::Encoding::Hex,
        Encoding::HexUpper => rt::Encoding::HexUpper,
        Encoding::Base64 => rt::Encoding::Base64,
        Encoding::Base64Url => rt::Encoding::Base64Url,
    }
}

fn moment_of(moment: Moment, now: Now) -> String {
    match moment {
        Moment::Rfc3339 => rt::rfc3339(now),
        Moment::Rfc3339Millis => rt::rfc3339_millis(now),
        Moment::UnixSeconds => rt::unix_seconds(now),
        Moment::UnixMillis => rt::unix_millis(now),
        Moment::HttpDate => rt::http_date(now),
        Moment::IsoBasic => rt::iso_basic(now),
        Moment::Date => rt::date(now),
    }
}
