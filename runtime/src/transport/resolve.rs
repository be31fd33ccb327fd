//! Resolvers: the system's, and one that gives public addresses only.

use std::error::Error as StdError;
use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;

use ::reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::link::is_public;

/// The system's resolver.
pub(super) struct System;

impl Resolve for System {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// Leaves out what is not public of what another resolver finds.
///
/// It stands where the connection is made: what passes here is what is connected to, and nobody asks again in between.
pub(super) struct PublicOnly(pub(super) Arc<dyn Resolve>);

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let host = name.as_str().to_owned();
        let resolving = self.0.resolve(name);
        Box::pin(async move {
            let mut public = resolving.await?.filter(|address| is_public(address.ip())).peekable();
            if public.peek().is_none() { Err(NotPublic(host).into()) } else { Ok(Box::new(public) as Addrs) }
        })
    }
}

/// A host that has no public address.
#[derive(Debug)]
pub(super) struct NotPublic(pub(super) String);

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` has no public address, and a link to any host is followed to no other", self.0)
    }
}

impl StdError for NotPublic {}

#[cfg(test)]
mod tests {
    use std::future::ready;

    use super::*;

    struct Fixed(&'static [&'static str]);

    impl Resolve for Fixed {
        fn resolve(&self, _: Name) -> Resolving {
            let found: Vec<SocketAddr> =
                self.0.iter().map(|address| SocketAddr::new(address.parse().unwrap(), 0)).collect();
            Box::pin(ready(Ok(Box::new(found.into_iter()) as Addrs)))
        }
    }

    async fn resolved(by: impl Resolve) -> Result<Vec<String>, String> {
        let found = by.resolve("files.example.com".parse().unwrap()).await;
        found.map(|found| found.map(|one| one.ip().to_string()).collect()).map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn what_is_not_public_is_left_out() {
        let mixed = Fixed(&["10.0.0.1", "9.9.9.9", "::1", "2620:fe::9", "::ffff:127.0.0.1", "64:ff9b::a00:1"]);
        assert_eq!(resolved(PublicOnly(Arc::new(mixed))).await.unwrap(), ["9.9.9.9", "2620:fe::9"]);
        for none in [Fixed(&["10.0.0.1", "fd00:ec2::254"]), Fixed(&[])] {
            let refusal = resolved(PublicOnly(Arc::new(none))).await.unwrap_err();
            assert!(refusal.starts_with("`files.example.com` has no public address"), "{refusal}");
        }
    }

    #[tokio::test]
    async fn the_system_knows_this_machine() {
        let found = System.resolve("localhost".parse().unwrap()).await.unwrap();
        assert!(found.map(|one| one.ip()).all(|address| address.is_loopback()));
        assert!(PublicOnly(Arc::new(System)).resolve("localhost".parse().unwrap()).await.is_err());
    }
}
