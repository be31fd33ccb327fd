use super::*;

fn path(values: &[&str]) -> Result<String, InvalidInput> {
    let mut request = Compose::new(Method::GET, "https://api.acme.test/v1");
    for value in values {
        request.path("/jobs/");
        request.path_value("id", value);
    }
    request.finish().map(|request| request.uri().to_string())
}

#[test]
fn values_stay_within_their_segment() {
    assert_eq!(path(&["a-b_c.d~9"]).as_deref(), Ok("https://api.acme.test/v1/jobs/a-b_c.d~9"));
    assert_eq!(path(&["a/b", "?x=1#y"]).as_deref(), Ok("https://api.acme.test/v1/jobs/a%2Fb/jobs/%3Fx%3D1%23y"));
    assert_eq!(
        path(&["%2e%2e", "é \\@:;+"]).as_deref(),
        Ok("https://api.acme.test/v1/jobs/%252e%252e/jobs/%C3%A9%20%5C%40%3A%3B%2B")
    );
    assert_eq!(path(&["...", ".a"]).as_deref(), Ok("https://api.acme.test/v1/jobs/.../jobs/.a"));
}

#[test]
fn values_without_a_safe_form_are_refused_and_not_shown() {
    let long = "s3cr3t".repeat(200);
    for value in ["", ".", "..", "a\nb", "a\r", "\0", "\t", "\u{7f}", "\u{85}s3cr3t", &long] {
        let wrong = path(&[value]).expect_err(value);
        assert_eq!(wrong.input(), "id");
        assert!(!format!("{wrong} {wrong:?}").contains("s3cr3t"), "{wrong}");
    }
    // The first one that is wrong is told.
    assert!(path(&["", ".."]).expect_err("two wrong ones").to_string().contains("empty"));
}

#[test]
fn each_header_is_sent_once() {
    let mut request = Compose::new(Method::POST, "https://api.acme.test");
    request.header("accept", "text/csv");
    request.header("x-a", "1");
    request.header("x-a", "2");
    request.text("a");
    request.header("content-type", "text/csv");
    let request = request.finish().expect("a request");
    let mut headers: Vec<_> = request.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    headers.sort_unstable();
    assert_eq!(headers, [("accept", &b"text/csv"[..]), ("content-type", b"text/csv"), ("x-a", b"2")]);
    let plain = Compose::new(Method::GET, "https://api.acme.test").finish().expect("a request");
    assert_eq!(plain.headers()["accept"], "application/json");
    let mut file = Compose::new(Method::GET, "https://api.acme.test");
    file.accept_any();
    assert_eq!(file.sent_header("accept"), "*/*");
    assert_eq!(file.finish().expect("a request").headers()["accept"], "*/*");
}

#[test]
fn queries_keep_names_and_values_whole() {
    let mut request = Compose::new(Method::GET, "https://api.acme.test");
    request.path("/jobs");
    request.query("id", "a&b=c#d+e f");
    request.query("näme[]", "");
    let request = request.finish().expect("a request");
    assert_eq!(request.uri(), "https://api.acme.test/jobs?id=a%26b%3Dc%23d%2Be%20f&n%C3%A4me%5B%5D=");
}

#[test]
fn headers_are_visible_ascii_and_hidden_from_debug() {
    let mut request = Compose::new(Method::GET, "https://api.acme.test/");
    request.header("x-key", "s3cr3t one");
    request.header("x-key", "s3cr3t two");
    let request = request.finish().expect("a request");
    assert_eq!(request.headers()["x-key"], "s3cr3t two");
    assert!(!format!("{request:?}").contains("s3cr3t"), "{request:?}");
    for value in ["a\r\nx-evil: 1", "a\rb", "a\nb", "a\tb", "a\0b", "é", "\u{7f}"] {
        let mut request = Compose::new(Method::GET, "https://api.acme.test/");
        request.header("x-key", value);
        assert_eq!(request.finish().expect_err(value).input(), "x-key");
    }
}

#[test]
fn bodies_are_json_whatever_the_texts_are() {
    let text = "\"\\\n\u{0}\u{1f}é\u{2028}😀";
    let mut inner = Object::new();
    inner.optional("left out", None::<&str>);
    inner.optional("n", Some(-7_i64));
    let mut list = List::new();
    list.item(true);
    list.item(Literal("1.50"));
    list.item(Object::new());
    list.item(List::new());
    let mut body = Object::new();
    body.member(text, text);
    body.member("inner", json_text(inner));
    body.member("list", list);
    let mut request = Compose::new(Method::POST, "https://api.acme.test/");
    request.json(body);
    let request = request.finish().expect("a request");
    assert_eq!(request.headers()["content-type"], "application/json");
    let written: serde_json::Value = serde_json::from_slice(request.body()).expect("JSON");
    assert_eq!(written[text], text);
    assert_eq!(written["inner"], "{\"n\":-7}");
    assert_eq!(written["list"].to_string(), "[true,1.50,{},[]]".replace("1.50", &written["list"][1].to_string()));
    assert!(std::str::from_utf8(request.body()).expect("text").contains(",1.50,"), "literals stay as written");
}

#[test]
fn a_content_type_of_ones_own_stays() {
    let mut request = Compose::new(Method::POST, "https://api.acme.test/");
    request.header("content-type", "application/vnd.acme+json");
    request.json(Object::new());
    let request = request.finish().expect("a request");
    assert_eq!(request.headers().get_all("content-type").iter().count(), 1);
    assert_eq!(request.headers()["content-type"], "application/vnd.acme+json");
}
