//! Inputs of every kind, in every place.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::super::support::acme;
use super::{FORM, JSON, told};

const KEY: (&str, &str) = ("authorization", "Bearer k-1");
const TEXT: (&str, &str) = ("content-type", "text/plain");

#[test]
fn lists_in_queries_and_inputs_of_the_wrong_kind_are_told() {
    let vendor = acme();
    let query = |changed: &str| format!("GET /jobs?{changed}&deep=false&account=acc+1");
    let told = |changed: &str, expected: &[&str]| {
        assert_eq!(told(&vendor, &query(changed), &[KEY], "", expected), if expected.is_empty() { 200 } else { 400 });
    };
    told("sort=newest&limit=20", &[]);
    told("id=a&kind=x&id=b&sort=none+such&limit=-3&share=1e3", &[]);
    told("sort=newest&limit=canary", &["list_jobs: the input `limit` is not a whole number"]);
    told("sort=newest&limit=1.0", &["list_jobs: the input `limit` is not a whole number"]);
    told("sort=newest&limit=1&share=inf", &["list_jobs: the input `share` is not a number"]);
    told("sort=newest&limit=1&limit=1", &["list_jobs: query parameter `limit` is given twice"]);
    told("sort=newest", &["list_jobs: query parameter `limit` is missing"]);
    told("ids=1&sort=newest&limit=1", &["list_jobs: query parameter `ids` is not in the spec"]);
    let line = "GET /jobs?sort=newest&limit=1&deep=yes&account=acc%201";
    assert_eq!(super::told(&vendor, line, &[KEY], "", &["list_jobs: the input `deep` is not `true` or `false`"]), 400);
    let line = "GET /jobs?sort=newest&limit=1&deep=true&account=acc%2B1";
    let expected = ["list_jobs: query parameter `account` is not what the spec says"];
    assert_eq!(super::told(&vendor, line, &[KEY], "", &expected), 400);
}

