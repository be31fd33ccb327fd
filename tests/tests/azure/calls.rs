//! How each family of operations is called, and how it ended.

use std::future::Future;
use std::time::Duration;

use settled::{Error, ErrorKind, HasResult, JobWait, Outcome, Reply, Settled, Wait};

use super::arm::{Client, Product};

/// The operation or the job that a scenario is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Call {
    Put,
    Patch,
    Delete,
    Customize,
    Creation,
    Change,
    Action,
    FollowedAction,
    ToldAction,
    List,
    Paged,
    Word,
    PostForPage,
}

/// How it ended.
#[derive(Debug, PartialEq)]
pub(crate) enum End {
    Settled(Outcome, Seen),
    /// The kind of the error, the HTTP status of the last reply, and the vendor's message.
    Error(ErrorKind, Option<u16>, Option<String>),
}

/// What came out: the id, the name, and the state that it tells; of what failed code and message first.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Seen(pub(crate) String, pub(crate) String, pub(crate) String);

macro_rules! paced {
    ($wait:expr) => {
        $wait.every(Duration::from_millis(2)).jitter(0.0).deadline(Duration::from_secs(60)).tries(20).faults(2)
    };
}

macro_rules! submitted {
    ($job:expr, $path:expr, $again:expr) => {
        sent($again, || $job.submit().resource($path).send()).await?.wait()
    };
}

impl Call {
    /// Calls it at this path. Where `again` names a kind of error, each single request fails with it once and is sent
    /// once more, as by a person who has looked at the vendor.
    pub(crate) async fn run(self, client: &Client, path: &str, again: Option<ErrorKind>) -> End {
        self.end(client, path, again).await.unwrap_or_else(|error| {
            let status = error.http_status().map(|status| status.as_u16());
            End::Error(error.kind(), status, error.vendor_message().map(str::to_owned))
        })
    }

    async fn end(self, client: &Client, path: &str, again: Option<ErrorKind>) -> Result<End, Error> {
        match self {
            Call::Put => followed(client.put().resource(path).wait()).await,
            Call::Patch => followed(client.patch().resource(path).wait()).await,
            Call::Delete => followed(client.delete().resource(path).wait()).await,
            Call::Customize => followed(client.customize().mode(path).wait()).await,
            Call::Creation => finished(submitted!(client.creation(), path, again), again, product).await,
            Call::Change => finished(submitted!(client.change(), path, again), again, product).await,
            Call::FollowedAction => finished(submitted!(client.followed_action(), path, again), again, product).await,
            Call::List => {
                let only = |list: Vec<Product>| {
                    assert_eq!(list.len(), 1);
                    list.into_iter().map(product).next().unwrap_or_default()
                };
                finished(submitted!(client.list(), path, again), again, only).await
            }
            Call::Action => {
                let done = paced!(submitted!(client.action(), path, again)).await?;
                Ok(of_body(&done.into_settled()))
            }
            Call::ToldAction => {
                let done = paced!(submitted!(client.told_action(), path, again)).await?;
                Ok(of_body(&done.into_settled()))
            }
            Call::Word => {
                let done = paced!(submitted!(client.word(), path, again)).await?;
                Ok(End::Settled(done.outcome(), Seen(done.reply()?.clone(), String::new(), String::new())))
            }
            Call::Paged => {
                let done = paced!(submitted!(client.paged(), path, again)).await?;
                let (mut pages, mut ids) = (done.pages().await?, Vec::new());
                while let Some(page) = pages.next().await? {
                    ids.extend(page.values.iter().filter_map(|value| Some(value.properties.as_ref()?.id.to_string())));
                }
                Ok(End::Settled(done.outcome(), Seen(ids.join(" "), String::new(), String::new())))
            }
            Call::PostForPage => {
                let page = client.post_for_page().resource(path).send().await?;
                let ids: Vec<_> = page.values.into_iter().filter_map(|value| value.id).collect();
                Ok(End::Settled(Outcome::Succeeded, Seen(ids.join(" "), String::new(), String::new())))
            }
        }
    }
}

async fn sent<T, F>(again: Option<ErrorKind>, send: impl Fn() -> F) -> Result<T, Error>
where
    F: Future<Output = Result<T, Error>>,
{
    if let Some(kind) = again {
        let error = send().await.map(drop).expect_err("the first request brings an error");
        assert_eq!((error.kind(), error.http_status().map(|status| status.as_u16())), (kind, Some(500)), "{error}");
    }
    send().await
}

async fn followed<R: Send + 'static>(wait: Wait<R>) -> Result<End, Error> {
    paced!(wait).await.map(|settled| of_body(&settled))
}

async fn finished<J: HasResult>(
    wait: JobWait<J>,
    again: Option<ErrorKind>,
    seen: impl Fn(J::Result) -> Seen,
) -> Result<End, Error> {
    let done = paced!(wait).await?;
    if done.outcome() != Outcome::Succeeded {
        assert_eq!(done.result().await.map(drop).expect_err("no result").kind(), ErrorKind::NotSucceeded);
        return Ok(of_body(&done.into_settled()));
    }
    // Whoever may send a GET again may: it is no `MayHaveArrived`.
    let result = sent(again.map(|_| ErrorKind::Faults), || done.result()).await?;
    Ok(End::Settled(done.outcome(), seen(result)))
}

/// What the reply that decided says.
fn of_body<R>(settled: &Settled<R>) -> End {
    let json: serde_json::Value = match settled.decision().map_or(settled.body(), Reply::body) {
        empty if empty.is_empty() => serde_json::Value::Null,
        body => serde_json::from_slice(body).expect("JSON"),
    };
    let first = |places: &[&str]| {
        let found = places.iter().find_map(|place| json.pointer(place)?.as_str());
        found.unwrap_or_default().to_owned()
    };
    let state = first(&["/properties/provisioningState", "/provisioningState", "/status"]);
    let seen = match (settled.code(), settled.message()) {
        (Some(code), Some(message)) => Seen(code.to_owned(), message.to_owned(), state),
        _ => Seen(first(&["/id"]), first(&["/name", "/subresource", "/received"]), state),
    };
    End::Settled(settled.outcome(), seen)
}

fn product(product: Product) -> Seen {
    let state = product.properties.and_then(|properties| properties.provisioning_state);
    let state = state.map(|state| state.as_str().to_owned()).unwrap_or_default();
    Seen(product.id.unwrap_or_default(), product.name.or(product.subresource).unwrap_or_default(), state)
}