#[test]
fn members_of_forms_and_texts_are_told() {
    let vendor = acme();
    let good = "note=a&tag=x&tag=y&number=1&size=photo&greeting=Hello+a+%26+all&odd+name=1";
    assert_eq!(told(&vendor, "POST /forms", &[KEY, FORM], good, &[]), 200);
    assert_eq!(
        vendor.requests()[0].inputs(),
        [("note", "a"), ("tags", r#"["x","y"]"#), ("numbers", "[\"1\"]"), ("size", "photo")]
    );
    let cases = [
        (good.replace("note=a&", ""), vec!["`note` in the form is missing"]),
        (good.replace("Hello+a", "Hello+canary"), vec!["`greeting` in the form is not what the spec says"]),
        (good.replace("Hello+a+%26", "Hello%2Ba+%26"), vec!["`greeting` in the form is not what the spec says"]),
        (good.replace("number=1", "number=canary"), vec!["the input `numbers` is not a whole number"]),
        (format!("{good}&note=canary"), vec!["`note` in the form is given twice"]),
        (format!("{good}&other=canary"), vec!["`other` in the form is not in the spec"]),
        (good.replace("odd+name=1", "odd+name=2"), vec!["`odd name` in the form is not what the spec says"]),
    ];
    for (body, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|text| format!("fill_form: {text}")).collect();
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        assert_eq!(told(&vendor, "POST /forms", &[KEY, FORM], &body, &expected), 400);
    }
    let expected = ["fill_form: header `content-type` is not `application/x-www-form-urlencoded`"];
    assert_eq!(told(&vendor, "POST /forms", &[KEY, JSON], good, &expected), 400);

    let words = "n says 3 times: a=b&c {}";
    assert_eq!(told(&vendor, "POST /words", &[KEY, TEXT], words, &[]), 200);
    let expected = ["say: header `content-type` is not `text/plain`"];
    assert_eq!(told(&vendor, "POST /words", &[KEY], words, &expected), 400);
    let expected = ["say: the body cannot be checked: what it is made of stands nowhere in the request"];
    assert_eq!(told(&vendor, "POST /words", &[KEY, TEXT], "canary", &expected), 400);
    let expected = ["say: the input `count` is not a whole number"];
    assert_eq!(told(&vendor, "POST /words", &[KEY, TEXT], "n says canary times: a=b&c {}", &expected), 400);
    let expected = ["open_job: there is a body, and the spec has none"].map(|text| text.replace("open_job", "find"));
    assert_eq!(told(&vendor, "GET /find?job=1", &[KEY], "canary", &[expected[0].as_str()]), 400);
}

#[test]
fn members_of_json_of_the_wrong_type_are_told() {
    let vendor = acme();
    let good = r#"{"id":"job 7","ratio":2,"exact":true,"kind":"x",
        "all":{"tags":["1"],"counts":[1],"ratios":[1.5,2],"flags":[]},"fixed":[1,"1",true,null,"p"]}"#;
    assert_eq!(told(&vendor, "PUT /jobs/7/notes", &[KEY, JSON], good, &[]), 200);
    assert_eq!(vendor.requests()[0].input("ratios"), Some(r#"["1.5","2"]"#));
    let cases = [
        (("\"ratio\":2", "\"ratio\":\"2\""), "`ratio` in the body is not what the spec says"),
        (("\"ratio\":2,", ""), "`ratio` in the body is missing"),
        (("[1.5,2]", "[1.5,\"2\"]"), "`ratios` in `all` in the body is not what the spec says"),
        (("[\"1\"]", "[1]"), "`tags` in `all` in the body is not what the spec says"),
        (("\"counts\":[1]", "\"counts\":1"), "`counts` in `all` in the body is not what the spec says"),
        (("\"counts\":[1]", "\"counts\":[1.5]"), "`counts` in `all` in the body is not what the spec says"),
        (("\"flags\":[]", "\"flags\":[\"true\"]"), "`flags` in `all` in the body is not what the spec says"),
        ((",\"flags\":[]", ""), "`flags` in `all` in the body is missing"),
        (("\"kind\":\"x\"", "\"kind\":7"), "`kind` in the body is not what the spec says"),
        (("\"exact\":true", "\"exact\":\"true\""), "`exact` in the body is not what the spec says"),
        (("job 7", "job 8"), "`id` in the body is not what the spec says"),
        (("[1,\"1\",true", "[1,1,true"), "element 1 of `fixed` in the body has another type than the spec says"),
        (("null,\"p\"]", "null]"), "`fixed` in the body has not as many elements as the spec says"),
    ];
    for ((from, to), text) in cases {
        let body = good.replacen(from, to, 1);
        assert_ne!(body, good, "{from}");
        let expected = format!("annotate: {text}");
        assert_eq!(told(&vendor, "PUT /jobs/7/notes", &[KEY, JSON], &body, &[&expected]), 400, "{body}");
    }
}

#[test]
fn paths_that_climb_or_have_empty_parts_are_nobodys() {
    let vendor = acme();
    assert_eq!(told(&vendor, "GET /files/a/b%20c/content", &[KEY], "", &[]), 200);
    assert_eq!(vendor.requests()[0].input("path"), Some("a/b c"));
    let unknown = ["unknown path: no operation of the spec is a GET of this path"];
    for path in [
        "/files/content",
        "/files//content",
        "/files/a//b/content",
        "/files/a%2Fb/content",
        "/files/../content",
        "/files/%2e%2E/content",
        "/files/a/./content",
        "/files/a/b",
    ] {
        assert_eq!(told(&vendor, &format!("GET {path}"), &[KEY], "", &unknown), 404, "{path}");
    }
    let told = told(
        &vendor,
        "PUT /stores/x/y",
        &[KEY, ("x-tags", "v1|acc 1"), ("x-counts", "")],
        "",
        &["put_file: the input `store` is not a whole number"],
    );
    assert_eq!(told, 400);
}

#[test]
fn joined_texts_are_cut_and_joined_again() {
    let vendor = acme();
    let put = |tags: &str, counts: &str, expected: &[&str]| {
        told(&vendor, "PUT /stores/1/y", &[KEY, ("x-tags", tags), ("x-counts", counts)], "", expected)
    };
    assert_eq!(put("v1|a|b|acc 1", &STANDARD.encode("1\n2"), &[]), 200);
    assert_eq!(vendor.requests()[0].input("tags"), Some(r#"["a","b"]"#));
    assert_eq!(vendor.requests()[0].input("counts"), Some(r#"["1","2"]"#));
    let wrong = "put_file: header `x-tags` is not what the spec says";
    assert_eq!(put("v2|a|acc 1", "", &[wrong]), 400);
    assert_eq!(put("v1|a|acc 2", "", &[wrong]), 400);
    assert_eq!(put("v1", "", &[wrong]), 400);
    assert_eq!(put("v1|acc 1", &STANDARD.encode("1\nx"), &["put_file: the input `counts` is not a whole number"]), 400);
    assert_eq!(put("v1|acc 1", "canary!", &["put_file: header `x-counts` is not what the spec says"]), 400);
}
