// Generated from tests/goldens/everything.yaml. Edit that file instead.

use ::settled::__private::v1 as __v1;
/// A client of Everything Inc. "quoted" &lt;b&gt;. Clones are cheap and share the connection pool, the credentials and the vendor's limits.
#[derive(Debug, Clone)]
pub struct Client {
    core: __v1::Client,
    settings: ::std::sync::Arc<Settings>,
}
struct Settings {
    tenant: ::std::string::String,
    region: ::std::string::String,
    self_: ::std::string::String,
    string: ::std::string::String,
    subdomain: ::std::string::String,
    zone: ::std::string::String,
    own: ::std::string::String,
}
impl ::core::fmt::Debug for Settings {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("Settings")
            .field("tenant", &self.tenant)
            .field("region", &self.region)
            .field("self", &self.self_)
            .field("string", &self.string)
            .field("subdomain", &self.subdomain)
            .field("zone", &self.zone)
            .field("own", &self.own)
            .finish()
    }
}
impl Client {
    /// Starts a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder {
            core: __v1::ClientBuilder::new()
                .servers(
                    "`.production()`, `.eu_1()`, `.type()`",
                    &["base_url", "up_load_url", "auth_url", ""],
                )
                .hosts(&["*.acme.example", "files.acme.test:8443"]),
            __server: ::core::option::Option::None,
            tenant: ::core::option::Option::None,
            region: ::core::option::Option::Some(
                ::std::string::String::from("eu \"1\""),
            ),
            self_: ::core::option::Option::None,
            string: ::core::option::Option::Some(::std::string::String::from("a")),
            subdomain: ::core::option::Option::Some(
                ::std::string::String::from("acme-1"),
            ),
            zone: ::core::option::Option::None,
            own: ::core::option::Option::None,
        }
    }
    /// An operation, whose name is a keyword.
    ///
    /// Source: `https://docs.acme.example/match`
    ///
    /// What the vendor's documents leave open:
    ///
    /// - Whether it ends.
    ///
    /// `GET /jobs/{match}/{n}/state.json`
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ state: queued, choice.status: [queued, absent] }` | pending |
    /// | `{ list: { any: { status: Not Submitted, title: present } } }` | needs_input |
    /// | `{ state: [queued, in progress, self], "0": false }` | running |
    /// | `{ state: [queued, in progress, self] }` | running |
    /// | `{ state: done, list: { all: { status: "0810" } }, names: { none: broken } }` | failed, partial |
    /// | `{ state: done, text.status: done, '"odata.type"': { equals: present }, self: 7, a-b: -1 }` | succeeded, revisable |
    /// | `{ state: "0810", place.deep.deeper: { not: open } }` | running |
    /// | `{ state: done, flag: true }, { state: "0810", place.deep.deeper: open }` | cancelled |
    /// | `{ state: done, map: { any: { id: "1" } }, flag: false }` | rejected |
    /// | `{ state: Absent, secret: present, note: absent, place.deep.deeper: null }` | expired |
    /// | `{ state: Absent, type: [a, b] }` | expired |
    /// | `otherwise` | unknown |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20match%22%20width%3D%221106%22%20height%3D%22374%22%20viewBox%3D%220%200%201106%20374%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20match%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%221106%22%20height%3D%22374%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%22187%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Cpath%20d%3D%22M28%20187%20C44%20187%2044%20187%2054%20187%22/%3E%0A%3Cpath%20d%3D%22M60%20187%20L52%20183%20L52%20191%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%2260%22%20y%3D%2232%22%20width%3D%22449%22%20height%3D%22310%22%20rx%3D%2210%22%20stroke-dasharray%3D%224%203%22/%3E%0A%3Ctext%20x%3D%2270%22%20y%3D%2248%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-style%3D%22italic%22%3Easked%20again,%20each%20can%20follow%20each%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%2256%22%20width%3D%22429%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2273%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Epending%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2290%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20state%3A%20queued,%20choice.status%3A%20%5Bqueued,%20absent%5D%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%22122%22%20width%3D%22429%22%20height%3D%2278%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22139%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erunning%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22156%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E3.%20state%3A%20%5Bqueued,%20in%20progress,%20self%5D,%20%26quot%3B0%26quot%3B%3A%20false%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22173%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E4.%20state%3A%20%5Bqueued,%20in%20progress,%20self%5D%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22190%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E7.%20state%3A%20%26quot%3B0810%26quot%3B,%20place.deep.deeper%3A%20%7B%20not%3A%20open%20%7D%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%22222%22%20width%3D%22429%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22239%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Eneeds_input%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22256%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20list%3A%20%7B%20any%3A%20%7B%20status%3A%20Not%20Submitted,%20title%3A%20present%E2%80%A6%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%22288%22%20width%3D%22429%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22305%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Eunknown%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22322%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E12.%20otherwise%3C/text%3E%0A%3Cpath%20d%3D%22M284%20270%20L284%20284%22/%3E%0A%3Cpath%20d%3D%22M284%20266%20L280%20273%20L288%20273%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M284%20288%20L280%20281%20L288%20281%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M284%20204%20L284%20218%22/%3E%0A%3Cpath%20d%3D%22M284%20200%20L280%20207%20L288%20207%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M284%20222%20L280%20215%20L288%20215%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M284%20104%20L284%20118%22/%3E%0A%3Cpath%20d%3D%22M284%20100%20L280%20107%20L288%20107%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M284%20122%20L280%20115%20L288%20115%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%22573%22%20y%3D%2216%22%20width%3D%22517%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%2233%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%2250%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E6.%20state%3A%20done,%20text.status%3A%20done,%20%26%2339%3B%26quot%3Bodata.type%26quot%3B%26%2339%3B%3A%20%7B%20eq%E2%80%A6%20%28revisable%29%3C/text%3E%0A%3Crect%20x%3D%22573%22%20y%3D%2282%22%20width%3D%22517%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%2299%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erejected%3C/text%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%22116%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E9.%20state%3A%20done,%20map%3A%20%7B%20any%3A%20%7B%20id%3A%20%26quot%3B1%26quot%3B%20%7D%20%7D,%20flag%3A%20false%3C/text%3E%0A%3Crect%20x%3D%22573%22%20y%3D%22148%22%20width%3D%22517%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%22165%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Efailed%3C/text%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%22182%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E5.%20state%3A%20done,%20list%3A%20%7B%20all%3A%20%7B%20status%3A%20%26quot%3B0810%26quot%3B%20%7D%20%7D,%20name%E2%80%A6%20%28partial%29%3C/text%3E%0A%3Crect%20x%3D%22573%22%20y%3D%22214%22%20width%3D%22517%22%20height%3D%2261%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%22231%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Ecancelled%3C/text%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%22248%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E8.%20state%3A%20done,%20flag%3A%20true%3C/text%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%22265%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3Eor%20state%3A%20%26quot%3B0810%26quot%3B,%20place.deep.deeper%3A%20open%3C/text%3E%0A%3Crect%20x%3D%22573%22%20y%3D%22297%22%20width%3D%22517%22%20height%3D%2261%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%22314%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Eexpired%3C/text%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%22331%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E10.%20state%3A%20Absent,%20secret%3A%20present,%20note%3A%20absent,%20place.%E2%80%A6%3C/text%3E%0A%3Ctext%20x%3D%22583%22%20y%3D%22348%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E11.%20state%3A%20Absent,%20type%3A%20%5Ba,%20b%5D%3C/text%3E%0A%3Cpath%20d%3D%22M509%20187%20C541%20187%20541%2038%20567%2038%22/%3E%0A%3Cpath%20d%3D%22M573%2038%20L565%2034%20L565%2042%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M509%20187%20C541%20187%20541%20104%20567%20104%22/%3E%0A%3Cpath%20d%3D%22M573%20104%20L565%20100%20L565%20108%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M509%20187%20C541%20187%20541%20170%20567%20170%22/%3E%0A%3Cpath%20d%3D%22M573%20170%20L565%20166%20L565%20174%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M509%20187%20C541%20187%20541%20244%20567%20244%22/%3E%0A%3Cpath%20d%3D%22M573%20244%20L565%20240%20L565%20248%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M509%20187%20C541%20187%20541%20327%20567%20327%22/%3E%0A%3Cpath%20d%3D%22M573%20327%20L565%20323%20L565%20331%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn r#match(
        &self,
    ) -> MatchCall<__v1::Missing, __v1::Missing, __v1::Missing, __v1::Missing> {
        MatchCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: r#match::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                r#match: ::std::string::String::new(),
                r#async: false,
                n: 0,
                flag: true,
                page: -3,
                text: ::std::string::String::from("a `tick`"),
                r#type: ::core::option::Option::None,
                when: ::core::option::Option::None,
                count: ::core::option::Option::None,
                token: __v1::Secret::new(""),
                other_token: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// A choice of inputs, a JSON body, pins and a proof.
    ///
    /// `POST /exports`
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ result.ok: absent }` | running |
    /// | `{ result.ok: true }` | succeeded |
    /// | `{ result.ok: false }` | failed |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20export%22%20width%3D%22560%22%20height%3D%22142%22%20viewBox%3D%220%200%20560%20142%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20export%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22560%22%20height%3D%22142%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%2271%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Cpath%20d%3D%22M28%2071%20C44%2071%2044%2071%2054%2071%22/%3E%0A%3Cpath%20d%3D%22M60%2071%20L52%2067%20L52%2075%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%2260%22%20y%3D%2232%22%20width%3D%22261%22%20height%3D%2278%22%20rx%3D%2210%22%20stroke-dasharray%3D%224%203%22/%3E%0A%3Ctext%20x%3D%2270%22%20y%3D%2248%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-style%3D%22italic%22%3Easked%20again,%20each%20can%20follow%20each%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%2256%22%20width%3D%22241%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2273%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erunning%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2290%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20result.ok%3A%20absent%3C/text%3E%0A%3Crect%20x%3D%22385%22%20y%3D%2216%22%20width%3D%22159%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2233%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2250%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20result.ok%3A%20true%3C/text%3E%0A%3Crect%20x%3D%22385%22%20y%3D%2282%22%20width%3D%22159%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2299%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Efailed%3C/text%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%22116%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E3.%20result.ok%3A%20false%3C/text%3E%0A%3Cpath%20d%3D%22M321%2071%20C353%2071%20353%2038%20379%2038%22/%3E%0A%3Cpath%20d%3D%22M385%2038%20L377%2034%20L377%2042%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M321%2071%20C353%2071%20353%20104%20379%20104%22/%3E%0A%3Cpath%20d%3D%22M385%20104%20L377%20100%20L377%20108%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn export(&self) -> ExportCall<__v1::Missing, __v1::Missing> {
        ExportCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: export::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                by_hand: false,
                tag: ::core::option::Option::None,
                by: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `job`.
    ///
    /// `GET /job/{job}`
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ done: true }` | succeeded |
    /// | `{ done: false }` | running |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20job%22%20width%3D%22516%22%20height%3D%22110%22%20viewBox%3D%220%200%20516%20110%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20job%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22516%22%20height%3D%22110%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%2255%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Cpath%20d%3D%22M28%2055%20C44%2055%2044%2055%2054%2055%22/%3E%0A%3Cpath%20d%3D%22M60%2055%20L52%2051%20L52%2059%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%2260%22%20y%3D%2216%22%20width%3D%22261%22%20height%3D%2278%22%20rx%3D%2210%22%20stroke-dasharray%3D%224%203%22/%3E%0A%3Ctext%20x%3D%2270%22%20y%3D%2232%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-style%3D%22italic%22%3Easked%20again,%20each%20can%20follow%20each%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%2240%22%20width%3D%22241%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2257%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erunning%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2274%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20done%3A%20false%3C/text%3E%0A%3Crect%20x%3D%22385%22%20y%3D%2233%22%20width%3D%22115%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2250%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2267%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20done%3A%20true%3C/text%3E%0A%3Cpath%20d%3D%22M321%2055%20C353%2055%20353%2055%20379%2055%22/%3E%0A%3Cpath%20d%3D%22M385%2055%20L377%2051%20L377%2059%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn job(
        &self,
    ) -> JobCall<__v1::Missing, __v1::Missing, __v1::Missing, __v1::Missing> {
        JobCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: job::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                job: ::std::string::String::new(),
                a1: ::std::string::String::new(),
                a_1: ::std::string::String::new(),
                job_by: ::std::string::String::new(),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `bare`.
    ///
    /// `DELETE /bare`
    ///
    pub fn bare(&self) -> BareCall {
        BareCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: bare::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `change`.
    ///
    /// `PUT /change`
    ///
    /// Asking again changes something at the vendor, so it can be sent, once, and not waited for.
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ 0: [yes, no] }` | succeeded |
    /// | `otherwise` | unknown |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20change%22%20width%3D%22531%22%20height%3D%22110%22%20viewBox%3D%220%200%20531%20110%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20change%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22531%22%20height%3D%22110%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%2255%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Cpath%20d%3D%22M28%2055%20C44%2055%2044%2055%2054%2055%22/%3E%0A%3Cpath%20d%3D%22M60%2055%20L52%2051%20L52%2059%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%2260%22%20y%3D%2216%22%20width%3D%22261%22%20height%3D%2278%22%20rx%3D%2210%22%20stroke-dasharray%3D%224%203%22/%3E%0A%3Ctext%20x%3D%2270%22%20y%3D%2232%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-style%3D%22italic%22%3Easked%20again,%20each%20can%20follow%20each%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%2240%22%20width%3D%22241%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2257%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Eunknown%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2274%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20otherwise%3C/text%3E%0A%3Crect%20x%3D%22385%22%20y%3D%2233%22%20width%3D%22130%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2250%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2267%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%200%3A%20%5Byes,%20no%5D%3C/text%3E%0A%3Cpath%20d%3D%22M321%2055%20C353%2055%20353%2055%20379%2055%22/%3E%0A%3Cpath%20d%3D%22M385%2055%20L377%2051%20L377%2059%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn change(&self) -> ChangeCall {
        ChangeCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: change::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `patch-it`.
    ///
    /// `PATCH /patch`
    ///
    /// Asking again changes something at the vendor, so it can be sent, once, and not waited for.
    ///
    pub fn patch_it(&self) -> PatchItCall {
        PatchItCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: patch_it::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `call_reply_of`.
    ///
    /// `GET /call`
    ///
    pub fn call_reply_of(&self) -> CallReplyOfCall {
        CallReplyOfCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: call_reply_of::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `case`.
    ///
    /// `GET /case`
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ state: yes }` | succeeded |
    /// | `{ state: no }` | running |
    /// | `otherwise` | unknown |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20case%22%20width%3D%22516%22%20height%3D%22176%22%20viewBox%3D%220%200%20516%20176%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20case%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22516%22%20height%3D%22176%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%2288%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Cpath%20d%3D%22M28%2088%20C44%2088%2044%2088%2054%2088%22/%3E%0A%3Cpath%20d%3D%22M60%2088%20L52%2084%20L52%2092%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%2260%22%20y%3D%2216%22%20width%3D%22261%22%20height%3D%22144%22%20rx%3D%2210%22%20stroke-dasharray%3D%224%203%22/%3E%0A%3Ctext%20x%3D%2270%22%20y%3D%2232%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-style%3D%22italic%22%3Easked%20again,%20each%20can%20follow%20each%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%2240%22%20width%3D%22241%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2257%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erunning%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2274%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20state%3A%20no%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%22106%22%20width%3D%22241%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22123%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Eunknown%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22140%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E3.%20otherwise%3C/text%3E%0A%3Cpath%20d%3D%22M190%2088%20L190%20102%22/%3E%0A%3Cpath%20d%3D%22M190%2084%20L186%2091%20L194%2091%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M190%20106%20L186%2099%20L194%2099%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%22385%22%20y%3D%2266%22%20width%3D%22115%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2283%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%22100%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20state%3A%20yes%3C/text%3E%0A%3Cpath%20d%3D%22M321%2088%20C353%2088%20353%2088%20379%2088%22/%3E%0A%3Cpath%20d%3D%22M385%2088%20L377%2084%20L377%2092%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn case(&self) -> CaseCall<__v1::Missing, __v1::Missing> {
        CaseCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: case::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                state_case: ::std::string::String::new(),
                call: ::std::string::String::new(),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `settings_of`.
    ///
    /// `GET /call`
    ///
    pub fn settings_of(&self) -> SettingsOfCall {
        SettingsOfCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: settings_of::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `upload`.
    ///
    /// `POST /upload/{folder}`
    ///
    /// Asking again changes something at the vendor, so it can be sent, once, and not waited for.
    ///
    pub fn upload(
        &self,
    ) -> UploadCall<__v1::Missing, __v1::Missing, __v1::Missing, __v1::Missing> {
        UploadCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: upload::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                folder: ::std::string::String::new(),
                kind: UploadKind::Photo,
                state: __v1::word_of(""),
                ids: ::std::vec::Vec::new(),
                sizes: ::core::option::Option::None,
                kinds: ::core::option::Option::None,
                ratio: 0.0,
                scale: 1.5,
                order: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `json_of_all`.
    ///
    /// `PATCH /json`
    ///
    /// Asking again changes something at the vendor, so it can be sent, once, and not waited for.
    ///
    pub fn json_of_all(
        &self,
    ) -> JsonOfAllCall<
        __v1::Missing,
        __v1::Missing,
        __v1::Missing,
        __v1::Missing,
        __v1::Missing,
    > {
        JsonOfAllCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: json_of_all::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                extra: ::settled::Json::Null,
                more: ::core::option::Option::None,
                ids: ::std::vec::Vec::new(),
                words: ::core::option::Option::None,
                f: 0.0,
                g: ::core::option::Option::None,
                flags: ::std::vec::Vec::new(),
                word: __v1::word_of(""),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `plain_text`.
    ///
    /// `POST /text`
    ///
    /// Asking again changes something at the vendor, so it can be sent, once, and not waited for.
    ///
    pub fn plain_text(&self) -> PlainTextCall {
        PlainTextCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: plain_text::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `ask_graph`.
    ///
    /// `POST /graphql`
    ///
    /// Asking again changes something at the vendor, so it can be sent, once, and not waited for.
    ///
    pub fn ask_graph(&self) -> AskGraphCall<__v1::Missing> {
        AskGraphCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: ask_graph::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                id: ::std::string::String::new(),
                first: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `start_export`.
    ///
    /// `POST /exports`
    ///
    /// Asking again changes something at the vendor, so it can be sent, once, and not waited for.
    ///
    pub fn start_export(&self) -> StartExportCall<__v1::Missing, __v1::Missing> {
        StartExportCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: start_export::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                format: __v1::word_of(""),
                tag: ::core::option::Option::None,
                place: ::std::string::String::new(),
                limit: 10,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `feed_export`.
    ///
    /// `PUT /exports/{export}/data`
    ///
    pub fn feed_export(
        &self,
    ) -> FeedExportCall<__v1::Missing, __v1::Missing, __v1::Missing> {
        FeedExportCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: feed_export::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                export: ::std::string::String::new(),
                data: ::std::string::String::new(),
                place: ::std::string::String::new(),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `export_state`.
    ///
    /// `GET {status url}`
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ state: [queued, in progress] }` | running |
    /// | `{ state: done }` | succeeded |
    /// | `{ state: "0810" }` | failed |
    /// | `{ state: Absent }` | rejected |
    /// | `{ state: self }` | cancelled |
    /// | `{ state: Not Submitted }` | expired |
    /// | `otherwise` | unknown |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20export_state%22%20width%3D%22595%22%20height%3D%22340%22%20viewBox%3D%220%200%20595%20340%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20export_state%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22595%22%20height%3D%22340%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%22170%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Cpath%20d%3D%22M28%20170%20C44%20170%2044%20170%2054%20170%22/%3E%0A%3Cpath%20d%3D%22M60%20170%20L52%20166%20L52%20174%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%2260%22%20y%3D%2298%22%20width%3D%22267%22%20height%3D%22144%22%20rx%3D%2210%22%20stroke-dasharray%3D%224%203%22/%3E%0A%3Ctext%20x%3D%2270%22%20y%3D%22114%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-style%3D%22italic%22%3Easked%20again,%20each%20can%20follow%20each%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%22122%22%20width%3D%22247%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22139%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erunning%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22156%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20state%3A%20%5Bqueued,%20in%20progress%5D%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%22188%22%20width%3D%22247%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22205%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Eunknown%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22222%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E7.%20otherwise%3C/text%3E%0A%3Cpath%20d%3D%22M193%20170%20L193%20184%22/%3E%0A%3Cpath%20d%3D%22M193%20166%20L189%20173%20L197%20173%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M193%20188%20L189%20181%20L197%20181%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%22391%22%20y%3D%2216%22%20width%3D%22188%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22401%22%20y%3D%2233%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22401%22%20y%3D%2250%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20state%3A%20done%3C/text%3E%0A%3Crect%20x%3D%22391%22%20y%3D%2282%22%20width%3D%22188%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22401%22%20y%3D%2299%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erejected%3C/text%3E%0A%3Ctext%20x%3D%22401%22%20y%3D%22116%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E4.%20state%3A%20Absent%3C/text%3E%0A%3Crect%20x%3D%22391%22%20y%3D%22148%22%20width%3D%22188%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22401%22%20y%3D%22165%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Efailed%3C/text%3E%0A%3Ctext%20x%3D%22401%22%20y%3D%22182%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E3.%20state%3A%20%26quot%3B0810%26quot%3B%3C/text%3E%0A%3Crect%20x%3D%22391%22%20y%3D%22214%22%20width%3D%22188%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22401%22%20y%3D%22231%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Ecancelled%3C/text%3E%0A%3Ctext%20x%3D%22401%22%20y%3D%22248%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E5.%20state%3A%20self%3C/text%3E%0A%3Crect%20x%3D%22391%22%20y%3D%22280%22%20width%3D%22188%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22401%22%20y%3D%22297%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Eexpired%3C/text%3E%0A%3Ctext%20x%3D%22401%22%20y%3D%22314%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E6.%20state%3A%20Not%20Submitted%3C/text%3E%0A%3Cpath%20d%3D%22M327%20170%20C359%20170%20359%2038%20385%2038%22/%3E%0A%3Cpath%20d%3D%22M391%2038%20L383%2034%20L383%2042%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M327%20170%20C359%20170%20359%20104%20385%20104%22/%3E%0A%3Cpath%20d%3D%22M391%20104%20L383%20100%20L383%20108%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M327%20170%20C359%20170%20359%20170%20385%20170%22/%3E%0A%3Cpath%20d%3D%22M391%20170%20L383%20166%20L383%20174%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M327%20170%20C359%20170%20359%20236%20385%20236%22/%3E%0A%3Cpath%20d%3D%22M391%20236%20L383%20232%20L383%20240%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M327%20170%20C359%20170%20359%20302%20385%20302%22/%3E%0A%3Cpath%20d%3D%22M391%20302%20L383%20298%20L383%20306%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn export_state(
        &self,
    ) -> ExportStateCall<__v1::Missing, __v1::Missing, __v1::Missing> {
        ExportStateCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: export_state::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                status_url: ::std::string::String::new(),
                number: 0,
                part: ::core::option::Option::None,
                place: ::std::string::String::new(),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `export_file`.
    ///
    /// `GET {download}`
    ///
    pub fn export_file(&self) -> ExportFileCall<__v1::Missing> {
        ExportFileCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: export_file::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                download: ::std::string::String::new(),
                area: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `stop_export`.
    ///
    /// `DELETE /exports/{export}`
    ///
    pub fn stop_export(&self) -> StopExportCall<__v1::Missing, __v1::Missing> {
        StopExportCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: stop_export::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                export: ::std::string::String::new(),
                token: __v1::Secret::new(""),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `find_by`.
    ///
    /// `GET /find`
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ ready: true }` | succeeded |
    /// | `{ ready: false }` | running |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20find_by%22%20width%3D%22524%22%20height%3D%22110%22%20viewBox%3D%220%200%20524%20110%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20find_by%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22524%22%20height%3D%22110%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%2255%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Cpath%20d%3D%22M28%2055%20C44%2055%2044%2055%2054%2055%22/%3E%0A%3Cpath%20d%3D%22M60%2055%20L52%2051%20L52%2059%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%2260%22%20y%3D%2216%22%20width%3D%22261%22%20height%3D%2278%22%20rx%3D%2210%22%20stroke-dasharray%3D%224%203%22/%3E%0A%3Ctext%20x%3D%2270%22%20y%3D%2232%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-style%3D%22italic%22%3Easked%20again,%20each%20can%20follow%20each%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%2240%22%20width%3D%22241%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2257%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erunning%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2274%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20ready%3A%20false%3C/text%3E%0A%3Crect%20x%3D%22385%22%20y%3D%2233%22%20width%3D%22123%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2250%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2267%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20ready%3A%20true%3C/text%3E%0A%3Cpath%20d%3D%22M321%2055%20C353%2055%20353%2055%20379%2055%22/%3E%0A%3Cpath%20d%3D%22M385%2055%20L377%2051%20L377%2059%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn find_by(&self) -> FindByCall<__v1::Missing> {
        FindByCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: find_by::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                by: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `oauth_one`.
    ///
    /// `GET /oauth1`
    ///
    pub fn oauth_one(&self) -> OauthOneCall {
        OauthOneCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: oauth_one::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `oauth_two`.
    ///
    /// `GET /oauth1`
    ///
    pub fn oauth_two(&self) -> OauthTwoCall {
        OauthTwoCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: oauth_two::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `handed_over`.
    ///
    /// `GET /handed/{id}`
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ done: true, number: present }` | running |
    /// | `{ done: true, job: present }` | pending |
    /// | `{ done: false }` | running |
    /// | `otherwise` | unknown |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20handed_over%22%20width%3D%22509%22%20height%3D%22259%22%20viewBox%3D%220%200%20509%20259%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20handed_over%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22509%22%20height%3D%22259%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%22129%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Cpath%20d%3D%22M28%20129%20C44%20129%2044%20129%2054%20129%22/%3E%0A%3Cpath%20d%3D%22M60%20129%20L52%20125%20L52%20133%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%2260%22%20y%3D%2216%22%20width%3D%22369%22%20height%3D%22227%22%20rx%3D%2210%22%20stroke-dasharray%3D%224%203%22/%3E%0A%3Ctext%20x%3D%2270%22%20y%3D%2232%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-style%3D%22italic%22%3Easked%20again,%20each%20can%20follow%20each%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%2240%22%20width%3D%22349%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2257%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Epending%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2274%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20done%3A%20true,%20job%3A%20present%20%28then%20find_by%29%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%22106%22%20width%3D%22349%22%20height%3D%2261%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22123%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erunning%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22140%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20done%3A%20true,%20number%3A%20present%20%28then%20decided%29%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22157%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E3.%20done%3A%20false%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%22189%22%20width%3D%22349%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22206%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Eunknown%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22223%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E4.%20otherwise%3C/text%3E%0A%3Cpath%20d%3D%22M244%20171%20L244%20185%22/%3E%0A%3Cpath%20d%3D%22M244%20167%20L240%20174%20L248%20174%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M244%20189%20L240%20182%20L248%20182%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M244%2088%20L244%20102%22/%3E%0A%3Cpath%20d%3D%22M244%2084%20L240%2091%20L248%2091%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M244%20106%20L240%2099%20L248%2099%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn handed_over(&self) -> HandedOverCall<__v1::Missing> {
        HandedOverCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: handed_over::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                id: ::std::string::String::new(),
                tag: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `decided`.
    ///
    /// `GET /decided/{id}/{number}`
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ ok: true }` | succeeded |
    /// | `{ ok: false }` | rejected |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20decided%22%20width%3D%22248%22%20height%3D%22142%22%20viewBox%3D%220%200%20248%20142%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20decided%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22248%22%20height%3D%22142%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%2271%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Crect%20x%3D%22124%22%20y%3D%2216%22%20width%3D%22108%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%2233%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%2250%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20ok%3A%20true%3C/text%3E%0A%3Crect%20x%3D%22124%22%20y%3D%2282%22%20width%3D%22108%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%2299%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erejected%3C/text%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%22116%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20ok%3A%20false%3C/text%3E%0A%3Cpath%20d%3D%22M28%2071%20C76%2071%2076%2038%20118%2038%22/%3E%0A%3Cpath%20d%3D%22M124%2038%20L116%2034%20L116%2042%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M28%2071%20C76%2071%2076%20104%20118%20104%22/%3E%0A%3Cpath%20d%3D%22M124%20104%20L116%20100%20L116%20108%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn decided(&self) -> DecidedCall<__v1::Missing, __v1::Missing> {
        DecidedCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: decided::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                id: ::std::string::String::new(),
                number: 0,
                part: ::core::option::Option::None,
                tag: ::core::option::Option::None,
                size: 3,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `get_part`.
    ///
    /// `GET /parts/{id}`
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ ok: true }` | succeeded |
    /// | `{ ok: false }` | rejected |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20get_part%22%20width%3D%22248%22%20height%3D%22142%22%20viewBox%3D%220%200%20248%20142%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20get_part%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22248%22%20height%3D%22142%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%2271%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Crect%20x%3D%22124%22%20y%3D%2216%22%20width%3D%22108%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%2233%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%2250%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20ok%3A%20true%3C/text%3E%0A%3Crect%20x%3D%22124%22%20y%3D%2282%22%20width%3D%22108%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%2299%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erejected%3C/text%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%22116%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20ok%3A%20false%3C/text%3E%0A%3Cpath%20d%3D%22M28%2071%20C76%2071%2076%2038%20118%2038%22/%3E%0A%3Cpath%20d%3D%22M124%2038%20L116%2034%20L116%2042%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M28%2071%20C76%2071%2076%20104%20118%20104%22/%3E%0A%3Cpath%20d%3D%22M124%20104%20L116%20100%20L116%20108%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn get_part(&self) -> GetPartCall<__v1::Missing> {
        GetPartCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: get_part::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                id: ::std::string::String::new(),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `begin`.
    ///
    /// `POST /begin`
    ///
    /// Asking again changes something at the vendor, so it can be sent, once, and not waited for.
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ ready: true }` | succeeded |
    /// | `{ ready: false }` | running |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20begin%22%20width%3D%22524%22%20height%3D%22110%22%20viewBox%3D%220%200%20524%20110%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20begin%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22524%22%20height%3D%22110%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%2255%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Cpath%20d%3D%22M28%2055%20C44%2055%2044%2055%2054%2055%22/%3E%0A%3Cpath%20d%3D%22M60%2055%20L52%2051%20L52%2059%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%2260%22%20y%3D%2216%22%20width%3D%22261%22%20height%3D%2278%22%20rx%3D%2210%22%20stroke-dasharray%3D%224%203%22/%3E%0A%3Ctext%20x%3D%2270%22%20y%3D%2232%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-style%3D%22italic%22%3Easked%20again,%20each%20can%20follow%20each%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%2240%22%20width%3D%22241%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2257%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erunning%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2274%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20ready%3A%20false%3C/text%3E%0A%3Crect%20x%3D%22385%22%20y%3D%2233%22%20width%3D%22123%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2250%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22395%22%20y%3D%2267%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20ready%3A%20true%3C/text%3E%0A%3Cpath%20d%3D%22M321%2055%20C353%2055%20353%2055%20379%2055%22/%3E%0A%3Cpath%20d%3D%22M385%2055%20L377%2051%20L377%2059%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn begin(&self) -> BeginCall {
        BeginCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: begin::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `locate`.
    ///
    /// `GET /located/{id}`
    ///
    pub fn locate(&self) -> LocateCall<__v1::Missing> {
        LocateCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: locate::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                id: ::std::string::String::new(),
                tag: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `get_whole`.
    ///
    /// `GET /wholes`
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ ok: true }` | succeeded |
    /// | `{ ok: false }` | rejected |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20get_whole%22%20width%3D%22248%22%20height%3D%22142%22%20viewBox%3D%220%200%20248%20142%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20get_whole%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22248%22%20height%3D%22142%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%2271%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Crect%20x%3D%22124%22%20y%3D%2216%22%20width%3D%22108%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%2233%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%2250%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20ok%3A%20true%3C/text%3E%0A%3Crect%20x%3D%22124%22%20y%3D%2282%22%20width%3D%22108%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%2299%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erejected%3C/text%3E%0A%3Ctext%20x%3D%22134%22%20y%3D%22116%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20ok%3A%20false%3C/text%3E%0A%3Cpath%20d%3D%22M28%2071%20C76%2071%2076%2038%20118%2038%22/%3E%0A%3Cpath%20d%3D%22M124%2038%20L116%2034%20L116%2042%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M28%2071%20C76%2071%2076%20104%20118%20104%22/%3E%0A%3Cpath%20d%3D%22M124%20104%20L116%20100%20L116%20108%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn get_whole(&self) -> GetWholeCall {
        GetWholeCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: get_whole::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `paged`.
    ///
    /// `GET /paged`
    ///
    pub fn paged(&self) -> PagedCall<__v1::Missing> {
        PagedCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: paged::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                cursor: ::core::option::Option::None,
                number: 1,
                by: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `scan`.
    ///
    /// `GET /scans/{scan id}`
    ///
    /// | a reply in which | means |
    /// |---|---|
    /// | `{ scan.status: [queued, in progress, self] }` | running |
    /// | `{ scan.status: done }` | succeeded |
    /// | `{ scan.status: ["0810", Absent, Not Submitted] }` | failed |
    /// | `otherwise` | unknown |
    ///
    /// The first line that holds decides. A reply without the declared shape is a fault, not a state.
    ///
    /// ![What can follow what](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A//www.w3.org/2000/svg%22%20class%3D%22settled-states%22%20role%3D%22img%22%20aria-label%3D%22The%20states%20of%20scan%22%20width%3D%22858%22%20height%3D%22176%22%20viewBox%3D%220%200%20858%20176%22%20color%3D%22%231f2328%22%20fill%3D%22none%22%20stroke%3D%22currentColor%22%20font-family%3D%22ui-monospace,%20monospace%22%20font-size%3D%2212%22%3E%0A%3Ctitle%3EThe%20states%20of%20scan%3C/title%3E%0A%3Cstyle%3E%40media%20%28prefers-color-scheme%3A%20dark%29%20%7B%20.settled-states%20%7B%20color%3A%20%23e6edf3%20%7D%20.settled-states%20.card%20%7B%20fill%3A%20%23161b22%20%7D%20%7D%3C/style%3E%0A%3Crect%20class%3D%22card%22%20width%3D%22858%22%20height%3D%22176%22%20rx%3D%228%22%20fill%3D%22%23ffffff%22%20stroke%3D%22none%22/%3E%0A%3Ccircle%20cx%3D%2222%22%20cy%3D%2288%22%20r%3D%226%22%20fill%3D%22currentColor%22/%3E%0A%3Cpath%20d%3D%22M28%2088%20C44%2088%2044%2088%2054%2088%22/%3E%0A%3Cpath%20d%3D%22M60%2088%20L52%2084%20L52%2092%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%2260%22%20y%3D%2216%22%20width%3D%22354%22%20height%3D%22144%22%20rx%3D%2210%22%20stroke-dasharray%3D%224%203%22/%3E%0A%3Ctext%20x%3D%2270%22%20y%3D%2232%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-style%3D%22italic%22%3Easked%20again,%20each%20can%20follow%20each%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%2240%22%20width%3D%22334%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2257%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Erunning%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%2274%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E1.%20scan.status%3A%20%5Bqueued,%20in%20progress,%20self%5D%3C/text%3E%0A%3Crect%20x%3D%2270%22%20y%3D%22106%22%20width%3D%22334%22%20height%3D%2244%22%20rx%3D%226%22/%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22123%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Eunknown%3C/text%3E%0A%3Ctext%20x%3D%2280%22%20y%3D%22140%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E4.%20otherwise%3C/text%3E%0A%3Cpath%20d%3D%22M237%2088%20L237%20102%22/%3E%0A%3Cpath%20d%3D%22M237%2084%20L233%2091%20L241%2091%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M237%20106%20L233%2099%20L241%2099%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Crect%20x%3D%22478%22%20y%3D%2233%22%20width%3D%22364%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22488%22%20y%3D%2250%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Esucceeded%3C/text%3E%0A%3Ctext%20x%3D%22488%22%20y%3D%2267%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E2.%20scan.status%3A%20done%3C/text%3E%0A%3Crect%20x%3D%22478%22%20y%3D%2299%22%20width%3D%22364%22%20height%3D%2244%22%20rx%3D%226%22%20stroke-width%3D%222%22/%3E%0A%3Ctext%20x%3D%22488%22%20y%3D%22116%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%20font-weight%3D%22bold%22%3Efailed%3C/text%3E%0A%3Ctext%20x%3D%22488%22%20y%3D%22133%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22%3E3.%20scan.status%3A%20%5B%26quot%3B0810%26quot%3B,%20Absent,%20Not%20Submitted%5D%3C/text%3E%0A%3Cpath%20d%3D%22M414%2088%20C446%2088%20446%2055%20472%2055%22/%3E%0A%3Cpath%20d%3D%22M478%2055%20L470%2051%20L470%2059%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3Cpath%20d%3D%22M414%2088%20C446%2088%20446%20121%20472%20121%22/%3E%0A%3Cpath%20d%3D%22M478%20121%20L470%20117%20L470%20125%20Z%22%20fill%3D%22currentColor%22%20stroke%3D%22none%22/%3E%0A%3C/svg%3E%0A)
    pub fn scan(&self) -> ScanCall<__v1::Missing> {
        ScanCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: scan::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                scan_id: 0,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `scans`.
    ///
    /// `GET /scans`
    ///
    pub fn scans(&self) -> ScansCall<__v1::Missing> {
        ScansCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: scans::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                ids: ::std::vec::Vec::new(),
                page: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `key set`.
    ///
    /// `GET /keys`
    ///
    pub fn key_set(&self) -> KeySetCall {
        KeySetCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: key_set::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The operation `type of key`.
    ///
    /// `GET /keys/{number}`
    ///
    pub fn type_of_key(&self) -> TypeOfKeyCall<__v1::Missing, __v1::Missing> {
        TypeOfKeyCall {
            client: ::core::clone::Clone::clone(&self.core),
            call: type_of_key::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                number: 0,
                kind: ::std::string::String::from("sig"),
                by: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// The job `scanning`.
    pub fn scanning(&self) -> ScanningJobs {
        ScanningJobs {
            core: ::core::clone::Clone::clone(&self.core),
            settings: ::core::clone::Clone::clone(&self.settings),
        }
    }
    /// Made in two steps, asked for by a link.
    pub fn export_job(&self) -> ExportJobJobs {
        ExportJobJobs {
            core: ::core::clone::Clone::clone(&self.core),
            settings: ::core::clone::Clone::clone(&self.settings),
        }
    }
    /// The job `by_tag`.
    pub fn by_tag(&self) -> ByTagJobs {
        ByTagJobs {
            core: ::core::clone::Clone::clone(&self.core),
            settings: ::core::clone::Clone::clone(&self.settings),
        }
    }
    /// The job `settled_at_once`.
    pub fn settled_at_once(&self) -> SettledAtOnceJobs {
        SettledAtOnceJobs {
            core: ::core::clone::Clone::clone(&self.core),
            settings: ::core::clone::Clone::clone(&self.settings),
        }
    }
    /// The job `searched`.
    pub fn searched(&self) -> SearchedJobs {
        SearchedJobs {
            core: ::core::clone::Clone::clone(&self.core),
            settings: ::core::clone::Clone::clone(&self.settings),
        }
    }
    /// The job `born_elsewhere`.
    pub fn born_elsewhere(&self) -> BornElsewhereJobs {
        BornElsewhereJobs {
            core: ::core::clone::Clone::clone(&self.core),
            settings: ::core::clone::Clone::clone(&self.settings),
        }
    }
    /// A scan has ended.
    #[allow(unused_variables)]
    pub fn scanned(
        &self,
    ) -> ::settled::Webhook<ScannedEvent, ::settled::Job<ScanningJob>> {
        let (core, settings) = (
            ::core::clone::Clone::clone(&self.core),
            ::core::clone::Clone::clone(&self.settings),
        );
        let event = scanned::Call {
            settings: ::core::clone::Clone::clone(&self.settings),
        };
        __v1::webhook(
            ::core::clone::Clone::clone(&self.core),
            event,
            move |event| {
                let handle = ScanningHandle {
                    scan_id: __v1::whole_number(
                        &__v1::take(
                            &scanned::READING,
                            event,
                            &__v1::Taken {
                                texts: &[&[__v1::Piece::Slot(4)]],
                                rel: ::core::option::Option::None,
                                like: ::core::option::Option::None,
                            },
                            "scan id",
                        )?,
                        "scan id",
                    )?,
                };
                let links = __links_scanning::links(
                    ::core::clone::Clone::clone(&settings),
                );
                ::core::result::Result::Ok(
                    __v1::job(::core::clone::Clone::clone(&core), links, handle),
                )
            },
        )
    }
    /// The events `hint` that the vendor sends.
    #[allow(unused_variables)]
    pub fn hint(&self) -> ::settled::Webhook<HintEvent, ::settled::Job<ByTagJob>> {
        let (core, settings) = (
            ::core::clone::Clone::clone(&self.core),
            ::core::clone::Clone::clone(&self.settings),
        );
        let event = hint::Call {
            settings: ::core::clone::Clone::clone(&self.settings),
        };
        __v1::webhook(
            ::core::clone::Clone::clone(&self.core),
            event,
            move |event| {
                let handle = ByTagHandle {
                    export: __v1::take(
                        &hint::READING,
                        event,
                        &__v1::Taken {
                            texts: &[&[__v1::Piece::Slot(1)]],
                            rel: ::core::option::Option::None,
                            like: ::core::option::Option::None,
                        },
                        "export",
                    )?,
                };
                let links = __links_by_tag::links(
                    ::core::clone::Clone::clone(&settings),
                );
                ::core::result::Result::Ok(
                    __v1::job(::core::clone::Clone::clone(&core), links, handle),
                )
            },
        )
    }
    /// The events `proved` that the vendor sends.
    #[allow(unused_variables)]
    pub fn proved(&self) -> ::settled::Webhook<ProvedEvent, ()> {
        let (core, settings) = (
            ::core::clone::Clone::clone(&self.core),
            ::core::clone::Clone::clone(&self.settings),
        );
        let event = proved::Call {
            settings: ::core::clone::Clone::clone(&self.settings),
        };
        __v1::webhook(
            ::core::clone::Clone::clone(&self.core),
            event,
            |_| ::core::result::Result::Ok(()),
        )
    }
    /// The events `claimed` that the vendor sends.
    #[allow(unused_variables)]
    pub fn claimed(&self) -> ::settled::Webhook<::settled::Json, ()> {
        let (core, settings) = (
            ::core::clone::Clone::clone(&self.core),
            ::core::clone::Clone::clone(&self.settings),
        );
        let event = claimed::Call {
            settings: ::core::clone::Clone::clone(&self.settings),
        };
        __v1::webhook(
            ::core::clone::Clone::clone(&self.core),
            event,
            |_| ::core::result::Result::Ok(()),
        )
    }
}
/// Builds a [`Client`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Debug)]
pub struct ClientBuilder {
    core: __v1::ClientBuilder,
    __server: ::core::option::Option<usize>,
    tenant: ::core::option::Option<::std::string::String>,
    region: ::core::option::Option<::std::string::String>,
    self_: ::core::option::Option<::std::string::String>,
    string: ::core::option::Option<::std::string::String>,
    subdomain: ::core::option::Option<::std::string::String>,
    zone: ::core::option::Option<::std::string::String>,
    own: ::core::option::Option<::std::string::String>,
}
impl ClientBuilder {
    /// Talks to the server `production`: `https://api.acme.example`, `https://{subdomain}.acme.example/{zone}`, `https://login.acme.example`, `{login.urls.0}`.
    pub fn production(mut self) -> Self {
        self.__server = ::core::option::Option::Some(0);
        self
    }
    /// Talks to the server `eu_1`: `https://eu-1.acme.example/v1`, `https://{zone}.acme.example`, `{own}`, `{login.urls.0}`.
    pub fn eu_1(mut self) -> Self {
        self.__server = ::core::option::Option::Some(1);
        self
    }
    /// Talks to the server `type`: `https://type.acme.example`, `https://up.acme.example`, `https://login.acme.example`, `{login.urls.0}`.
    pub fn r#type(mut self) -> Self {
        self.__server = ::core::option::Option::Some(2);
        self
    }
    /// A base URL of your own, without the operations' paths.
    pub fn base_url(
        mut self,
        url: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.core = self.core.base_url(url);
        self
    }
    /// A base URL of your own for the operations that are asked of `up load`.
    pub fn up_load_url(
        mut self,
        url: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.core = self.core.url(1, url);
        self
    }
    /// A base URL of your own for the operations that are asked of `auth`.
    pub fn auth_url(
        mut self,
        url: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.core = self.core.url(2, url);
        self
    }
    /// A base URL of your own for the operations that are asked of `org`.
    pub fn org_url(
        mut self,
        url: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.core = self.core.url(3, url);
        self
    }
    /// The setting `tenant`.
    pub fn tenant(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.tenant = ::core::option::Option::Some(value.into());
        self
    }
    /// Where the jobs run: `eu` or `us`.
    ///
    /// `eu "1"` unless said.
    pub fn region(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.region = ::core::option::Option::Some(value.into());
        self
    }
    /// The setting `client_secret`.
    pub fn client_secret(
        mut self,
        secret: impl ::core::convert::Into<::settled::Credential>,
    ) -> Self {
        self.core = self.core.secret("client_secret", secret);
        self
    }
    /// A key whose name is a keyword.
    pub fn r#gen(
        mut self,
        secret: impl ::core::convert::Into<::settled::Credential>,
    ) -> Self {
        self.core = self.core.secret("gen", secret);
        self
    }
    /// The setting `self`.
    pub fn self_(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.self_ = ::core::option::Option::Some(value.into());
        self
    }
    /// The setting `string`.
    ///
    /// `a` unless said.
    pub fn string(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.string = ::core::option::Option::Some(value.into());
        self
    }
    /// The setting `subdomain`.
    ///
    /// `acme-1` unless said.
    pub fn subdomain(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.subdomain = ::core::option::Option::Some(value.into());
        self
    }
    /// The zone.
    ///
    /// One of `eu-1`, `us-1`.
    pub fn zone(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.zone = ::core::option::Option::Some(value.into());
        self
    }
    /// The setting `own`.
    pub fn own(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.own = ::core::option::Option::Some(value.into());
        self
    }
    /// Sends by `transport` instead of the default one.
    pub fn transport(mut self, transport: impl ::settled::Transport) -> Self {
        self.core = self.core.transport(transport);
        self
    }
    /// Reads time from `clock` instead of the default one.
    pub fn clock(mut self, clock: impl ::settled::Clock) -> Self {
        self.core = self.core.clock(clock);
        self
    }
    /// The longest body that is read, in bytes after decompression. 1 MiB unless said.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.core = self.core.body_limit(bytes);
        self
    }
    /// Signs with this machine's clock as it is. Otherwise a clock that is off by more than 10 s is corrected by the
    /// `Date` of the vendor's replies.
    pub fn own_clock(mut self) -> Self {
        self.core = self.core.own_clock();
        self
    }
    /// Lets credentials go over plain `http` to hosts that are not this machine.
    pub fn allow_plain_http(mut self) -> Self {
        self.core = self.core.allow_plain_http();
        self
    }
    /// Builds the client.
    ///
    /// # Errors
    ///
    /// Of kind `Config`, where a setting is missing or empty, or the base URL cannot be used; the text names what
    /// to call.
    pub fn build(self) -> ::core::result::Result<Client, ::settled::Error> {
        let settings = Settings {
            tenant: __v1::setting("everything", "tenant", self.tenant)?,
            region: __v1::setting("everything", "region", self.region)?,
            self_: __v1::setting("everything", "self", self.self_)?,
            string: __v1::setting("everything", "string", self.string)?,
            subdomain: match self.__server {
                ::core::option::Option::Some(0) => {
                    __v1::host_label("everything", "subdomain", self.subdomain)?
                }
                _ => ::std::string::String::new(),
            },
            zone: __v1::one_of("everything", "zone", self.zone, &["eu-1", "us-1"])?,
            own: match self.__server {
                ::core::option::Option::Some(1) => {
                    __v1::setting("everything", "own", self.own)?
                }
                _ => ::std::string::String::new(),
            },
        };
        let core = match self.__server {
            ::core::option::Option::Some(0) => {
                self.core
                    .otherwise([
                        ["https://api.acme.example"].concat(),
                        [
                            "https://",
                            settings.subdomain.as_str(),
                            ".acme.example/",
                            settings.zone.as_str(),
                            "",
                        ]
                            .concat(),
                        ["https://login.acme.example"].concat(),
                        [""].concat(),
                    ])
            }
            ::core::option::Option::Some(1) => {
                self.core
                    .otherwise([
                        ["https://eu-1.acme.example/v1"].concat(),
                        ["https://", settings.zone.as_str(), ".acme.example"].concat(),
                        [settings.own.as_str()].concat(),
                        [""].concat(),
                    ])
            }
            ::core::option::Option::Some(2) => {
                self.core
                    .otherwise([
                        ["https://type.acme.example"].concat(),
                        ["https://up.acme.example"].concat(),
                        ["https://login.acme.example"].concat(),
                        [""].concat(),
                    ])
            }
            _ => self.core,
        };
        let settings = ::std::sync::Arc::new(settings);
        let core = core
            .tokens([
                __v1::TokenSource::new(
                    __token_login::Call {
                        settings: ::std::sync::Arc::clone(&settings),
                    },
                    2,
                    &[],
                    &[0],
                    &[],
                ),
                __v1::TokenSource::new(
                    __token_session::Call {
                        settings: ::std::sync::Arc::clone(&settings),
                    },
                    1,
                    &[0],
                    &[],
                    &[],
                ),
                __v1::TokenSource::new(
                    __token_type::Call {
                        settings: ::std::sync::Arc::clone(&settings),
                    },
                    1,
                    &[],
                    &[],
                    &[],
                ),
                __v1::TokenSource::new(
                    __token_forever::Call {
                        settings: ::std::sync::Arc::clone(&settings),
                    },
                    1,
                    &[],
                    &[],
                    &[],
                ),
            ])
            .build("everything", &["client_secret", "gen"])?;
        ::core::result::Result::Ok(Client { core, settings })
    }
}
/// A call of `match`, in the making.
///
/// It can be made once `match`, `async`, `n`, `token` are given.
#[must_use = "a call does nothing until it is waited for"]
pub struct MatchCall<
    Match = __v1::Given,
    Async = __v1::Given,
    N = __v1::Given,
    Token = __v1::Given,
> {
    client: __v1::Client,
    call: r#match::Call,
    given: ::core::marker::PhantomData<(Match, Async, N, Token)>,
}
impl<Match, Async, N, Token> ::core::fmt::Debug for MatchCall<Match, Async, N, Token> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("MatchCall").field("client", &self.client).finish_non_exhaustive()
    }
}
impl<Async, N, Token> MatchCall<__v1::Missing, Async, N, Token> {
    /// Which job. Also a keyword: `match`.
    pub fn r#match(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> MatchCall<__v1::Given, Async, N, Token> {
        self.call.r#match = value.into();
        MatchCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Match, N, Token> MatchCall<Match, __v1::Missing, N, Token> {
    /// The input `async`.
    pub fn r#async(mut self, value: bool) -> MatchCall<Match, __v1::Given, N, Token> {
        self.call.r#async = value;
        MatchCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Match, Async, Token> MatchCall<Match, Async, __v1::Missing, Token> {
    /// The input `n`.
    pub fn n(mut self, value: i64) -> MatchCall<Match, Async, __v1::Given, Token> {
        self.call.n = value;
        MatchCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Match, Async, N> MatchCall<Match, Async, N, __v1::Missing> {
    /// The input `token`.
    pub fn token(
        mut self,
        value: impl ::core::convert::Into<::settled::Secret>,
    ) -> MatchCall<Match, Async, N, __v1::Given> {
        self.call.token = value.into();
        MatchCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Match, Async, N, Token> MatchCall<Match, Async, N, Token> {
    /// On unless said.
    ///
    /// `true` unless said.
    pub fn flag(mut self, value: bool) -> Self {
        self.call.flag = value;
        self
    }
    /// The input `page`.
    ///
    /// `-3` unless said.
    pub fn page(mut self, value: i64) -> Self {
        self.call.page = value;
        self
    }
    /// The input `text`.
    ///
    /// `a 'tick'` unless said.
    pub fn text(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.text = value.into();
        self
    }
    /// The input `type`.
    ///
    /// Left out unless said.
    pub fn r#type(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.r#type = ::core::option::Option::Some(value.into());
        self
    }
    /// The input `when`.
    ///
    /// Left out unless said.
    pub fn when(mut self, value: bool) -> Self {
        self.call.when = ::core::option::Option::Some(value);
        self
    }
    /// The input `count`.
    ///
    /// Left out unless said.
    pub fn count(mut self, value: i64) -> Self {
        self.call.count = ::core::option::Option::Some(value);
        self
    }
    /// The input `other token`.
    ///
    /// Left out unless said.
    pub fn other_token(
        mut self,
        value: impl ::core::convert::Into<::settled::Secret>,
    ) -> Self {
        self.call.other_token = ::core::option::Option::Some(value.into());
        self
    }
    /// Waits until the job is settled: `.await` it, or `start` it to see its progress.
    ///
    /// Unless said otherwise on the wait, it asks after 1s, then every 5s, growing 1.5 times each time up to 30s, and up to 20 % more at random, and gives up after 1h or 100 requests. Never sooner than 2s after the last call of this client or a clone. Never more than 1000 calls per 1h, all clones together. Never more than 8 calls at once, all clones together.
    ///
    /// The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,
    /// `Unverified`, `Credential`, `Input` or `Cancelled`.
    pub fn wait(self) -> ::settled::Wait<MatchReply>
    where
        Match: __v1::IsGiven,
        Async: __v1::IsGiven,
        N: __v1::IsGiven,
        Token: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).wait()
    }
    /// Waits until the vendor says one of `words`, or until the job is settled, whichever is first.
    pub fn until(
        self,
        words: impl ::core::iter::IntoIterator<Item = State>,
    ) -> ::settled::Until<MatchReply, State>
    where
        Match: __v1::IsGiven,
        Async: __v1::IsGiven,
        N: __v1::IsGiven,
        Token: __v1::IsGiven,
    {
        let words = words
            .into_iter()
            .map(|word| ::std::string::String::from(word.as_str()))
            .collect();
        __v1::Call::new(self.client, self.call)
            .wait()
            .until(words, __v1::word_of::<State>)
    }
    /// Asks once, and says what the reply means.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(
        self,
    ) -> ::core::result::Result<::settled::Polled<MatchReply>, ::settled::Error>
    where
        Match: __v1::IsGiven,
        Async: __v1::IsGiven,
        N: __v1::IsGiven,
        Token: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).poll_once().await
    }
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<MatchReply>, ::settled::Error>
    where
        Match: __v1::IsGiven,
        Async: __v1::IsGiven,
        N: __v1::IsGiven,
        Token: __v1::IsGiven,
    {
        __v1::judge_call(&self.client, &self.call, reply)
    }
}
/// A call of `export`, in the making.
///
/// It can be made once `by_hand`, `job_id` or `policy id` are given.
#[must_use = "a call does nothing until it is waited for"]
pub struct ExportCall<ByHand = __v1::Given, By = __v1::Given> {
    client: __v1::Client,
    call: export::Call,
    given: ::core::marker::PhantomData<(ByHand, By)>,
}
impl<ByHand, By> ::core::fmt::Debug for ExportCall<ByHand, By> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ExportCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl<By> ExportCall<__v1::Missing, By> {
    /// The input `by_hand`.
    pub fn by_hand(mut self, value: bool) -> ExportCall<__v1::Given, By> {
        self.call.by_hand = value;
        ExportCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<ByHand> ExportCall<ByHand, __v1::Missing> {
    /// The input `job_id`.
    pub fn job_id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> ExportCall<ByHand, __v1::Given> {
        self.call.by = ::core::option::Option::Some(ExportBy::JobId(value.into()));
        ExportCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
    /// The input `policy id`.
    pub fn policy_id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> ExportCall<ByHand, __v1::Given> {
        self.call.by = ::core::option::Option::Some(ExportBy::PolicyId(value.into()));
        ExportCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
    /// One of the inputs of which exactly one is given.
    pub fn by(mut self, by: ExportBy) -> ExportCall<ByHand, __v1::Given> {
        self.call.by = ::core::option::Option::Some(by);
        ExportCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<ByHand, By> ExportCall<ByHand, By> {
    /// The input `tag`.
    ///
    /// Left out unless said.
    pub fn tag(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.tag = ::core::option::Option::Some(value.into());
        self
    }
    /// Waits until the job is settled: `.await` it, or `start` it to see its progress.
    ///
    /// Unless said otherwise on the wait, it asks after 1s, then every 2s, growing 1.5 times each time up to 30s, and up to 20 % more at random, and gives up after 10m or 100 requests. Never sooner than 500ms after the last call of this operation by this client or a clone. Never more than 1000 calls per 1h, all clones together. Never more than 8 calls at once, all clones together.
    ///
    /// The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,
    /// `Unverified`, `Credential`, `Input` or `Cancelled`.
    pub fn wait(self) -> ::settled::Wait<ExportReply>
    where
        ByHand: __v1::IsGiven,
        By: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).wait()
    }
    /// Asks once, and says what the reply means.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(
        self,
    ) -> ::core::result::Result<::settled::Polled<ExportReply>, ::settled::Error>
    where
        ByHand: __v1::IsGiven,
        By: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).poll_once().await
    }
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<ExportReply>, ::settled::Error>
    where
        ByHand: __v1::IsGiven,
        By: __v1::IsGiven,
    {
        __v1::judge_call(&self.client, &self.call, reply)
    }
}
/// Exactly one of `job_id`, `policy id`.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExportBy {
    /// The input `job_id`.
    JobId(::std::string::String),
    /// The input `policy id`.
    PolicyId(::std::string::String),
}
impl ExportBy {
    /// The first that is given, in the vendor's order: `job_id`, `policy id`.
    ///
    /// # Errors
    ///
    /// Where none is given.
    pub fn from_options(
        job_id: ::core::option::Option<::std::string::String>,
        policy_id: ::core::option::Option<::std::string::String>,
    ) -> ::core::result::Result<Self, ::settled::InvalidInput> {
        let given = ::core::option::Option::None;
        let given = given.or(job_id.map(ExportBy::JobId));
        let given = given.or(policy_id.map(ExportBy::PolicyId));
        given
            .ok_or(
                ::settled::InvalidInput::new("by", "needs one of `job_id`, `policy id`"),
            )
    }
}
impl ::core::fmt::Debug for ExportBy {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(
            match self {
                ExportBy::JobId(_) => ::core::stringify!(JobId),
                ExportBy::PolicyId(_) => ::core::stringify!(PolicyId),
            },
        )
    }
}
impl ExportBy {
    fn job_id(&self) -> ::core::option::Option<&str> {
        match self {
            ExportBy::JobId(value) => ::core::option::Option::Some(value),
            _ => ::core::option::Option::None,
        }
    }
    fn policy_id(&self) -> ::core::option::Option<&str> {
        match self {
            ExportBy::PolicyId(value) => ::core::option::Option::Some(value),
            _ => ::core::option::Option::None,
        }
    }
}
/// A call of `job`, in the making.
///
/// It can be made once `job`, `a1`, `a_1`, `job_by` are given.
#[must_use = "a call does nothing until it is waited for"]
pub struct JobCall<
    Job = __v1::Given,
    A1 = __v1::Given,
    A12 = __v1::Given,
    JobBy2 = __v1::Given,
> {
    client: __v1::Client,
    call: job::Call,
    given: ::core::marker::PhantomData<(Job, A1, A12, JobBy2)>,
}
impl<Job, A1, A12, JobBy2> ::core::fmt::Debug for JobCall<Job, A1, A12, JobBy2> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("JobCall").field("client", &self.client).finish_non_exhaustive()
    }
}
impl<A1, A12, JobBy2> JobCall<__v1::Missing, A1, A12, JobBy2> {
    /// The input `job`.
    pub fn job(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> JobCall<__v1::Given, A1, A12, JobBy2> {
        self.call.job = value.into();
        JobCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Job, A12, JobBy2> JobCall<Job, __v1::Missing, A12, JobBy2> {
    /// The input `a1`.
    pub fn a1(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> JobCall<Job, __v1::Given, A12, JobBy2> {
        self.call.a1 = value.into();
        JobCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Job, A1, JobBy2> JobCall<Job, A1, __v1::Missing, JobBy2> {
    /// The input `a_1`.
    pub fn a_1(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> JobCall<Job, A1, __v1::Given, JobBy2> {
        self.call.a_1 = value.into();
        JobCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Job, A1, A12> JobCall<Job, A1, A12, __v1::Missing> {
    /// The input `job_by`.
    pub fn job_by(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> JobCall<Job, A1, A12, __v1::Given> {
        self.call.job_by = value.into();
        JobCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Job, A1, A12, JobBy2> JobCall<Job, A1, A12, JobBy2> {
    /// Waits until the job is settled: `.await` it, or `start` it to see its progress.
    ///
    /// Unless said otherwise on the wait, it asks after 1s, then every 2s, growing 1.5 times each time up to 30s, and up to 20 % more at random, and gives up after 10m or 100 requests. Never sooner than 2s after the last call of this client or a clone. Never more than 1000 calls per 1h, all clones together. Never more than 8 calls at once, all clones together.
    ///
    /// The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,
    /// `Unverified`, `Credential`, `Input` or `Cancelled`.
    pub fn wait(self) -> ::settled::Wait<JobReply>
    where
        Job: __v1::IsGiven,
        A1: __v1::IsGiven,
        A12: __v1::IsGiven,
        JobBy2: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).wait()
    }
    /// Asks once, and says what the reply means.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(
        self,
    ) -> ::core::result::Result<::settled::Polled<JobReply>, ::settled::Error>
    where
        Job: __v1::IsGiven,
        A1: __v1::IsGiven,
        A12: __v1::IsGiven,
        JobBy2: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).poll_once().await
    }
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<JobReply>, ::settled::Error>
    where
        Job: __v1::IsGiven,
        A1: __v1::IsGiven,
        A12: __v1::IsGiven,
        JobBy2: __v1::IsGiven,
    {
        __v1::judge_call(&self.client, &self.call, reply)
    }
}
/// A call of `bare`, in the making.
///
///
#[must_use = "a call does nothing until it is sent"]
pub struct BareCall {
    client: __v1::Client,
    call: bare::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for BareCall {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("BareCall").field("client", &self.client).finish_non_exhaustive()
    }
}
impl BareCall {
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(
        self,
    ) -> ::core::result::Result<::std::string::String, ::settled::Error> {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `change`, in the making.
///
///
#[must_use = "a call does nothing until it is sent"]
pub struct ChangeCall {
    client: __v1::Client,
    call: change::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for ChangeCall {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ChangeCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl ChangeCall {
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<
        ::settled::Polled<::std::vec::Vec<YesNo>>,
        ::settled::Error,
    > {
        __v1::judge_call(&self.client, &self.call, reply)
    }
    /// Sends the request and decodes the reply. It is sent once: where its fate is not known, the error is of kind `MayHaveArrived`.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(
        self,
    ) -> ::core::result::Result<::std::vec::Vec<YesNo>, ::settled::Error> {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `patch-it`, in the making.
///
///
#[must_use = "a call does nothing until it is sent"]
pub struct PatchItCall {
    client: __v1::Client,
    call: patch_it::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for PatchItCall {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("PatchItCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl PatchItCall {
    /// Sends the request and decodes the reply. It is sent once: where its fate is not known, the error is of kind `MayHaveArrived`.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(
        self,
    ) -> ::core::result::Result<::settled::Json, ::settled::Error> {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `call_reply_of`, in the making.
///
///
#[must_use = "a call does nothing until it is sent"]
pub struct CallReplyOfCall {
    client: __v1::Client,
    call: call_reply_of::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for CallReplyOfCall {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("CallReplyOfCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl CallReplyOfCall {
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<Call, ::settled::Error> {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `case`, in the making.
///
/// It can be made once `state_case`, `call` are given.
#[must_use = "a call does nothing until it is waited for"]
pub struct CaseCall<StateCase2 = __v1::Given, Call2 = __v1::Given> {
    client: __v1::Client,
    call: case::Call,
    given: ::core::marker::PhantomData<(StateCase2, Call2)>,
}
impl<StateCase2, Call2> ::core::fmt::Debug for CaseCall<StateCase2, Call2> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("CaseCall").field("client", &self.client).finish_non_exhaustive()
    }
}
impl<Call2> CaseCall<__v1::Missing, Call2> {
    /// The input `state_case`.
    pub fn state_case(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> CaseCall<__v1::Given, Call2> {
        self.call.state_case = value.into();
        CaseCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<StateCase2> CaseCall<StateCase2, __v1::Missing> {
    /// The input `call`.
    pub fn call(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> CaseCall<StateCase2, __v1::Given> {
        self.call.call = value.into();
        CaseCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<StateCase2, Call2> CaseCall<StateCase2, Call2> {
    /// Waits until the job is settled: `.await` it, or `start` it to see its progress.
    ///
    /// Unless said otherwise on the wait, it asks after 1s, then every 2s, growing 1.5 times each time up to 30s, and up to 20 % more at random, and gives up after 10m or 100 requests. Never sooner than 2s after the last call of this client or a clone. Never more than 1000 calls per 1h, all clones together. Never more than 8 calls at once, all clones together.
    ///
    /// The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,
    /// `Unverified`, `Credential`, `Input` or `Cancelled`.
    pub fn wait(self) -> ::settled::Wait<StateCase>
    where
        StateCase2: __v1::IsGiven,
        Call2: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).wait()
    }
    /// Waits until the vendor says one of `words`, or until the job is settled, whichever is first.
    pub fn until(
        self,
        words: impl ::core::iter::IntoIterator<Item = YesNo>,
    ) -> ::settled::Until<StateCase, YesNo>
    where
        StateCase2: __v1::IsGiven,
        Call2: __v1::IsGiven,
    {
        let words = words
            .into_iter()
            .map(|word| ::std::string::String::from(word.as_str()))
            .collect();
        __v1::Call::new(self.client, self.call)
            .wait()
            .until(words, __v1::word_of::<YesNo>)
    }
    /// Asks once, and says what the reply means.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(
        self,
    ) -> ::core::result::Result<::settled::Polled<StateCase>, ::settled::Error>
    where
        StateCase2: __v1::IsGiven,
        Call2: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).poll_once().await
    }
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<StateCase>, ::settled::Error>
    where
        StateCase2: __v1::IsGiven,
        Call2: __v1::IsGiven,
    {
        __v1::judge_call(&self.client, &self.call, reply)
    }
}
/// A call of `settings_of`, in the making.
///
///
#[must_use = "a call does nothing until it is sent"]
pub struct SettingsOfCall {
    client: __v1::Client,
    call: settings_of::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for SettingsOfCall {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("SettingsOfCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl SettingsOfCall {
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(
        self,
    ) -> ::core::result::Result<SettingsOfReply, ::settled::Error> {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `upload`, in the making.
///
/// It can be made once `folder`, `state`, `ids`, `ratio` are given.
#[must_use = "a call does nothing until it is sent"]
pub struct UploadCall<
    Folder = __v1::Given,
    State2 = __v1::Given,
    Ids = __v1::Given,
    Ratio = __v1::Given,
> {
    client: __v1::Client,
    call: upload::Call,
    given: ::core::marker::PhantomData<(Folder, State2, Ids, Ratio)>,
}
impl<Folder, State2, Ids, Ratio> ::core::fmt::Debug
for UploadCall<Folder, State2, Ids, Ratio> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("UploadCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl<State2, Ids, Ratio> UploadCall<__v1::Missing, State2, Ids, Ratio> {
    /// The input `folder`.
    pub fn folder(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> UploadCall<__v1::Given, State2, Ids, Ratio> {
        self.call.folder = value.into();
        UploadCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Folder, Ids, Ratio> UploadCall<Folder, __v1::Missing, Ids, Ratio> {
    /// The input `state`.
    pub fn state(
        mut self,
        value: impl ::core::convert::Into<State>,
    ) -> UploadCall<Folder, __v1::Given, Ids, Ratio> {
        self.call.state = value.into();
        UploadCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Folder, State2, Ratio> UploadCall<Folder, State2, __v1::Missing, Ratio> {
    /// The input `ids`.
    pub fn ids(
        mut self,
        value: impl ::core::iter::IntoIterator<
            Item = impl ::core::convert::Into<::std::string::String>,
        >,
    ) -> UploadCall<Folder, State2, __v1::Given, Ratio> {
        self.call.ids = value.into_iter().map(::core::convert::Into::into).collect();
        UploadCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Folder, State2, Ids> UploadCall<Folder, State2, Ids, __v1::Missing> {
    /// The input `ratio`.
    pub fn ratio(mut self, value: f64) -> UploadCall<Folder, State2, Ids, __v1::Given> {
        self.call.ratio = value;
        UploadCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Folder, State2, Ids, Ratio> UploadCall<Folder, State2, Ids, Ratio> {
    /// The input `kind`.
    ///
    /// `photo` unless said.
    pub fn kind(mut self, value: impl ::core::convert::Into<UploadKind>) -> Self {
        self.call.kind = value.into();
        self
    }
    /// The input `sizes`.
    ///
    /// Left out unless said.
    pub fn sizes(
        mut self,
        value: impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<i64>>,
    ) -> Self {
        self.call.sizes = ::core::option::Option::Some(
            value.into_iter().map(::core::convert::Into::into).collect(),
        );
        self
    }
    /// The input `kinds`.
    ///
    /// Left out unless said.
    pub fn kinds(
        mut self,
        value: impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<State>>,
    ) -> Self {
        self.call.kinds = ::core::option::Option::Some(
            value.into_iter().map(::core::convert::Into::into).collect(),
        );
        self
    }
    /// The input `scale`.
    ///
    /// `1.5` unless said.
    pub fn scale(mut self, value: f64) -> Self {
        self.call.scale = value;
        self
    }
    /// The input `order`.
    ///
    /// Left out unless said.
    pub fn order(mut self, value: impl ::core::convert::Into<State>) -> Self {
        self.call.order = ::core::option::Option::Some(value.into());
        self
    }
    /// Sends the request and decodes the reply. It is sent once: where its fate is not known, the error is of kind `MayHaveArrived`.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<YesNo, ::settled::Error>
    where
        Folder: __v1::IsGiven,
        State2: __v1::IsGiven,
        Ids: __v1::IsGiven,
        Ratio: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `json_of_all`, in the making.
///
/// It can be made once `extra`, `ids`, `f`, `flags`, `word` are given.
#[must_use = "a call does nothing until it is sent"]
pub struct JsonOfAllCall<
    Extra = __v1::Given,
    Ids = __v1::Given,
    F = __v1::Given,
    Flags = __v1::Given,
    Word = __v1::Given,
> {
    client: __v1::Client,
    call: json_of_all::Call,
    given: ::core::marker::PhantomData<(Extra, Ids, F, Flags, Word)>,
}
impl<Extra, Ids, F, Flags, Word> ::core::fmt::Debug
for JsonOfAllCall<Extra, Ids, F, Flags, Word> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("JsonOfAllCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl<Ids, F, Flags, Word> JsonOfAllCall<__v1::Missing, Ids, F, Flags, Word> {
    /// The input `extra`.
    pub fn extra(
        mut self,
        value: impl ::core::convert::Into<::settled::Json>,
    ) -> JsonOfAllCall<__v1::Given, Ids, F, Flags, Word> {
        self.call.extra = value.into();
        JsonOfAllCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Extra, F, Flags, Word> JsonOfAllCall<Extra, __v1::Missing, F, Flags, Word> {
    /// The input `ids`.
    pub fn ids(
        mut self,
        value: impl ::core::iter::IntoIterator<
            Item = impl ::core::convert::Into<::std::string::String>,
        >,
    ) -> JsonOfAllCall<Extra, __v1::Given, F, Flags, Word> {
        self.call.ids = value.into_iter().map(::core::convert::Into::into).collect();
        JsonOfAllCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Extra, Ids, Flags, Word> JsonOfAllCall<Extra, Ids, __v1::Missing, Flags, Word> {
    /// The input `f`.
    pub fn f(
        mut self,
        value: f64,
    ) -> JsonOfAllCall<Extra, Ids, __v1::Given, Flags, Word> {
        self.call.f = value;
        JsonOfAllCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Extra, Ids, F, Word> JsonOfAllCall<Extra, Ids, F, __v1::Missing, Word> {
    /// The input `flags`.
    pub fn flags(
        mut self,
        value: impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<bool>>,
    ) -> JsonOfAllCall<Extra, Ids, F, __v1::Given, Word> {
        self.call.flags = value.into_iter().map(::core::convert::Into::into).collect();
        JsonOfAllCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Extra, Ids, F, Flags> JsonOfAllCall<Extra, Ids, F, Flags, __v1::Missing> {
    /// The input `word`.
    pub fn word(
        mut self,
        value: impl ::core::convert::Into<State>,
    ) -> JsonOfAllCall<Extra, Ids, F, Flags, __v1::Given> {
        self.call.word = value.into();
        JsonOfAllCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Extra, Ids, F, Flags, Word> JsonOfAllCall<Extra, Ids, F, Flags, Word> {
    /// The input `more`.
    ///
    /// Left out unless said.
    pub fn more(mut self, value: impl ::core::convert::Into<::settled::Json>) -> Self {
        self.call.more = ::core::option::Option::Some(value.into());
        self
    }
    /// The input `words`.
    ///
    /// Left out unless said.
    pub fn words(
        mut self,
        value: impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<State>>,
    ) -> Self {
        self.call.words = ::core::option::Option::Some(
            value.into_iter().map(::core::convert::Into::into).collect(),
        );
        self
    }
    /// The input `g`.
    ///
    /// Left out unless said.
    pub fn g(mut self, value: f64) -> Self {
        self.call.g = ::core::option::Option::Some(value);
        self
    }
    /// Sends the request and decodes the reply. It is sent once: where its fate is not known, the error is of kind `MayHaveArrived`.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<YesNo, ::settled::Error>
    where
        Extra: __v1::IsGiven,
        Ids: __v1::IsGiven,
        F: __v1::IsGiven,
        Flags: __v1::IsGiven,
        Word: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `plain_text`, in the making.
///
///
#[must_use = "a call does nothing until it is sent"]
pub struct PlainTextCall {
    client: __v1::Client,
    call: plain_text::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for PlainTextCall {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("PlainTextCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl PlainTextCall {
    /// Sends the request and decodes the reply. It is sent once: where its fate is not known, the error is of kind `MayHaveArrived`.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(
        self,
    ) -> ::core::result::Result<::std::string::String, ::settled::Error> {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `ask_graph`, in the making.
///
/// It can be made once `id` is given.
#[must_use = "a call does nothing until it is sent"]
pub struct AskGraphCall<Id = __v1::Given> {
    client: __v1::Client,
    call: ask_graph::Call,
    given: ::core::marker::PhantomData<(Id,)>,
}
impl<Id> ::core::fmt::Debug for AskGraphCall<Id> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("AskGraphCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl AskGraphCall<__v1::Missing> {
    /// The input `id`.
    pub fn id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> AskGraphCall<__v1::Given> {
        self.call.id = value.into();
        AskGraphCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Id> AskGraphCall<Id> {
    /// The input `first`.
    ///
    /// Left out unless said.
    pub fn first(mut self, value: i64) -> Self {
        self.call.first = ::core::option::Option::Some(value);
        self
    }
    /// Sends the request and decodes the reply. It is sent once: where its fate is not known, the error is of kind `MayHaveArrived`.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<::settled::Json, ::settled::Error>
    where
        Id: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `start_export`, in the making.
///
/// It can be made once `format`, `place` are given.
#[must_use = "a call does nothing until it is sent"]
pub struct StartExportCall<Format = __v1::Given, Place = __v1::Given> {
    client: __v1::Client,
    call: start_export::Call,
    given: ::core::marker::PhantomData<(Format, Place)>,
}
impl<Format, Place> ::core::fmt::Debug for StartExportCall<Format, Place> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("StartExportCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl<Place> StartExportCall<__v1::Missing, Place> {
    /// The input `format`.
    pub fn format(
        mut self,
        value: impl ::core::convert::Into<StartExportFormat>,
    ) -> StartExportCall<__v1::Given, Place> {
        self.call.format = value.into();
        StartExportCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Format> StartExportCall<Format, __v1::Missing> {
    /// The input `place`.
    pub fn place(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> StartExportCall<Format, __v1::Given> {
        self.call.place = value.into();
        StartExportCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Format, Place> StartExportCall<Format, Place> {
    /// The input `tag`.
    ///
    /// Left out unless said.
    pub fn tag(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.tag = ::core::option::Option::Some(value.into());
        self
    }
    /// The input `limit`.
    ///
    /// `10` unless said.
    pub fn limit(mut self, value: i64) -> Self {
        self.call.limit = value;
        self
    }
    /// Sends the request and decodes the reply. It is sent once: where its fate is not known, the error is of kind `MayHaveArrived`.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<StartExportReply, ::settled::Error>
    where
        Format: __v1::IsGiven,
        Place: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `feed_export`, in the making.
///
/// It can be made once `export`, `data`, `place` are given.
#[must_use = "a call does nothing until it is sent"]
pub struct FeedExportCall<
    Export = __v1::Given,
    Data = __v1::Given,
    Place = __v1::Given,
> {
    client: __v1::Client,
    call: feed_export::Call,
    given: ::core::marker::PhantomData<(Export, Data, Place)>,
}
impl<Export, Data, Place> ::core::fmt::Debug for FeedExportCall<Export, Data, Place> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("FeedExportCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl<Data, Place> FeedExportCall<__v1::Missing, Data, Place> {
    /// The input `export`.
    pub fn export(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> FeedExportCall<__v1::Given, Data, Place> {
        self.call.export = value.into();
        FeedExportCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Export, Place> FeedExportCall<Export, __v1::Missing, Place> {
    /// The input `data`.
    pub fn data(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> FeedExportCall<Export, __v1::Given, Place> {
        self.call.data = value.into();
        FeedExportCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Export, Data> FeedExportCall<Export, Data, __v1::Missing> {
    /// The input `place`.
    pub fn place(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> FeedExportCall<Export, Data, __v1::Given> {
        self.call.place = value.into();
        FeedExportCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Export, Data, Place> FeedExportCall<Export, Data, Place> {
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<::settled::Json, ::settled::Error>
    where
        Export: __v1::IsGiven,
        Data: __v1::IsGiven,
        Place: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `export_state`, in the making.
///
/// It can be made once `status url`, `number`, `place` are given.
#[must_use = "a call does nothing until it is waited for"]
pub struct ExportStateCall<
    StatusUrl = __v1::Given,
    Number = __v1::Given,
    Place = __v1::Given,
> {
    client: __v1::Client,
    call: export_state::Call,
    given: ::core::marker::PhantomData<(StatusUrl, Number, Place)>,
}
impl<StatusUrl, Number, Place> ::core::fmt::Debug
for ExportStateCall<StatusUrl, Number, Place> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ExportStateCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl<Number, Place> ExportStateCall<__v1::Missing, Number, Place> {
    /// The input `status url`.
    pub fn status_url(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> ExportStateCall<__v1::Given, Number, Place> {
        self.call.status_url = value.into();
        ExportStateCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<StatusUrl, Place> ExportStateCall<StatusUrl, __v1::Missing, Place> {
    /// The input `number`.
    pub fn number(
        mut self,
        value: i64,
    ) -> ExportStateCall<StatusUrl, __v1::Given, Place> {
        self.call.number = value;
        ExportStateCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<StatusUrl, Number> ExportStateCall<StatusUrl, Number, __v1::Missing> {
    /// The input `place`.
    pub fn place(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> ExportStateCall<StatusUrl, Number, __v1::Given> {
        self.call.place = value.into();
        ExportStateCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<StatusUrl, Number, Place> ExportStateCall<StatusUrl, Number, Place> {
    /// The input `part`.
    ///
    /// Left out unless said.
    pub fn part(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.part = ::core::option::Option::Some(value.into());
        self
    }
    /// Waits until the job is settled: `.await` it, or `start` it to see its progress.
    ///
    /// Unless said otherwise on the wait, it asks after 1s, then every 5s, growing 1.5 times each time up to 30s, and up to 20 % more at random, and gives up after 1h or 100 requests. Never sooner than 2s after the last call of this client or a clone. Never more than 60 calls of this operation per 1m, all clones together. Never more than 2 calls of this operation per 500ms, all clones together. Never more than 3 calls of this operation at once, all clones together. The vendor remembers a job for 7d.
    ///
    /// The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,
    /// `Unverified`, `Credential`, `Input` or `Cancelled`.
    pub fn wait(self) -> ::settled::Wait<ExportStateReply>
    where
        StatusUrl: __v1::IsGiven,
        Number: __v1::IsGiven,
        Place: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).wait()
    }
    /// Waits until the vendor says one of `words`, or until the job is settled, whichever is first.
    pub fn until(
        self,
        words: impl ::core::iter::IntoIterator<Item = State>,
    ) -> ::settled::Until<ExportStateReply, State>
    where
        StatusUrl: __v1::IsGiven,
        Number: __v1::IsGiven,
        Place: __v1::IsGiven,
    {
        let words = words
            .into_iter()
            .map(|word| ::std::string::String::from(word.as_str()))
            .collect();
        __v1::Call::new(self.client, self.call)
            .wait()
            .until(words, __v1::word_of::<State>)
    }
    /// Asks once, and says what the reply means.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(
        self,
    ) -> ::core::result::Result<::settled::Polled<ExportStateReply>, ::settled::Error>
    where
        StatusUrl: __v1::IsGiven,
        Number: __v1::IsGiven,
        Place: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).poll_once().await
    }
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<ExportStateReply>, ::settled::Error>
    where
        StatusUrl: __v1::IsGiven,
        Number: __v1::IsGiven,
        Place: __v1::IsGiven,
    {
        __v1::judge_call(&self.client, &self.call, reply)
    }
}
/// A call of `export_file`, in the making.
///
/// It can be made once `download` is given.
#[must_use = "a call does nothing until it is sent"]
pub struct ExportFileCall<Download = __v1::Given> {
    client: __v1::Client,
    call: export_file::Call,
    given: ::core::marker::PhantomData<(Download,)>,
}
impl<Download> ::core::fmt::Debug for ExportFileCall<Download> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ExportFileCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl ExportFileCall<__v1::Missing> {
    /// The input `download`.
    pub fn download(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> ExportFileCall<__v1::Given> {
        self.call.download = value.into();
        ExportFileCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Download> ExportFileCall<Download> {
    /// The input `area`.
    ///
    /// Left out unless said.
    pub fn area(mut self, value: impl ::core::convert::Into<Zone>) -> Self {
        self.call.area = ::core::option::Option::Some(value.into());
        self
    }
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<::settled::Bytes, ::settled::Error>
    where
        Download: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).send().await
    }
    /// Sends the request and hands the body over piece by piece, `limit` bytes at most.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send_streaming(
        self,
        limit: u64,
    ) -> ::core::result::Result<::settled::Download, ::settled::Error>
    where
        Download: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).download(limit).await
    }
}
/// A call of `stop_export`, in the making.
///
/// It can be made once `export`, `token` are given.
#[must_use = "a call does nothing until it is sent"]
pub struct StopExportCall<Export = __v1::Given, Token = __v1::Given> {
    client: __v1::Client,
    call: stop_export::Call,
    given: ::core::marker::PhantomData<(Export, Token)>,
}
impl<Export, Token> ::core::fmt::Debug for StopExportCall<Export, Token> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("StopExportCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl<Token> StopExportCall<__v1::Missing, Token> {
    /// The input `export`.
    pub fn export(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> StopExportCall<__v1::Given, Token> {
        self.call.export = value.into();
        StopExportCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Export> StopExportCall<Export, __v1::Missing> {
    /// The input `token`.
    pub fn token(
        mut self,
        value: impl ::core::convert::Into<::settled::Secret>,
    ) -> StopExportCall<Export, __v1::Given> {
        self.call.token = value.into();
        StopExportCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Export, Token> StopExportCall<Export, Token> {
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<(), ::settled::Error>
    where
        Export: __v1::IsGiven,
        Token: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `find_by`, in the making.
///
/// It can be made once `export` or `tag` is given.
#[must_use = "a call does nothing until it is waited for"]
pub struct FindByCall<By = __v1::Given> {
    client: __v1::Client,
    call: find_by::Call,
    given: ::core::marker::PhantomData<(By,)>,
}
impl<By> ::core::fmt::Debug for FindByCall<By> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("FindByCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl FindByCall<__v1::Missing> {
    /// The input `export`.
    pub fn export(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> FindByCall<__v1::Given> {
        self.call.by = ::core::option::Option::Some(FindByBy::Export(value.into()));
        FindByCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
    /// The input `tag`.
    pub fn tag(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> FindByCall<__v1::Given> {
        self.call.by = ::core::option::Option::Some(FindByBy::Tag(value.into()));
        FindByCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
    /// One of the inputs of which exactly one is given.
    pub fn by(mut self, by: FindByBy) -> FindByCall<__v1::Given> {
        self.call.by = ::core::option::Option::Some(by);
        FindByCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<By> FindByCall<By> {
    /// Waits until the job is settled: `.await` it, or `start` it to see its progress.
    ///
    /// Unless said otherwise on the wait, it asks after 1s, then every 5s, growing 1.5 times each time up to 30s, and up to 20 % more at random, and gives up after 1h or 100 requests. Never sooner than 2s after the last request of the same wait. Never more than 1000 calls per 1h, all clones together. Never more than 8 calls at once, all clones together.
    ///
    /// The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,
    /// `Unverified`, `Credential`, `Input` or `Cancelled`.
    pub fn wait(self) -> ::settled::Wait<Found>
    where
        By: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).wait()
    }
    /// Asks once, and says what the reply means.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(
        self,
    ) -> ::core::result::Result<::settled::Polled<Found>, ::settled::Error>
    where
        By: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).poll_once().await
    }
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<Found>, ::settled::Error>
    where
        By: __v1::IsGiven,
    {
        __v1::judge_call(&self.client, &self.call, reply)
    }
}
/// Exactly one of `export`, `tag`.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FindByBy {
    /// The input `export`.
    Export(::std::string::String),
    /// The input `tag`.
    Tag(::std::string::String),
}
impl FindByBy {
    /// The first that is given, in the vendor's order: `export`, `tag`.
    ///
    /// # Errors
    ///
    /// Where none is given.
    pub fn from_options(
        export: ::core::option::Option<::std::string::String>,
        tag: ::core::option::Option<::std::string::String>,
    ) -> ::core::result::Result<Self, ::settled::InvalidInput> {
        let given = ::core::option::Option::None;
        let given = given.or(export.map(FindByBy::Export));
        let given = given.or(tag.map(FindByBy::Tag));
        given.ok_or(::settled::InvalidInput::new("by", "needs one of `export`, `tag`"))
    }
}
impl ::core::fmt::Debug for FindByBy {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(
            match self {
                FindByBy::Export(_) => ::core::stringify!(Export),
                FindByBy::Tag(_) => ::core::stringify!(Tag),
            },
        )
    }
}
impl FindByBy {
    fn export(&self) -> ::core::option::Option<&str> {
        match self {
            FindByBy::Export(value) => ::core::option::Option::Some(value),
            _ => ::core::option::Option::None,
        }
    }
    fn tag(&self) -> ::core::option::Option<&str> {
        match self {
            FindByBy::Tag(value) => ::core::option::Option::Some(value),
            _ => ::core::option::Option::None,
        }
    }
}
/// A call of `oauth_one`, in the making.
///
///
#[must_use = "a call does nothing until it is sent"]
pub struct OauthOneCall {
    client: __v1::Client,
    call: oauth_one::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for OauthOneCall {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("OauthOneCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl OauthOneCall {
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(
        self,
    ) -> ::core::result::Result<::settled::Json, ::settled::Error> {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `oauth_two`, in the making.
///
///
#[must_use = "a call does nothing until it is sent"]
pub struct OauthTwoCall {
    client: __v1::Client,
    call: oauth_two::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for OauthTwoCall {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("OauthTwoCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl OauthTwoCall {
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(
        self,
    ) -> ::core::result::Result<::settled::Json, ::settled::Error> {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `handed_over`, in the making.
///
/// It can be made once `id` is given.
#[must_use = "a call does nothing until it is waited for"]
pub struct HandedOverCall<Id = __v1::Given> {
    client: __v1::Client,
    call: handed_over::Call,
    given: ::core::marker::PhantomData<(Id,)>,
}
impl<Id> ::core::fmt::Debug for HandedOverCall<Id> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("HandedOverCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl HandedOverCall<__v1::Missing> {
    /// The input `id`.
    pub fn id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> HandedOverCall<__v1::Given> {
        self.call.id = value.into();
        HandedOverCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Id> HandedOverCall<Id> {
    /// The input `tag`.
    ///
    /// Left out unless said.
    pub fn tag(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.tag = ::core::option::Option::Some(value.into());
        self
    }
    /// Waits until the job is settled: `.await` it, or `start` it to see its progress.
    ///
    /// Unless said otherwise on the wait, it asks after 1s, then every 5s, growing 1.5 times each time up to 30s, and up to 20 % more at random, and gives up after 1h or 100 requests. Never sooner than 2s after the last call of this client or a clone. Never more than 1000 calls per 1h, all clones together. Never more than 8 calls at once, all clones together.
    ///
    /// The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,
    /// `Unverified`, `Credential`, `Input` or `Cancelled`.
    pub fn wait(self) -> ::settled::Wait<HandedOverReply>
    where
        Id: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).wait()
    }
    /// Asks once, and says what the reply means.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(
        self,
    ) -> ::core::result::Result<::settled::Polled<HandedOverReply>, ::settled::Error>
    where
        Id: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).poll_once().await
    }
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<HandedOverReply>, ::settled::Error>
    where
        Id: __v1::IsGiven,
    {
        __v1::judge_call(&self.client, &self.call, reply)
    }
}
/// A call of `decided`, in the making.
///
/// It can be made once `id`, `number` are given.
#[must_use = "a call does nothing until it is waited for"]
pub struct DecidedCall<Id = __v1::Given, Number = __v1::Given> {
    client: __v1::Client,
    call: decided::Call,
    given: ::core::marker::PhantomData<(Id, Number)>,
}
impl<Id, Number> ::core::fmt::Debug for DecidedCall<Id, Number> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("DecidedCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl<Number> DecidedCall<__v1::Missing, Number> {
    /// The input `id`.
    pub fn id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> DecidedCall<__v1::Given, Number> {
        self.call.id = value.into();
        DecidedCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Id> DecidedCall<Id, __v1::Missing> {
    /// The input `number`.
    pub fn number(mut self, value: i64) -> DecidedCall<Id, __v1::Given> {
        self.call.number = value;
        DecidedCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Id, Number> DecidedCall<Id, Number> {
    /// The input `part`.
    ///
    /// Left out unless said.
    pub fn part(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.part = ::core::option::Option::Some(value.into());
        self
    }
    /// The input `tag`.
    ///
    /// Left out unless said.
    pub fn tag(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.tag = ::core::option::Option::Some(value.into());
        self
    }
    /// The input `size`.
    ///
    /// `3` unless said.
    pub fn size(mut self, value: i64) -> Self {
        self.call.size = value;
        self
    }
    /// Waits until the job is settled: `.await` it, or `start` it to see its progress.
    ///
    /// Unless said otherwise on the wait, it asks after 1s, then every 5s, growing 1.5 times each time up to 30s, and up to 20 % more at random, and gives up after 1h or 100 requests. Never sooner than 2s after the last call of this client or a clone. Never more than 1000 calls per 1h, all clones together. Never more than 8 calls at once, all clones together.
    ///
    /// The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,
    /// `Unverified`, `Credential`, `Input` or `Cancelled`.
    pub fn wait(self) -> ::settled::Wait<DecidedReply>
    where
        Id: __v1::IsGiven,
        Number: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).wait()
    }
    /// Asks once, and says what the reply means.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(
        self,
    ) -> ::core::result::Result<::settled::Polled<DecidedReply>, ::settled::Error>
    where
        Id: __v1::IsGiven,
        Number: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).poll_once().await
    }
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<DecidedReply>, ::settled::Error>
    where
        Id: __v1::IsGiven,
        Number: __v1::IsGiven,
    {
        __v1::judge_call(&self.client, &self.call, reply)
    }
}
/// A call of `get_part`, in the making.
///
/// It can be made once `id` is given.
#[must_use = "a call does nothing until it is waited for"]
pub struct GetPartCall<Id = __v1::Given> {
    client: __v1::Client,
    call: get_part::Call,
    given: ::core::marker::PhantomData<(Id,)>,
}
impl<Id> ::core::fmt::Debug for GetPartCall<Id> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("GetPartCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl GetPartCall<__v1::Missing> {
    /// The input `id`.
    pub fn id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> GetPartCall<__v1::Given> {
        self.call.id = value.into();
        GetPartCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Id> GetPartCall<Id> {
    /// Waits until the job is settled: `.await` it, or `start` it to see its progress.
    ///
    /// Unless said otherwise on the wait, it asks after 1s, then every 5s, growing 1.5 times each time up to 30s, and up to 20 % more at random, and gives up after 1h or 100 requests. Never sooner than 2s after the last call of this client or a clone. Never more than 1000 calls per 1h, all clones together. Never more than 8 calls at once, all clones together.
    ///
    /// The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,
    /// `Unverified`, `Credential`, `Input` or `Cancelled`.
    pub fn wait(self) -> ::settled::Wait<Verdict>
    where
        Id: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).wait()
    }
    /// Asks once, and says what the reply means.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(
        self,
    ) -> ::core::result::Result<::settled::Polled<Verdict>, ::settled::Error>
    where
        Id: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).poll_once().await
    }
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<Verdict>, ::settled::Error>
    where
        Id: __v1::IsGiven,
    {
        __v1::judge_call(&self.client, &self.call, reply)
    }
}
/// A call of `begin`, in the making.
///
///
#[must_use = "a call does nothing until it is sent"]
pub struct BeginCall {
    client: __v1::Client,
    call: begin::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for BeginCall {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("BeginCall").field("client", &self.client).finish_non_exhaustive()
    }
}
impl BeginCall {
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<Found>, ::settled::Error> {
        __v1::judge_call(&self.client, &self.call, reply)
    }
    /// Sends the request and decodes the reply. It is sent once: where its fate is not known, the error is of kind `MayHaveArrived`.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<Found, ::settled::Error> {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `locate`, in the making.
///
/// It can be made once `id` is given.
#[must_use = "a call does nothing until it is sent"]
pub struct LocateCall<Id = __v1::Given> {
    client: __v1::Client,
    call: locate::Call,
    given: ::core::marker::PhantomData<(Id,)>,
}
impl<Id> ::core::fmt::Debug for LocateCall<Id> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("LocateCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl LocateCall<__v1::Missing> {
    /// The input `id`.
    pub fn id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> LocateCall<__v1::Given> {
        self.call.id = value.into();
        LocateCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Id> LocateCall<Id> {
    /// The input `tag`.
    ///
    /// Left out unless said.
    pub fn tag(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.tag = ::core::option::Option::Some(value.into());
        self
    }
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<LocateReply, ::settled::Error>
    where
        Id: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `get_whole`, in the making.
///
///
#[must_use = "a call does nothing until it is waited for"]
pub struct GetWholeCall {
    client: __v1::Client,
    call: get_whole::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for GetWholeCall {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("GetWholeCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl GetWholeCall {
    /// Waits until the job is settled: `.await` it, or `start` it to see its progress.
    ///
    /// Unless said otherwise on the wait, it asks after 1s, then every 5s, growing 1.5 times each time up to 30s, and up to 20 % more at random, and gives up after 1h or 100 requests. Never sooner than 2s after the last call of this client or a clone. Never more than 1000 calls per 1h, all clones together. Never more than 8 calls at once, all clones together.
    ///
    /// The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,
    /// `Unverified`, `Credential`, `Input` or `Cancelled`.
    pub fn wait(self) -> ::settled::Wait<Verdict> {
        __v1::Call::new(self.client, self.call).wait()
    }
    /// Asks once, and says what the reply means.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(
        self,
    ) -> ::core::result::Result<::settled::Polled<Verdict>, ::settled::Error> {
        __v1::Call::new(self.client, self.call).poll_once().await
    }
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<Verdict>, ::settled::Error> {
        __v1::judge_call(&self.client, &self.call, reply)
    }
}
/// A call of `paged`, in the making.
///
/// It can be made once `job_id` or `tag` is given.
#[must_use = "a call does nothing until it is sent"]
pub struct PagedCall<By = __v1::Given> {
    client: __v1::Client,
    call: paged::Call,
    given: ::core::marker::PhantomData<(By,)>,
}
impl<By> ::core::fmt::Debug for PagedCall<By> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("PagedCall").field("client", &self.client).finish_non_exhaustive()
    }
}
impl PagedCall<__v1::Missing> {
    /// The input `job_id`.
    pub fn job_id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> PagedCall<__v1::Given> {
        self.call.by = ::core::option::Option::Some(PagedBy::JobId(value.into()));
        PagedCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
    /// The input `tag`.
    pub fn tag(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> PagedCall<__v1::Given> {
        self.call.by = ::core::option::Option::Some(PagedBy::Tag(value.into()));
        PagedCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
    /// One of the inputs of which exactly one is given.
    pub fn by(mut self, by: PagedBy) -> PagedCall<__v1::Given> {
        self.call.by = ::core::option::Option::Some(by);
        PagedCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<By> PagedCall<By> {
    /// The input `cursor`.
    ///
    /// Left out unless said.
    pub fn cursor(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.cursor = ::core::option::Option::Some(value.into());
        self
    }
    /// The input `number`.
    ///
    /// `1` unless said.
    pub fn number(mut self, value: i64) -> Self {
        self.call.number = value;
        self
    }
    /// Asks for one page after the other: `next` gives each, and it is a stream of them.
    pub fn pages(self) -> ::settled::Pages<PagedReply>
    where
        By: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).pages()
    }
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<PagedReply, ::settled::Error>
    where
        By: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// Exactly one of `job_id`, `tag`.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PagedBy {
    /// The input `job_id`.
    JobId(::std::string::String),
    /// The input `tag`.
    Tag(::std::string::String),
}
impl PagedBy {
    /// The first that is given, in the vendor's order: `job_id`, `tag`.
    ///
    /// # Errors
    ///
    /// Where none is given.
    pub fn from_options(
        job_id: ::core::option::Option<::std::string::String>,
        tag: ::core::option::Option<::std::string::String>,
    ) -> ::core::result::Result<Self, ::settled::InvalidInput> {
        let given = ::core::option::Option::None;
        let given = given.or(job_id.map(PagedBy::JobId));
        let given = given.or(tag.map(PagedBy::Tag));
        given.ok_or(::settled::InvalidInput::new("by", "needs one of `job_id`, `tag`"))
    }
}
impl ::core::fmt::Debug for PagedBy {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(
            match self {
                PagedBy::JobId(_) => ::core::stringify!(JobId),
                PagedBy::Tag(_) => ::core::stringify!(Tag),
            },
        )
    }
}
impl PagedBy {
    fn job_id(&self) -> ::core::option::Option<&str> {
        match self {
            PagedBy::JobId(value) => ::core::option::Option::Some(value),
            _ => ::core::option::Option::None,
        }
    }
    fn tag(&self) -> ::core::option::Option<&str> {
        match self {
            PagedBy::Tag(value) => ::core::option::Option::Some(value),
            _ => ::core::option::Option::None,
        }
    }
}
/// A call of `scan`, in the making.
///
/// It can be made once `scan id` is given.
#[must_use = "a call does nothing until it is waited for"]
pub struct ScanCall<ScanId = __v1::Given> {
    client: __v1::Client,
    call: scan::Call,
    given: ::core::marker::PhantomData<(ScanId,)>,
}
impl<ScanId> ::core::fmt::Debug for ScanCall<ScanId> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ScanCall").field("client", &self.client).finish_non_exhaustive()
    }
}
impl ScanCall<__v1::Missing> {
    /// The input `scan id`.
    pub fn scan_id(mut self, value: i64) -> ScanCall<__v1::Given> {
        self.call.scan_id = value;
        ScanCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<ScanId> ScanCall<ScanId> {
    /// Waits until the job is settled: `.await` it, or `start` it to see its progress.
    ///
    /// Unless said otherwise on the wait, it asks after 1s, then every 10s, growing 1.5 times each time up to 30s, and up to 20 % more at random, and gives up after 1h or 100 requests. Never sooner than 2s after the last call of this client or a clone. Never more than 1000 calls per 1h, all clones together. Never more than 8 calls at once, all clones together.
    ///
    /// The error's kind says why there is no outcome: `Deadline`, `Tries`, `Faults`, `Unknown`, `Vendor`, `Request`,
    /// `Unverified`, `Credential`, `Input` or `Cancelled`.
    pub fn wait(self) -> ::settled::Wait<ScanReply>
    where
        ScanId: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).wait()
    }
    /// Waits until the vendor says one of `words`, or until the job is settled, whichever is first.
    pub fn until(
        self,
        words: impl ::core::iter::IntoIterator<Item = State>,
    ) -> ::settled::Until<ScanReply, State>
    where
        ScanId: __v1::IsGiven,
    {
        let words = words
            .into_iter()
            .map(|word| ::std::string::String::from(word.as_str()))
            .collect();
        __v1::Call::new(self.client, self.call)
            .wait()
            .until(words, __v1::word_of::<State>)
    }
    /// Asks once, and says what the reply means.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(
        self,
    ) -> ::core::result::Result<::settled::Polled<ScanReply>, ::settled::Error>
    where
        ScanId: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).poll_once().await
    }
    /// Says what a recorded reply means, without a network.
    ///
    /// # Errors
    ///
    /// Of kind `Credential`, where a proof needs a credential whose provider was not asked yet.
    pub fn judge(
        &self,
        reply: &::settled::Reply,
    ) -> ::core::result::Result<::settled::Polled<ScanReply>, ::settled::Error>
    where
        ScanId: __v1::IsGiven,
    {
        __v1::judge_call(&self.client, &self.call, reply)
    }
}
/// A call of `scans`, in the making.
///
/// It can be made once `ids` is given.
#[must_use = "a call does nothing until it is sent"]
pub struct ScansCall<Ids = __v1::Given> {
    client: __v1::Client,
    call: scans::Call,
    given: ::core::marker::PhantomData<(Ids,)>,
}
impl<Ids> ::core::fmt::Debug for ScansCall<Ids> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ScansCall").field("client", &self.client).finish_non_exhaustive()
    }
}
impl ScansCall<__v1::Missing> {
    /// The input `ids`.
    pub fn ids(
        mut self,
        value: impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<i64>>,
    ) -> ScansCall<__v1::Given> {
        self.call.ids = value.into_iter().map(::core::convert::Into::into).collect();
        ScansCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Ids> ScansCall<Ids> {
    /// The input `page`.
    ///
    /// Left out unless said.
    pub fn page(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.page = ::core::option::Option::Some(value.into());
        self
    }
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<ScansReply, ::settled::Error>
    where
        Ids: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `key set`, in the making.
///
///
#[must_use = "a call does nothing until it is sent"]
pub struct KeySetCall {
    client: __v1::Client,
    call: key_set::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for KeySetCall {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("KeySetCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl KeySetCall {
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<KeySetReply, ::settled::Error> {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// A call of `type of key`, in the making.
///
/// It can be made once `number`, `type` or `impl` are given.
#[must_use = "a call does nothing until it is sent"]
pub struct TypeOfKeyCall<Number = __v1::Given, By = __v1::Given> {
    client: __v1::Client,
    call: type_of_key::Call,
    given: ::core::marker::PhantomData<(Number, By)>,
}
impl<Number, By> ::core::fmt::Debug for TypeOfKeyCall<Number, By> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("TypeOfKeyCall")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl<By> TypeOfKeyCall<__v1::Missing, By> {
    /// The input `number`.
    pub fn number(mut self, value: i64) -> TypeOfKeyCall<__v1::Given, By> {
        self.call.number = value;
        TypeOfKeyCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Number> TypeOfKeyCall<Number, __v1::Missing> {
    /// The input `type`.
    pub fn r#type(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> TypeOfKeyCall<Number, __v1::Given> {
        self.call.by = ::core::option::Option::Some(TypeOfKeyBy::Type(value.into()));
        TypeOfKeyCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
    /// The input `impl`.
    pub fn r#impl(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> TypeOfKeyCall<Number, __v1::Given> {
        self.call.by = ::core::option::Option::Some(TypeOfKeyBy::Impl(value.into()));
        TypeOfKeyCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
    /// One of the inputs of which exactly one is given.
    pub fn by(mut self, by: TypeOfKeyBy) -> TypeOfKeyCall<Number, __v1::Given> {
        self.call.by = ::core::option::Option::Some(by);
        TypeOfKeyCall {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Number, By> TypeOfKeyCall<Number, By> {
    /// The input `kind`.
    ///
    /// `sig` unless said.
    pub fn kind(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.kind = value.into();
        self
    }
    /// Sends the request and decodes the reply.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn send(self) -> ::core::result::Result<TypeOfKeyReply, ::settled::Error>
    where
        Number: __v1::IsGiven,
        By: __v1::IsGiven,
    {
        __v1::Call::new(self.client, self.call).send().await
    }
}
/// Exactly one of `type`, `impl`.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TypeOfKeyBy {
    /// The input `type`.
    Type(::std::string::String),
    /// The input `impl`.
    Impl(::std::string::String),
}
impl TypeOfKeyBy {
    /// The first that is given, in the vendor's order: `type`, `impl`.
    ///
    /// # Errors
    ///
    /// Where none is given.
    pub fn from_options(
        r#type: ::core::option::Option<::std::string::String>,
        r#impl: ::core::option::Option<::std::string::String>,
    ) -> ::core::result::Result<Self, ::settled::InvalidInput> {
        let given = ::core::option::Option::None;
        let given = given.or(r#type.map(TypeOfKeyBy::Type));
        let given = given.or(r#impl.map(TypeOfKeyBy::Impl));
        given.ok_or(::settled::InvalidInput::new("by", "needs one of `type`, `impl`"))
    }
}
impl ::core::fmt::Debug for TypeOfKeyBy {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(
            match self {
                TypeOfKeyBy::Type(_) => ::core::stringify!(Type),
                TypeOfKeyBy::Impl(_) => ::core::stringify!(Impl),
            },
        )
    }
}
impl TypeOfKeyBy {
    fn r#type(&self) -> ::core::option::Option<&str> {
        match self {
            TypeOfKeyBy::Type(value) => ::core::option::Option::Some(value),
            _ => ::core::option::Option::None,
        }
    }
    fn r#impl(&self) -> ::core::option::Option<&str> {
        match self {
            TypeOfKeyBy::Impl(value) => ::core::option::Option::Some(value),
            _ => ::core::option::Option::None,
        }
    }
}
/// The type `Step` of the spec.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Step {
    /// `id`.
    pub id: ::std::string::String,
    /// `title`. May be absent.
    pub title: ::core::option::Option<::std::string::String>,
    /// `status`.
    pub status: State,
    /// `next`. May be absent.
    pub next: ::core::option::Option<::std::vec::Vec<Step>>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __StepPlaces {
    id: ::core::option::Option<::std::string::String>,
    title: ::core::option::Option<::core::option::Option<::std::string::String>>,
    status: ::core::option::Option<State>,
    next: ::core::option::Option<::core::option::Option<::std::vec::Vec<Step>>>,
}
impl __v1::read::Record for Step {
    type Places = __StepPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __StepPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "id" => member.put::<__v1::read::LenientText>(&mut places.id),
            "title" => {
                member.put::<__v1::read::Maybe<__v1::read::Text>>(&mut places.title)
            }
            "status" => member.put::<__v1::read::Words<State>>(&mut places.status),
            "next" => {
                member
                    .put::<
                        __v1::read::Maybe<__v1::read::List<__v1::read::Rec<Step>>>,
                    >(&mut places.next)
            }
            _ => member.skip(),
        }
    }
    fn build(places: __StepPlaces) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(Step {
            id: __v1::read::member::<__v1::read::LenientText>(places.id, "id")?,
            title: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Text>,
            >(places.title, "title")?,
            status: __v1::read::member::<
                __v1::read::Words<State>,
            >(places.status, "status")?,
            next: __v1::read::member::<
                __v1::read::Maybe<__v1::read::List<__v1::read::Rec<Step>>>,
            >(places.next, "next")?,
        })
    }
}
/// The type `Open` of the spec.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Open {
    /// `job_id`.
    pub job_id: ::std::string::String,
    /// All other members.
    pub rest: ::std::collections::BTreeMap<::std::string::String, ::settled::Json>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __OpenPlaces {
    job_id: ::core::option::Option<::std::string::String>,
    rest: ::std::collections::BTreeMap<::std::string::String, ::settled::Json>,
}
impl __v1::read::Record for Open {
    type Places = __OpenPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __OpenPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "job_id" => member.put::<__v1::read::Text>(&mut places.job_id),
            _ => member.rest::<__v1::read::Json>(&mut places.rest),
        }
    }
    fn build(places: __OpenPlaces) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(Open {
            job_id: __v1::read::member::<__v1::read::Text>(places.job_id, "job_id")?,
            rest: places.rest,
        })
    }
}
/// The type `Empty` of the spec.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Empty {}
#[doc(hidden)]
#[derive(Default)]
pub struct __EmptyPlaces {}
impl __v1::read::Record for Empty {
    type Places = __EmptyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        _: &mut __EmptyPlaces,
        _: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        member.skip()
    }
    fn build(
        places: __EmptyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(Empty {})
    }
}
/// The type `Verdict` of the spec.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Verdict {
    /// `ok`.
    pub ok: bool,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __VerdictPlaces {
    ok: ::core::option::Option<bool>,
}
impl __v1::read::Record for Verdict {
    type Places = __VerdictPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __VerdictPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "ok" => member.put::<__v1::read::Bool>(&mut places.ok),
            _ => member.skip(),
        }
    }
    fn build(
        places: __VerdictPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(Verdict {
            ok: __v1::read::member::<__v1::read::Bool>(places.ok, "ok")?,
        })
    }
}
/// The type `Found` of the spec.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Found {
    /// `ready`.
    pub ready: bool,
    /// `id`. May be absent.
    pub id: ::core::option::Option<::std::string::String>,
    /// `number`. May be absent.
    pub number: ::core::option::Option<i64>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __FoundPlaces {
    ready: ::core::option::Option<bool>,
    id: ::core::option::Option<::core::option::Option<::std::string::String>>,
    number: ::core::option::Option<::core::option::Option<i64>>,
}
impl __v1::read::Record for Found {
    type Places = __FoundPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __FoundPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "ready" => member.put::<__v1::read::Bool>(&mut places.ready),
            "id" => member.put::<__v1::read::Maybe<__v1::read::Text>>(&mut places.id),
            "number" => {
                member.put::<__v1::read::Maybe<__v1::read::Int>>(&mut places.number)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __FoundPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(Found {
            ready: __v1::read::member::<__v1::read::Bool>(places.ready, "ready")?,
            id: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Text>,
            >(places.id, "id")?,
            number: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Int>,
            >(places.number, "number")?,
        })
    }
}
/// The type `Call` of the spec.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Call {
    /// `id`.
    pub id: ::std::string::String,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __CallPlaces {
    id: ::core::option::Option<::std::string::String>,
}
impl __v1::read::Record for Call {
    type Places = __CallPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __CallPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "id" => member.put::<__v1::read::Text>(&mut places.id),
            _ => member.skip(),
        }
    }
    fn build(places: __CallPlaces) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(Call {
            id: __v1::read::member::<__v1::read::Text>(places.id, "id")?,
        })
    }
}
/// The type `Given` of the spec.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Given {
    /// `id`.
    pub id: ::std::string::String,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __GivenPlaces {
    id: ::core::option::Option<::std::string::String>,
}
impl __v1::read::Record for Given {
    type Places = __GivenPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __GivenPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "id" => member.put::<__v1::read::Text>(&mut places.id),
            _ => member.skip(),
        }
    }
    fn build(
        places: __GivenPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(Given {
            id: __v1::read::member::<__v1::read::Text>(places.id, "id")?,
        })
    }
}
/// The type `Missing` of the spec.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Missing {
    /// `id`.
    pub id: ::std::string::String,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __MissingPlaces {
    id: ::core::option::Option<::std::string::String>,
}
impl __v1::read::Record for Missing {
    type Places = __MissingPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __MissingPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "id" => member.put::<__v1::read::Text>(&mut places.id),
            _ => member.skip(),
        }
    }
    fn build(
        places: __MissingPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(Missing {
            id: __v1::read::member::<__v1::read::Text>(places.id, "id")?,
        })
    }
}
/// The type `StateCase` of the spec.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct StateCase {
    /// `state`.
    pub state: YesNo,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __StateCasePlaces {
    state: ::core::option::Option<YesNo>,
}
impl __v1::read::Record for StateCase {
    type Places = __StateCasePlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __StateCasePlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "state" => member.put::<__v1::read::Words<YesNo>>(&mut places.state),
            _ => member.skip(),
        }
    }
    fn build(
        places: __StateCasePlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(StateCase {
            state: __v1::read::member::<__v1::read::Words<YesNo>>(places.state, "state")?,
        })
    }
}
/// The type `StepPlaces` of the spec.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct StepPlaces {
    /// `id`.
    pub id: ::std::string::String,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __StepPlacesPlaces {
    id: ::core::option::Option<::std::string::String>,
}
impl __v1::read::Record for StepPlaces {
    type Places = __StepPlacesPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __StepPlacesPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "id" => member.put::<__v1::read::Text>(&mut places.id),
            _ => member.skip(),
        }
    }
    fn build(
        places: __StepPlacesPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(StepPlaces {
            id: __v1::read::member::<__v1::read::Text>(places.id, "id")?,
        })
    }
}
/// The type `Meta` of the spec.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Meta {
    /// `call`.
    pub call: Call,
    /// `given`.
    pub given: Given,
    /// `missing`.
    pub missing: Missing,
    /// `case`.
    pub case: StateCase,
    /// `places`.
    pub places: StepPlaces,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __MetaPlaces {
    call: ::core::option::Option<Call>,
    given: ::core::option::Option<Given>,
    missing: ::core::option::Option<Missing>,
    case: ::core::option::Option<StateCase>,
    places: ::core::option::Option<StepPlaces>,
}
impl __v1::read::Record for Meta {
    type Places = __MetaPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __MetaPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "call" => member.put::<__v1::read::Rec<Call>>(&mut places.call),
            "given" => member.put::<__v1::read::Rec<Given>>(&mut places.given),
            "missing" => member.put::<__v1::read::Rec<Missing>>(&mut places.missing),
            "case" => member.put::<__v1::read::Rec<StateCase>>(&mut places.case),
            "places" => member.put::<__v1::read::Rec<StepPlaces>>(&mut places.places),
            _ => member.skip(),
        }
    }
    fn build(places: __MetaPlaces) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(Meta {
            call: __v1::read::member::<__v1::read::Rec<Call>>(places.call, "call")?,
            given: __v1::read::member::<__v1::read::Rec<Given>>(places.given, "given")?,
            missing: __v1::read::member::<
                __v1::read::Rec<Missing>,
            >(places.missing, "missing")?,
            case: __v1::read::member::<__v1::read::Rec<StateCase>>(places.case, "case")?,
            places: __v1::read::member::<
                __v1::read::Rec<StepPlaces>,
            >(places.places, "places")?,
        })
    }
}
/// What the spec declares in place for the match reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct MatchReply {
    /// `state`.
    pub state: State,
    /// `type`.
    pub r#type: ::std::string::String,
    /// `self`.
    pub self_: i64,
    /// `crate`.
    pub crate_: f64,
    /// `odata.type`.
    pub odata_type: ::std::string::String,
    /// `0`.
    pub n0: bool,
    /// `a-b`.
    pub a_b: i64,
    /// `flag`.
    pub flag: bool,
    /// `secret`. May be absent.
    pub secret: ::core::option::Option<::settled::Secret>,
    /// `hidden`. May be absent.
    pub hidden: ::core::option::Option<::settled::Sensitive<Open>>,
    /// `note`. May be absent.
    pub note: ::core::option::Option<
        ::settled::Sensitive<::std::vec::Vec<::std::string::String>>,
    >,
    /// `any`.
    pub any: ::settled::Json,
    /// `choice`.
    pub choice: Choice,
    /// `text`. May be absent.
    pub text: ::core::option::Option<Step>,
    /// `list`.
    pub list: ::std::vec::Vec<Step>,
    /// `names`.
    pub names: ::std::vec::Vec<::std::string::String>,
    /// `map`.
    pub map: ::std::collections::BTreeMap<::std::string::String, Step>,
    /// `nested`.
    pub nested: ::std::collections::BTreeMap<
        ::std::string::String,
        ::std::collections::BTreeMap<::std::string::String, ::std::vec::Vec<i64>>,
    >,
    /// `empty`.
    pub empty: Empty,
    /// `only`.
    pub only: ::std::collections::BTreeMap<
        ::std::string::String,
        ::settled::Sensitive<::std::string::String>,
    >,
    /// `scores`. May be absent.
    pub scores: ::core::option::Option<
        ::std::collections::BTreeMap<::std::string::String, f64>,
    >,
    /// `meta`.
    pub meta: Meta,
    /// `place`.
    pub place: MatchReplyPlace,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __MatchReplyPlaces {
    state: ::core::option::Option<State>,
    r#type: ::core::option::Option<::std::string::String>,
    self_: ::core::option::Option<i64>,
    crate_: ::core::option::Option<f64>,
    odata_type: ::core::option::Option<::std::string::String>,
    n0: ::core::option::Option<bool>,
    a_b: ::core::option::Option<i64>,
    flag: ::core::option::Option<bool>,
    secret: ::core::option::Option<::core::option::Option<::settled::Secret>>,
    hidden: ::core::option::Option<::core::option::Option<::settled::Sensitive<Open>>>,
    note: ::core::option::Option<
        ::core::option::Option<
            ::settled::Sensitive<::std::vec::Vec<::std::string::String>>,
        >,
    >,
    any: ::core::option::Option<::settled::Json>,
    choice: ::core::option::Option<Choice>,
    text: ::core::option::Option<::core::option::Option<Step>>,
    list: ::core::option::Option<::std::vec::Vec<Step>>,
    names: ::core::option::Option<::std::vec::Vec<::std::string::String>>,
    map: ::core::option::Option<
        ::std::collections::BTreeMap<::std::string::String, Step>,
    >,
    nested: ::core::option::Option<
        ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::collections::BTreeMap<::std::string::String, ::std::vec::Vec<i64>>,
        >,
    >,
    empty: ::core::option::Option<Empty>,
    only: ::core::option::Option<
        ::std::collections::BTreeMap<
            ::std::string::String,
            ::settled::Sensitive<::std::string::String>,
        >,
    >,
    scores: ::core::option::Option<
        ::core::option::Option<::std::collections::BTreeMap<::std::string::String, f64>>,
    >,
    meta: ::core::option::Option<Meta>,
    place: ::core::option::Option<MatchReplyPlace>,
}
impl __v1::read::Record for MatchReply {
    type Places = __MatchReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __MatchReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "state" => member.put::<__v1::read::Words<State>>(&mut places.state),
            "type" => member.put::<__v1::read::Text>(&mut places.r#type),
            "self" => member.put::<__v1::read::Int>(&mut places.self_),
            "crate" => member.put::<__v1::read::Float>(&mut places.crate_),
            "odata.type" => member.put::<__v1::read::Text>(&mut places.odata_type),
            "0" => member.put::<__v1::read::Bool>(&mut places.n0),
            "a-b" => member.put::<__v1::read::LenientInt>(&mut places.a_b),
            "flag" => member.put::<__v1::read::LenientBool>(&mut places.flag),
            "secret" => {
                member
                    .put::<__v1::read::Maybe<__v1::read::SecretText>>(&mut places.secret)
            }
            "hidden" => {
                member
                    .put::<
                        __v1::read::Maybe<__v1::read::Hidden<__v1::read::Rec<Open>>>,
                    >(&mut places.hidden)
            }
            "note" => {
                member
                    .put::<
                        __v1::read::Maybe<
                            __v1::read::Hidden<__v1::read::List<__v1::read::Text>>,
                        >,
                    >(&mut places.note)
            }
            "any" => member.put::<__v1::read::Json>(&mut places.any),
            "choice" => member.put::<__v1::read::OneOf<Choice>>(&mut places.choice),
            "text" => {
                member
                    .put::<
                        __v1::read::Maybe<__v1::read::JsonText<__v1::read::Rec<Step>>>,
                    >(&mut places.text)
            }
            "list" => {
                member.put::<__v1::read::List<__v1::read::Rec<Step>>>(&mut places.list)
            }
            "names" => {
                member.put::<__v1::read::List<__v1::read::Text>>(&mut places.names)
            }
            "map" => {
                member.put::<__v1::read::Map<__v1::read::Rec<Step>>>(&mut places.map)
            }
            "nested" => {
                member
                    .put::<
                        __v1::read::Map<
                            __v1::read::Map<__v1::read::List<__v1::read::Int>>,
                        >,
                    >(&mut places.nested)
            }
            "empty" => member.put::<__v1::read::Rec<Empty>>(&mut places.empty),
            "only" => {
                member
                    .put::<
                        __v1::read::Map<__v1::read::Hidden<__v1::read::Text>>,
                    >(&mut places.only)
            }
            "scores" => {
                member
                    .put::<
                        __v1::read::Maybe<__v1::read::Map<__v1::read::Float>>,
                    >(&mut places.scores)
            }
            "meta" => member.put::<__v1::read::Rec<Meta>>(&mut places.meta),
            "place" => member.put::<__v1::read::Rec<MatchReplyPlace>>(&mut places.place),
            _ => member.skip(),
        }
    }
    fn build(
        places: __MatchReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(MatchReply {
            state: __v1::read::member::<
                __v1::read::Words<State>,
            >(places.state, "state")?,
            r#type: __v1::read::member::<__v1::read::Text>(places.r#type, "type")?,
            self_: __v1::read::member::<__v1::read::Int>(places.self_, "self")?,
            crate_: __v1::read::member::<__v1::read::Float>(places.crate_, "crate")?,
            odata_type: __v1::read::member::<
                __v1::read::Text,
            >(places.odata_type, "odata.type")?,
            n0: __v1::read::member::<__v1::read::Bool>(places.n0, "0")?,
            a_b: __v1::read::member::<__v1::read::LenientInt>(places.a_b, "a-b")?,
            flag: __v1::read::member::<__v1::read::LenientBool>(places.flag, "flag")?,
            secret: __v1::read::member::<
                __v1::read::Maybe<__v1::read::SecretText>,
            >(places.secret, "secret")?,
            hidden: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Hidden<__v1::read::Rec<Open>>>,
            >(places.hidden, "hidden")?,
            note: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Hidden<__v1::read::List<__v1::read::Text>>>,
            >(places.note, "note")?,
            any: __v1::read::member::<__v1::read::Json>(places.any, "any")?,
            choice: __v1::read::member::<
                __v1::read::OneOf<Choice>,
            >(places.choice, "choice")?,
            text: __v1::read::member::<
                __v1::read::Maybe<__v1::read::JsonText<__v1::read::Rec<Step>>>,
            >(places.text, "text")?,
            list: __v1::read::member::<
                __v1::read::List<__v1::read::Rec<Step>>,
            >(places.list, "list")?,
            names: __v1::read::member::<
                __v1::read::List<__v1::read::Text>,
            >(places.names, "names")?,
            map: __v1::read::member::<
                __v1::read::Map<__v1::read::Rec<Step>>,
            >(places.map, "map")?,
            nested: __v1::read::member::<
                __v1::read::Map<__v1::read::Map<__v1::read::List<__v1::read::Int>>>,
            >(places.nested, "nested")?,
            empty: __v1::read::member::<__v1::read::Rec<Empty>>(places.empty, "empty")?,
            only: __v1::read::member::<
                __v1::read::Map<__v1::read::Hidden<__v1::read::Text>>,
            >(places.only, "only")?,
            scores: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Map<__v1::read::Float>>,
            >(places.scores, "scores")?,
            meta: __v1::read::member::<__v1::read::Rec<Meta>>(places.meta, "meta")?,
            place: __v1::read::member::<
                __v1::read::Rec<MatchReplyPlace>,
            >(places.place, "place")?,
        })
    }
}
/// What the spec declares in place for the match reply place.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct MatchReplyPlace {
    /// `deep`.
    pub deep: MatchReplyPlaceDeep,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __MatchReplyPlacePlaces {
    deep: ::core::option::Option<MatchReplyPlaceDeep>,
}
impl __v1::read::Record for MatchReplyPlace {
    type Places = __MatchReplyPlacePlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __MatchReplyPlacePlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "deep" => {
                member.put::<__v1::read::Rec<MatchReplyPlaceDeep>>(&mut places.deep)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __MatchReplyPlacePlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(MatchReplyPlace {
            deep: __v1::read::member::<
                __v1::read::Rec<MatchReplyPlaceDeep>,
            >(places.deep, "deep")?,
        })
    }
}
/// What the spec declares in place for the match reply place deep.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct MatchReplyPlaceDeep {
    /// `deeper`. May be absent.
    pub deeper: ::core::option::Option<MatchReplyPlaceDeepDeeper>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __MatchReplyPlaceDeepPlaces {
    deeper: ::core::option::Option<::core::option::Option<MatchReplyPlaceDeepDeeper>>,
}
impl __v1::read::Record for MatchReplyPlaceDeep {
    type Places = __MatchReplyPlaceDeepPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __MatchReplyPlaceDeepPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "deeper" => {
                member
                    .put::<
                        __v1::read::Maybe<__v1::read::Words<MatchReplyPlaceDeepDeeper>>,
                    >(&mut places.deeper)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __MatchReplyPlaceDeepPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(MatchReplyPlaceDeep {
            deeper: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Words<MatchReplyPlaceDeepDeeper>>,
            >(places.deeper, "deeper")?,
        })
    }
}
/// What the spec declares in place for the export reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ExportReply {
    /// `id`.
    pub id: ::std::string::String,
    /// `at`.
    pub at: ::std::string::String,
    /// `sign`.
    pub sign: ::std::string::String,
    /// `result`.
    pub result: ExportReplyResult,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __ExportReplyPlaces {
    id: ::core::option::Option<::std::string::String>,
    at: ::core::option::Option<::std::string::String>,
    sign: ::core::option::Option<::std::string::String>,
    result: ::core::option::Option<ExportReplyResult>,
}
impl __v1::read::Record for ExportReply {
    type Places = __ExportReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __ExportReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "id" => member.put::<__v1::read::Text>(&mut places.id),
            "at" => member.put::<__v1::read::LenientText>(&mut places.at),
            "sign" => member.put::<__v1::read::Text>(&mut places.sign),
            "result" => {
                member.put::<__v1::read::OneOf<ExportReplyResult>>(&mut places.result)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __ExportReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(ExportReply {
            id: __v1::read::member::<__v1::read::Text>(places.id, "id")?,
            at: __v1::read::member::<__v1::read::LenientText>(places.at, "at")?,
            sign: __v1::read::member::<__v1::read::Text>(places.sign, "sign")?,
            result: __v1::read::member::<
                __v1::read::OneOf<ExportReplyResult>,
            >(places.result, "result")?,
        })
    }
}
/// What the spec declares in place for the job reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct JobReply {
    /// `done`.
    pub done: bool,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __JobReplyPlaces {
    done: ::core::option::Option<bool>,
}
impl __v1::read::Record for JobReply {
    type Places = __JobReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __JobReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "done" => member.put::<__v1::read::Bool>(&mut places.done),
            _ => member.skip(),
        }
    }
    fn build(
        places: __JobReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(JobReply {
            done: __v1::read::member::<__v1::read::Bool>(places.done, "done")?,
        })
    }
}
/// What the spec declares in place for the start export reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct StartExportReply {
    /// `id`.
    pub id: ::std::string::String,
    /// `links`. May be absent.
    pub links: ::core::option::Option<StartExportReplyLinks>,
    /// `number`.
    pub number: i64,
    /// `token`. May be absent.
    pub token: ::core::option::Option<::settled::Secret>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __StartExportReplyPlaces {
    id: ::core::option::Option<::std::string::String>,
    links: ::core::option::Option<::core::option::Option<StartExportReplyLinks>>,
    number: ::core::option::Option<i64>,
    token: ::core::option::Option<::core::option::Option<::settled::Secret>>,
}
impl __v1::read::Record for StartExportReply {
    type Places = __StartExportReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __StartExportReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "id" => member.put::<__v1::read::Text>(&mut places.id),
            "links" => {
                member
                    .put::<
                        __v1::read::Maybe<__v1::read::Rec<StartExportReplyLinks>>,
                    >(&mut places.links)
            }
            "number" => member.put::<__v1::read::Int>(&mut places.number),
            "token" => {
                member
                    .put::<__v1::read::Maybe<__v1::read::SecretText>>(&mut places.token)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __StartExportReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(StartExportReply {
            id: __v1::read::member::<__v1::read::Text>(places.id, "id")?,
            links: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Rec<StartExportReplyLinks>>,
            >(places.links, "links")?,
            number: __v1::read::member::<__v1::read::Int>(places.number, "number")?,
            token: __v1::read::member::<
                __v1::read::Maybe<__v1::read::SecretText>,
            >(places.token, "token")?,
        })
    }
}
/// What the spec declares in place for the start export reply links.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct StartExportReplyLinks {
    /// `self`.
    pub self_: ::std::string::String,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __StartExportReplyLinksPlaces {
    self_: ::core::option::Option<::std::string::String>,
}
impl __v1::read::Record for StartExportReplyLinks {
    type Places = __StartExportReplyLinksPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __StartExportReplyLinksPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "self" => member.put::<__v1::read::Text>(&mut places.self_),
            _ => member.skip(),
        }
    }
    fn build(
        places: __StartExportReplyLinksPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(StartExportReplyLinks {
            self_: __v1::read::member::<__v1::read::Text>(places.self_, "self")?,
        })
    }
}
/// What the spec declares in place for the export state reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ExportStateReply {
    /// `state`.
    pub state: State,
    /// `files`.
    pub files: ::std::vec::Vec<::std::string::String>,
    /// `done`. May be absent.
    pub done: ::core::option::Option<i64>,
    /// `of`. May be absent.
    pub of: ::core::option::Option<i64>,
    /// `wait`. May be absent.
    pub wait: ::core::option::Option<::core::time::Duration>,
    /// `at`. May be absent.
    pub at: ::core::option::Option<::std::time::SystemTime>,
    /// `made`. May be absent.
    pub made: ::core::option::Option<::std::time::SystemTime>,
    /// `took`. May be absent.
    pub took: ::core::option::Option<::core::time::Duration>,
    /// `until`. May be absent.
    pub until: ::core::option::Option<::std::time::SystemTime>,
    /// `download`. May be absent.
    pub download: ::core::option::Option<::settled::Sensitive<::std::string::String>>,
    /// `self`. May be absent.
    pub self_: ::core::option::Option<::std::string::String>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __ExportStateReplyPlaces {
    state: ::core::option::Option<State>,
    files: ::core::option::Option<::std::vec::Vec<::std::string::String>>,
    done: ::core::option::Option<::core::option::Option<i64>>,
    of: ::core::option::Option<::core::option::Option<i64>>,
    wait: ::core::option::Option<::core::option::Option<::core::time::Duration>>,
    at: ::core::option::Option<::core::option::Option<::std::time::SystemTime>>,
    made: ::core::option::Option<::core::option::Option<::std::time::SystemTime>>,
    took: ::core::option::Option<::core::option::Option<::core::time::Duration>>,
    until: ::core::option::Option<::core::option::Option<::std::time::SystemTime>>,
    download: ::core::option::Option<
        ::core::option::Option<::settled::Sensitive<::std::string::String>>,
    >,
    self_: ::core::option::Option<::core::option::Option<::std::string::String>>,
}
impl __v1::read::Record for ExportStateReply {
    type Places = __ExportStateReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __ExportStateReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "state" => member.put::<__v1::read::Words<State>>(&mut places.state),
            "files" => {
                member.put::<__v1::read::List<__v1::read::Text>>(&mut places.files)
            }
            "done" => member.put::<__v1::read::Maybe<__v1::read::Int>>(&mut places.done),
            "of" => member.put::<__v1::read::Maybe<__v1::read::Int>>(&mut places.of),
            "wait" => {
                member.put::<__v1::read::Maybe<__v1::read::Seconds>>(&mut places.wait)
            }
            "at" => {
                member.put::<__v1::read::Maybe<__v1::read::Timestamp>>(&mut places.at)
            }
            "made" => {
                member.put::<__v1::read::Maybe<__v1::read::UnixMillis>>(&mut places.made)
            }
            "took" => {
                member.put::<__v1::read::Maybe<__v1::read::Millis>>(&mut places.took)
            }
            "until" => {
                member
                    .put::<__v1::read::Maybe<__v1::read::UnixSeconds>>(&mut places.until)
            }
            "download" => {
                member
                    .put::<
                        __v1::read::Maybe<__v1::read::Hidden<__v1::read::Text>>,
                    >(&mut places.download)
            }
            "self" => {
                member.put::<__v1::read::Maybe<__v1::read::Text>>(&mut places.self_)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __ExportStateReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(ExportStateReply {
            state: __v1::read::member::<
                __v1::read::Words<State>,
            >(places.state, "state")?,
            files: __v1::read::member::<
                __v1::read::List<__v1::read::Text>,
            >(places.files, "files")?,
            done: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Int>,
            >(places.done, "done")?,
            of: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Int>,
            >(places.of, "of")?,
            wait: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Seconds>,
            >(places.wait, "wait")?,
            at: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Timestamp>,
            >(places.at, "at")?,
            made: __v1::read::member::<
                __v1::read::Maybe<__v1::read::UnixMillis>,
            >(places.made, "made")?,
            took: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Millis>,
            >(places.took, "took")?,
            until: __v1::read::member::<
                __v1::read::Maybe<__v1::read::UnixSeconds>,
            >(places.until, "until")?,
            download: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Hidden<__v1::read::Text>>,
            >(places.download, "download")?,
            self_: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Text>,
            >(places.self_, "self")?,
        })
    }
}
/// What the spec declares in place for the handed over reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct HandedOverReply {
    /// `done`.
    pub done: bool,
    /// `number`. May be absent.
    pub number: ::core::option::Option<i64>,
    /// `job`. May be absent.
    pub job: ::core::option::Option<::std::string::String>,
    /// `download`. May be absent.
    pub download: ::core::option::Option<::std::string::String>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __HandedOverReplyPlaces {
    done: ::core::option::Option<bool>,
    number: ::core::option::Option<::core::option::Option<i64>>,
    job: ::core::option::Option<::core::option::Option<::std::string::String>>,
    download: ::core::option::Option<::core::option::Option<::std::string::String>>,
}
impl __v1::read::Record for HandedOverReply {
    type Places = __HandedOverReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __HandedOverReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "done" => member.put::<__v1::read::Bool>(&mut places.done),
            "number" => {
                member.put::<__v1::read::Maybe<__v1::read::Int>>(&mut places.number)
            }
            "job" => member.put::<__v1::read::Maybe<__v1::read::Text>>(&mut places.job),
            "download" => {
                member.put::<__v1::read::Maybe<__v1::read::Text>>(&mut places.download)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __HandedOverReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(HandedOverReply {
            done: __v1::read::member::<__v1::read::Bool>(places.done, "done")?,
            number: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Int>,
            >(places.number, "number")?,
            job: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Text>,
            >(places.job, "job")?,
            download: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Text>,
            >(places.download, "download")?,
        })
    }
}
/// What the spec declares in place for the decided reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct DecidedReply {
    /// `ok`.
    pub ok: bool,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __DecidedReplyPlaces {
    ok: ::core::option::Option<bool>,
}
impl __v1::read::Record for DecidedReply {
    type Places = __DecidedReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __DecidedReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "ok" => member.put::<__v1::read::Bool>(&mut places.ok),
            _ => member.skip(),
        }
    }
    fn build(
        places: __DecidedReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(DecidedReply {
            ok: __v1::read::member::<__v1::read::Bool>(places.ok, "ok")?,
        })
    }
}
/// What the spec declares in place for the locate reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct LocateReply {
    /// `download`.
    pub download: ::settled::Sensitive<::std::string::String>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __LocateReplyPlaces {
    download: ::core::option::Option<::settled::Sensitive<::std::string::String>>,
}
impl __v1::read::Record for LocateReply {
    type Places = __LocateReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __LocateReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "download" => {
                member.put::<__v1::read::Hidden<__v1::read::Text>>(&mut places.download)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __LocateReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(LocateReply {
            download: __v1::read::member::<
                __v1::read::Hidden<__v1::read::Text>,
            >(places.download, "download")?,
        })
    }
}
/// What the spec declares in place for the paged reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PagedReply {
    /// `items`.
    pub items: ::std::vec::Vec<::std::string::String>,
    /// `next`. May be absent.
    pub next: ::core::option::Option<::std::string::String>,
    /// `number`. May be absent.
    pub number: ::core::option::Option<i64>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __PagedReplyPlaces {
    items: ::core::option::Option<::std::vec::Vec<::std::string::String>>,
    next: ::core::option::Option<::core::option::Option<::std::string::String>>,
    number: ::core::option::Option<::core::option::Option<i64>>,
}
impl __v1::read::Record for PagedReply {
    type Places = __PagedReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __PagedReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "items" => {
                member.put::<__v1::read::List<__v1::read::Text>>(&mut places.items)
            }
            "next" => member.put::<__v1::read::Maybe<__v1::read::Text>>(&mut places.next),
            "number" => {
                member.put::<__v1::read::Maybe<__v1::read::Int>>(&mut places.number)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __PagedReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(PagedReply {
            items: __v1::read::member::<
                __v1::read::List<__v1::read::Text>,
            >(places.items, "items")?,
            next: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Text>,
            >(places.next, "next")?,
            number: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Int>,
            >(places.number, "number")?,
        })
    }
}
/// What the spec declares in place for the scan reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ScanReply {
    /// `scan`.
    pub scan: Step,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __ScanReplyPlaces {
    scan: ::core::option::Option<Step>,
}
impl __v1::read::Record for ScanReply {
    type Places = __ScanReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __ScanReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "scan" => member.put::<__v1::read::Rec<Step>>(&mut places.scan),
            _ => member.skip(),
        }
    }
    fn build(
        places: __ScanReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(ScanReply {
            scan: __v1::read::member::<__v1::read::Rec<Step>>(places.scan, "scan")?,
        })
    }
}
/// What the spec declares in place for the scans reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ScansReply {
    /// `data`. May be absent.
    pub data: ::core::option::Option<ScansReplyData>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __ScansReplyPlaces {
    data: ::core::option::Option<::core::option::Option<ScansReplyData>>,
}
impl __v1::read::Record for ScansReply {
    type Places = __ScansReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __ScansReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "data" => {
                member
                    .put::<
                        __v1::read::Maybe<__v1::read::Rec<ScansReplyData>>,
                    >(&mut places.data)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __ScansReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(ScansReply {
            data: __v1::read::member::<
                __v1::read::Maybe<__v1::read::Rec<ScansReplyData>>,
            >(places.data, "data")?,
        })
    }
}
/// What the spec declares in place for the scans reply data.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ScansReplyData {
    /// `scans`.
    pub scans: ::std::collections::BTreeMap<::std::string::String, Step>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __ScansReplyDataPlaces {
    scans: ::core::option::Option<
        ::std::collections::BTreeMap<::std::string::String, Step>,
    >,
}
impl __v1::read::Record for ScansReplyData {
    type Places = __ScansReplyDataPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __ScansReplyDataPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "scans" => {
                member.put::<__v1::read::Map<__v1::read::Rec<Step>>>(&mut places.scans)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __ScansReplyDataPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(ScansReplyData {
            scans: __v1::read::member::<
                __v1::read::Map<__v1::read::Rec<Step>>,
            >(places.scans, "scans")?,
        })
    }
}
/// What the spec declares in place for the key set reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct KeySetReply {
    /// `the keys`.
    pub the_keys: ::std::vec::Vec<::settled::Json>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __KeySetReplyPlaces {
    the_keys: ::core::option::Option<::std::vec::Vec<::settled::Json>>,
}
impl __v1::read::Record for KeySetReply {
    type Places = __KeySetReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __KeySetReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "the keys" => {
                member.put::<__v1::read::List<__v1::read::Json>>(&mut places.the_keys)
            }
            _ => member.skip(),
        }
    }
    fn build(
        places: __KeySetReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(KeySetReply {
            the_keys: __v1::read::member::<
                __v1::read::List<__v1::read::Json>,
            >(places.the_keys, "the keys")?,
        })
    }
}
/// What the spec declares in place for the type of key reply.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct TypeOfKeyReply {
    /// `key`.
    pub key: ::std::collections::BTreeMap<::std::string::String, ::settled::Json>,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __TypeOfKeyReplyPlaces {
    key: ::core::option::Option<
        ::std::collections::BTreeMap<::std::string::String, ::settled::Json>,
    >,
}
impl __v1::read::Record for TypeOfKeyReply {
    type Places = __TypeOfKeyReplyPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __TypeOfKeyReplyPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "key" => member.put::<__v1::read::Map<__v1::read::Json>>(&mut places.key),
            _ => member.skip(),
        }
    }
    fn build(
        places: __TypeOfKeyReplyPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(TypeOfKeyReply {
            key: __v1::read::member::<
                __v1::read::Map<__v1::read::Json>,
            >(places.key, "key")?,
        })
    }
}
/// What the spec declares in place for the scanned event.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ScannedEvent {
    /// `at`.
    pub at: ::std::time::SystemTime,
    /// `scan`.
    pub scan: Step,
    /// `scan_id`.
    pub scan_id: i64,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __ScannedEventPlaces {
    at: ::core::option::Option<::std::time::SystemTime>,
    scan: ::core::option::Option<Step>,
    scan_id: ::core::option::Option<i64>,
}
impl __v1::read::Record for ScannedEvent {
    type Places = __ScannedEventPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __ScannedEventPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "at" => member.put::<__v1::read::Timestamp>(&mut places.at),
            "scan" => member.put::<__v1::read::Rec<Step>>(&mut places.scan),
            "scan_id" => member.put::<__v1::read::Int>(&mut places.scan_id),
            _ => member.skip(),
        }
    }
    fn build(
        places: __ScannedEventPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(ScannedEvent {
            at: __v1::read::member::<__v1::read::Timestamp>(places.at, "at")?,
            scan: __v1::read::member::<__v1::read::Rec<Step>>(places.scan, "scan")?,
            scan_id: __v1::read::member::<__v1::read::Int>(places.scan_id, "scan_id")?,
        })
    }
}
/// What the spec declares in place for the hint event.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct HintEvent {
    /// `id`.
    pub id: ::std::string::String,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __HintEventPlaces {
    id: ::core::option::Option<::std::string::String>,
}
impl __v1::read::Record for HintEvent {
    type Places = __HintEventPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __HintEventPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "id" => member.put::<__v1::read::Text>(&mut places.id),
            _ => member.skip(),
        }
    }
    fn build(
        places: __HintEventPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(HintEvent {
            id: __v1::read::member::<__v1::read::Text>(places.id, "id")?,
        })
    }
}
/// What the spec declares in place for the proved event.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ProvedEvent {
    /// `kind`.
    pub kind: ::std::string::String,
    /// `by`. May be absent.
    pub by: ::core::option::Option<::std::vec::Vec<::std::string::String>>,
    /// `at`.
    pub at: ::std::time::SystemTime,
}
#[doc(hidden)]
#[derive(Default)]
pub struct __ProvedEventPlaces {
    kind: ::core::option::Option<::std::string::String>,
    by: ::core::option::Option<
        ::core::option::Option<::std::vec::Vec<::std::string::String>>,
    >,
    at: ::core::option::Option<::std::time::SystemTime>,
}
impl __v1::read::Record for ProvedEvent {
    type Places = __ProvedEventPlaces;
    fn put<'de, __A: __v1::read::MapAccess<'de>>(
        places: &mut __ProvedEventPlaces,
        key: &str,
        member: __v1::read::Member<'_, __A>,
    ) -> ::core::result::Result<(), __A::Error> {
        match key {
            "kind" => member.put::<__v1::read::Text>(&mut places.kind),
            "by" => {
                member
                    .put::<
                        __v1::read::Maybe<__v1::read::List<__v1::read::Text>>,
                    >(&mut places.by)
            }
            "at" => member.put::<__v1::read::UnixMillis>(&mut places.at),
            _ => member.skip(),
        }
    }
    fn build(
        places: __ProvedEventPlaces,
    ) -> ::core::result::Result<Self, __v1::read::Missing> {
        let _ = &places;
        ::core::result::Result::Ok(ProvedEvent {
            kind: __v1::read::member::<__v1::read::Text>(places.kind, "kind")?,
            by: __v1::read::member::<
                __v1::read::Maybe<__v1::read::List<__v1::read::Text>>,
            >(places.by, "by")?,
            at: __v1::read::member::<__v1::read::UnixMillis>(places.at, "at")?,
        })
    }
}
/// The type `State` of the spec.
///
/// A word of Everything Inc. "quoted" &lt;b&gt;. Words that its spec does not list arrive as `Other`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum State {
    /// `queued`.
    Queued,
    /// `in progress`.
    InProgress,
    /// `done`.
    Done,
    /// `0810`.
    N0810,
    /// `self`.
    Self_,
    /// `Absent`.
    Absent,
    /// `Not Submitted`.
    NotSubmitted,
    /// A word that the spec does not list.
    Other(::settled::Unlisted),
}
impl State {
    /// The word, as the vendor sends it.
    pub fn as_str(&self) -> &str {
        match self {
            State::Queued => "queued",
            State::InProgress => "in progress",
            State::Done => "done",
            State::N0810 => "0810",
            State::Self_ => "self",
            State::Absent => "Absent",
            State::NotSubmitted => "Not Submitted",
            State::Other(word) => word.as_str(),
        }
    }
}
impl __v1::read::Word for State {
    fn listed(word: &str) -> ::core::option::Option<Self> {
        match word {
            "queued" => ::core::option::Option::Some(State::Queued),
            "in progress" => ::core::option::Option::Some(State::InProgress),
            "done" => ::core::option::Option::Some(State::Done),
            "0810" => ::core::option::Option::Some(State::N0810),
            "self" => ::core::option::Option::Some(State::Self_),
            "Absent" => ::core::option::Option::Some(State::Absent),
            "Not Submitted" => ::core::option::Option::Some(State::NotSubmitted),
            _ => ::core::option::Option::None,
        }
    }
    fn other(word: ::settled::Unlisted) -> Self {
        State::Other(word)
    }
}
impl ::core::convert::From<&str> for State {
    fn from(word: &str) -> Self {
        __v1::word_of(word)
    }
}
/// The type `YesNo` of the spec.
///
/// A word of Everything Inc. "quoted" &lt;b&gt;. Words that its spec does not list arrive as `Other`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum YesNo {
    /// `no`.
    No,
    /// `yes`.
    Yes,
    /// A word that the spec does not list.
    Other(::settled::Unlisted),
}
impl YesNo {
    /// The word, as the vendor sends it.
    pub fn as_str(&self) -> &str {
        match self {
            YesNo::No => "no",
            YesNo::Yes => "yes",
            YesNo::Other(word) => word.as_str(),
        }
    }
}
impl __v1::read::Word for YesNo {
    fn listed(word: &str) -> ::core::option::Option<Self> {
        match word {
            "no" => ::core::option::Option::Some(YesNo::No),
            "yes" => ::core::option::Option::Some(YesNo::Yes),
            _ => ::core::option::Option::None,
        }
    }
    fn other(word: ::settled::Unlisted) -> Self {
        YesNo::Other(word)
    }
}
/// The type `Zone` of the spec.
///
/// A word of Everything Inc. "quoted" &lt;b&gt;. Words that its spec does not list arrive as `Other`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Zone {
    /// `eu-1`.
    Eu1,
    /// `us-1`.
    Us1,
    /// A word that the spec does not list.
    Other(::settled::Unlisted),
}
impl Zone {
    /// The word, as the vendor sends it.
    pub fn as_str(&self) -> &str {
        match self {
            Zone::Eu1 => "eu-1",
            Zone::Us1 => "us-1",
            Zone::Other(word) => word.as_str(),
        }
    }
}
impl __v1::read::Word for Zone {
    fn listed(word: &str) -> ::core::option::Option<Self> {
        match word {
            "eu-1" => ::core::option::Option::Some(Zone::Eu1),
            "us-1" => ::core::option::Option::Some(Zone::Us1),
            _ => ::core::option::Option::None,
        }
    }
    fn other(word: ::settled::Unlisted) -> Self {
        Zone::Other(word)
    }
}
impl ::core::convert::From<&str> for Zone {
    fn from(word: &str) -> Self {
        __v1::word_of(word)
    }
}
/// What the spec declares in place for the match reply place deep deeper.
///
/// A word of Everything Inc. "quoted" &lt;b&gt;. Words that its spec does not list arrive as `Other`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MatchReplyPlaceDeepDeeper {
    /// `open`.
    Open,
    /// `shut`.
    Shut,
    /// A word that the spec does not list.
    Other(::settled::Unlisted),
}
impl MatchReplyPlaceDeepDeeper {
    /// The word, as the vendor sends it.
    pub fn as_str(&self) -> &str {
        match self {
            MatchReplyPlaceDeepDeeper::Open => "open",
            MatchReplyPlaceDeepDeeper::Shut => "shut",
            MatchReplyPlaceDeepDeeper::Other(word) => word.as_str(),
        }
    }
}
impl __v1::read::Word for MatchReplyPlaceDeepDeeper {
    fn listed(word: &str) -> ::core::option::Option<Self> {
        match word {
            "open" => ::core::option::Option::Some(MatchReplyPlaceDeepDeeper::Open),
            "shut" => ::core::option::Option::Some(MatchReplyPlaceDeepDeeper::Shut),
            _ => ::core::option::Option::None,
        }
    }
    fn other(word: ::settled::Unlisted) -> Self {
        MatchReplyPlaceDeepDeeper::Other(word)
    }
}
/// What the spec declares in place for the upload kind.
///
/// A word of Everything Inc. "quoted" &lt;b&gt;. Words that its spec does not list arrive as `Other`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UploadKind {
    /// `scan`.
    Scan,
    /// `photo`.
    Photo,
    /// A word that the spec does not list.
    Other(::settled::Unlisted),
}
impl UploadKind {
    /// The word, as the vendor sends it.
    pub fn as_str(&self) -> &str {
        match self {
            UploadKind::Scan => "scan",
            UploadKind::Photo => "photo",
            UploadKind::Other(word) => word.as_str(),
        }
    }
}
impl __v1::read::Word for UploadKind {
    fn listed(word: &str) -> ::core::option::Option<Self> {
        match word {
            "scan" => ::core::option::Option::Some(UploadKind::Scan),
            "photo" => ::core::option::Option::Some(UploadKind::Photo),
            _ => ::core::option::Option::None,
        }
    }
    fn other(word: ::settled::Unlisted) -> Self {
        UploadKind::Other(word)
    }
}
impl ::core::convert::From<&str> for UploadKind {
    fn from(word: &str) -> Self {
        __v1::word_of(word)
    }
}
/// What the spec declares in place for the start export format.
///
/// A word of Everything Inc. "quoted" &lt;b&gt;. Words that its spec does not list arrive as `Other`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StartExportFormat {
    /// `csv`.
    Csv,
    /// `json`.
    Json,
    /// A word that the spec does not list.
    Other(::settled::Unlisted),
}
impl StartExportFormat {
    /// The word, as the vendor sends it.
    pub fn as_str(&self) -> &str {
        match self {
            StartExportFormat::Csv => "csv",
            StartExportFormat::Json => "json",
            StartExportFormat::Other(word) => word.as_str(),
        }
    }
}
impl __v1::read::Word for StartExportFormat {
    fn listed(word: &str) -> ::core::option::Option<Self> {
        match word {
            "csv" => ::core::option::Option::Some(StartExportFormat::Csv),
            "json" => ::core::option::Option::Some(StartExportFormat::Json),
            _ => ::core::option::Option::None,
        }
    }
    fn other(word: ::settled::Unlisted) -> Self {
        StartExportFormat::Other(word)
    }
}
impl ::core::convert::From<&str> for StartExportFormat {
    fn from(word: &str) -> Self {
        __v1::word_of(word)
    }
}
/// The type `Choice` of the spec.
///
/// One of several types, whichever the vendor sent.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Choice {
    /// `Step`.
    Step(::std::boxed::Box<Step>),
    /// `[string]`.
    String(::std::vec::Vec<::std::string::String>),
    /// `lenient_string`.
    LenientString(::std::string::String),
}
impl __v1::read::Union for Choice {
    fn read(tried: &mut __v1::read::Tried<'_>) -> ::core::option::Option<Self> {
        if let ::core::option::Option::Some(value) = tried
            .member::<__v1::read::Rec<Step>>()
        {
            return ::core::option::Option::Some(
                Choice::Step(::std::boxed::Box::new(value)),
            );
        }
        if let ::core::option::Option::Some(value) = tried
            .member::<__v1::read::List<__v1::read::Text>>()
        {
            return ::core::option::Option::Some(Choice::String(value));
        }
        if let ::core::option::Option::Some(value) = tried
            .member::<__v1::read::LenientText>()
        {
            return ::core::option::Option::Some(Choice::LenientString(value));
        }
        ::core::option::Option::None
    }
}
/// What the spec declares in place for the export reply result.
///
/// One of several types, whichever the vendor sent.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum ExportReplyResult {
    /// `YesNo`.
    YesNo(YesNo),
    /// `Verdict`.
    Verdict(::std::boxed::Box<Verdict>),
}
impl __v1::read::Union for ExportReplyResult {
    fn read(tried: &mut __v1::read::Tried<'_>) -> ::core::option::Option<Self> {
        if let ::core::option::Option::Some(value) = tried
            .member::<__v1::read::Words<YesNo>>()
        {
            return ::core::option::Option::Some(ExportReplyResult::YesNo(value));
        }
        if let ::core::option::Option::Some(value) = tried
            .member::<__v1::read::Rec<Verdict>>()
        {
            return ::core::option::Option::Some(
                ExportReplyResult::Verdict(::std::boxed::Box::new(value)),
            );
        }
        ::core::option::Option::None
    }
}
/// What the spec declares in place for the settings of reply.
///
/// One of several types, whichever the vendor sent.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum SettingsOfReply {
    /// `State`.
    State(State),
    /// `[[int]]`.
    Int(::std::vec::Vec<::std::vec::Vec<i64>>),
}
impl __v1::read::Union for SettingsOfReply {
    fn read(tried: &mut __v1::read::Tried<'_>) -> ::core::option::Option<Self> {
        if let ::core::option::Option::Some(value) = tried
            .member::<__v1::read::Words<State>>()
        {
            return ::core::option::Option::Some(SettingsOfReply::State(value));
        }
        if let ::core::option::Option::Some(value) = tried
            .member::<__v1::read::List<__v1::read::List<__v1::read::Int>>>()
        {
            return ::core::option::Option::Some(SettingsOfReply::Int(value));
        }
        ::core::option::Option::None
    }
}
mod r#match {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) r#match: ::std::string::String,
        pub(super) r#async: bool,
        pub(super) n: i64,
        pub(super) flag: bool,
        pub(super) page: i64,
        pub(super) text: ::std::string::String,
        pub(super) r#type: ::core::option::Option<::std::string::String>,
        pub(super) when: ::core::option::Option<bool>,
        pub(super) count: ::core::option::Option<i64>,
        pub(super) token: ::settled::Secret,
        pub(super) other_token: ::core::option::Option<::settled::Secret>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "match",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/jobs/{match}/{n}/state.json",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3600000))
            .with_first(::core::time::Duration::from_millis(1000))
            .with_every(::core::time::Duration::from_millis(5000))
            .with_at_most(::core::time::Duration::from_millis(30000))
            .with_unknown_for(::core::time::Duration::from_millis(600000))
            .with_request(::core::time::Duration::from_millis(20000))
            .with_grow(1.5)
            .with_jitter(0.2)
            .with_tries(100)
            .with_faults(5),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Pending),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: queued, choice.status: [queued, absent] }",
            place: "tests/goldens/everything.yaml:170:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::NeedsInput),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ list: { any: { status: Not Submitted, title: present } } }",
            place: "tests/goldens/everything.yaml:171:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: [queued, in progress, self], \"0\": false }",
            place: "tests/goldens/everything.yaml:172:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: [queued, in progress, self] }",
            place: "tests/goldens/everything.yaml:173:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Failed),
            partial: true,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: done, list: { all: { status: \"0810\" } }, names: { none: broken } }",
            place: "tests/goldens/everything.yaml:174:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: true,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: done, text.status: done, '\"odata.type\"': { equals: present }, self: 7, a-b: -1 }",
            place: "tests/goldens/everything.yaml:176:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: \"0810\", place.deep.deeper: { not: open } }",
            place: "tests/goldens/everything.yaml:179:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Cancelled),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: done, flag: true }, { state: \"0810\", place.deep.deeper: open }",
            place: "tests/goldens/everything.yaml:180:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Rejected),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: done, map: { any: { id: \"1\" } }, flag: false }",
            place: "tests/goldens/everything.yaml:181:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Expired),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: Absent, secret: present, note: absent, place.deep.deeper: null }",
            place: "tests/goldens/everything.yaml:182:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Expired),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: Absent, type: [a, b] }",
            place: "tests/goldens/everything.yaml:183:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::Unknown,
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "otherwise",
            place: "tests/goldens/everything.yaml:184:9",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("state", __v1::Node::leaf(4)),
                (
                    "choice",
                    __v1::Node {
                        slot: 5,
                        fields: &[("status", __v1::Node::leaf(6))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "list",
                    __v1::Node {
                        slot: 7,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 34,
                                    fields: &[("title", __v1::Node::leaf(35))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[
                                        ("status", __v1::Node::leaf(1)),
                                        ("title", __v1::Node::leaf(2)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 3,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "status",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                            __v1::Fit {
                                                path: "title",
                                                slot: 2,
                                                optional: true,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_0_0, 8), (condition_0_1, 10)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("0", __v1::Node::leaf(9)),
                (
                    "names",
                    __v1::Node {
                        slot: 11,
                        fields: &[],
                        items: &[],
                        each: &[
                            __v1::Each {
                                node: __v1::Node::leaf(0),
                                slots: 1,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Text,
                                },
                                given: &[],
                                tallies: &[(condition_1_0, 12)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "text",
                    __v1::Node {
                        slot: 13,
                        fields: &[],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::Some(
                            &__v1::Node {
                                slot: 13,
                                fields: &[("status", __v1::Node::leaf(14))],
                                items: &[],
                                each: &[],
                                inner: ::core::option::Option::None,
                            },
                        ),
                    },
                ),
                ("odata.type", __v1::Node::leaf(15)),
                ("self", __v1::Node::leaf(16)),
                ("a-b", __v1::Node::leaf(17)),
                (
                    "place",
                    __v1::Node {
                        slot: 18,
                        fields: &[
                            (
                                "deep",
                                __v1::Node {
                                    slot: 19,
                                    fields: &[("deeper", __v1::Node::leaf(20))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("flag", __v1::Node::leaf(21)),
                (
                    "map",
                    __v1::Node {
                        slot: 22,
                        fields: &[],
                        items: &[],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("id", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "id",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::LenientText,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_2_0, 23)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("secret", __v1::Node::leaf(24)),
                (
                    "note",
                    __v1::Node {
                        slot: 25,
                        fields: &[],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("type", __v1::Node::leaf(26)),
                ("success", __v1::Node::leaf(1)),
                (
                    "errors",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 27,
                                    fields: &[
                                        ("code", __v1::Node::leaf(28)),
                                        ("message", __v1::Node::leaf(33)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("code", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "code",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_3_0, 29), (condition_3_1, 31)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "detail",
                    __v1::Node {
                        slot: 30,
                        fields: &[("why", __v1::Node::leaf(32))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("fault", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 36,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "state",
                        slot: 4,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                    __v1::Fit {
                        path: "choice",
                        slot: 5,
                        optional: false,
                        kind: __v1::Kind::Union(&MEMBERS_0_5_0),
                    },
                    __v1::Fit {
                        path: "list",
                        slot: 7,
                        optional: false,
                        kind: __v1::Kind::List(
                            &[
                                __v1::Fit {
                                    path: "list.0",
                                    slot: 34,
                                    optional: true,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "list.0.title",
                                                slot: 35,
                                                optional: true,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                            ],
                            &[8, 10],
                        ),
                    },
                    __v1::Fit {
                        path: "0",
                        slot: 9,
                        optional: false,
                        kind: __v1::Kind::Bool,
                    },
                    __v1::Fit {
                        path: "names",
                        slot: 11,
                        optional: false,
                        kind: __v1::Kind::List(&[], &[12]),
                    },
                    __v1::Fit {
                        path: "text",
                        slot: 13,
                        optional: true,
                        kind: __v1::Kind::Inner(
                            &__v1::Fit {
                                path: "text",
                                slot: 13,
                                optional: false,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "text.status",
                                            slot: 14,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ),
                    },
                    __v1::Fit {
                        path: "\"odata.type\"",
                        slot: 15,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                    __v1::Fit {
                        path: "self",
                        slot: 16,
                        optional: false,
                        kind: __v1::Kind::Int,
                    },
                    __v1::Fit {
                        path: "a-b",
                        slot: 17,
                        optional: false,
                        kind: __v1::Kind::LenientInt,
                    },
                    __v1::Fit {
                        path: "place",
                        slot: 18,
                        optional: false,
                        kind: __v1::Kind::Object(
                            &[
                                __v1::Fit {
                                    path: "place.deep",
                                    slot: 19,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "place.deep.deeper",
                                                slot: 20,
                                                optional: true,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                            ],
                        ),
                    },
                    __v1::Fit {
                        path: "flag",
                        slot: 21,
                        optional: false,
                        kind: __v1::Kind::LenientBool,
                    },
                    __v1::Fit {
                        path: "map",
                        slot: 22,
                        optional: false,
                        kind: __v1::Kind::Map(&[], &[23]),
                    },
                    __v1::Fit {
                        path: "secret",
                        slot: 24,
                        optional: true,
                        kind: __v1::Kind::Text,
                    },
                    __v1::Fit {
                        path: "note",
                        slot: 25,
                        optional: true,
                        kind: __v1::Kind::List(&[], &[]),
                    },
                    __v1::Fit {
                        path: "type",
                        slot: 26,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[
            __v1::ErrorShape {
                needs: 1,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "success",
                                slot: 1,
                                optional: false,
                                kind: __v1::Kind::Bool,
                            },
                            __v1::Fit {
                                path: "errors",
                                slot: 2,
                                optional: false,
                                kind: __v1::Kind::List(
                                    &[
                                        __v1::Fit {
                                            path: "errors.0",
                                            slot: 27,
                                            optional: true,
                                            kind: __v1::Kind::Object(
                                                &[
                                                    __v1::Fit {
                                                        path: "errors.0.code",
                                                        slot: 28,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                    __v1::Fit {
                                                        path: "errors.0.message",
                                                        slot: 33,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                ],
                                            ),
                                        },
                                    ],
                                    &[29, 31],
                                ),
                            },
                            __v1::Fit {
                                path: "detail",
                                slot: 30,
                                optional: true,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "detail.why",
                                            slot: 32,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                }),
                also: __v1::Also::When(also_error_0),
                rules: &[
                    __v1::Rule {
                        verdict: __v1::Verdict::CredentialExpired,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: [E11, E12] }",
                        place: "tests/goldens/everything.yaml:113:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Throttled,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: E13 }, { errors: { any: { code: E14 } } }",
                        place: "tests/goldens/everything.yaml:114:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Transient,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail: present, errors: { none: { code: E15 } } }",
                        place: "tests/goldens/everything.yaml:115:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::RequestError,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail.why: some }",
                        place: "tests/goldens/everything.yaml:116:9",
                    },
                ],
                overrides: &[],
                decide: decide_error_0,
                code: &[&[__v1::Piece::Slot(28)]],
                message: &[
                    &[
                        __v1::Piece::Slot(33),
                        __v1::Piece::Plain(" ("),
                        __v1::Piece::Slot(28),
                        __v1::Piece::Plain(")"),
                    ],
                ],
            },
            __v1::ErrorShape {
                needs: 3,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "fault",
                                slot: 3,
                                optional: false,
                                kind: __v1::Kind::Text,
                            },
                        ],
                    ),
                }),
                also: __v1::Also::Fits,
                rules: &[],
                overrides: &[],
                decide: decide_error_1,
                code: &[],
                message: &[&[__v1::Piece::Slot(3)]],
            },
        ],
        also: true,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[4],
        code: &[&[__v1::Piece::Slot(16)]],
        message: &[
            &[__v1::Piece::Slot(26), __v1::Piece::Plain(": "), __v1::Piece::Slot(35)],
        ],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `status`.
    enum StatusCase {
        Queued,
        InProgress,
        Done,
        N0810,
        Self_,
        AbsentWord,
        NotSubmitted,
        Other,
    }
    impl StatusCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "queued" => Self::Queued,
                    "in progress" => Self::InProgress,
                    "done" => Self::Done,
                    "0810" => Self::N0810,
                    "self" => Self::Self_,
                    "Absent" => Self::AbsentWord,
                    "Not Submitted" => Self::NotSubmitted,
                    _ => Self::Other,
                },
            )
        }
    }
    /// The cases of `title`.
    enum TitleCase {
        Absent,
        Other,
    }
    impl TitleCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 2) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        let _ = __v1::at(slots, 2).text()?;
                        Self::Other
                    }
                },
            )
        }
    }
    fn condition_0_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let status = StatusCase::read(slots)?;
            let title = TitleCase::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (status, title), (StatusCase::NotSubmitted, TitleCase::Other)
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `status`.
    enum StatusCase2 {
        Queued,
        InProgress,
        Done,
        N0810,
        Self_,
        AbsentWord,
        NotSubmitted,
        Other,
    }
    impl StatusCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "queued" => Self::Queued,
                    "in progress" => Self::InProgress,
                    "done" => Self::Done,
                    "0810" => Self::N0810,
                    "self" => Self::Self_,
                    "Absent" => Self::AbsentWord,
                    "Not Submitted" => Self::NotSubmitted,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let status = StatusCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(status, StatusCase2::N0810))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of ``.
    enum BodyCase {
        Broken,
        Other,
    }
    impl BodyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 0).text()? {
                    "broken" => Self::Broken,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_1_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let body = BodyCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(body, BodyCase::Broken))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `id`.
    enum IdCase {
        N1,
        Other,
    }
    impl IdCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).lenient_text()? {
                    "1" => Self::N1,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_2_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let id = IdCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(id, IdCase::N1))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase {
        E14,
        E15,
        Other,
    }
    impl CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_3_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase::E14))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase2 {
        E14,
        E15,
        Other,
    }
    impl CodeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_3_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase2::E15))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    static MEMBERS_0_5_0: [__v1::Fit; 3] = [
        __v1::Fit {
            path: "choice",
            slot: 5,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "choice.status",
                        slot: 6,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        __v1::Fit {
            path: "choice",
            slot: 5,
            optional: false,
            kind: __v1::Kind::List(&[], &[]),
        },
        __v1::Fit {
            path: "choice",
            slot: 5,
            optional: false,
            kind: __v1::Kind::LenientText,
        },
    ];
    /// The cases of `errors.0`.
    enum Errors0Case {
        Absent,
        Present { errors_0_code: Errors0CodeCase },
    }
    impl Errors0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 27) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            errors_0_code: Errors0CodeCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `errors.0.code`.
    enum Errors0CodeCase {
        E11,
        E12,
        E13,
        Other,
    }
    impl Errors0CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 28).text()? {
                    "E11" => Self::E11,
                    "E12" => Self::E12,
                    "E13" => Self::E13,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `errors` the conditions hold.
    enum ErrorsElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ErrorsElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 29))?,
                    __v1::share(__v1::at(slots, 31))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase {
        Absent,
        Present { detail_why: DetailWhyCase },
    }
    impl DetailCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 30) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 32).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide_error_0(
        slots: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        let errors_0 = Errors0Case::read(slots)?;
        let errors_elements = ErrorsElementsCase::read(slots)?;
        let detail = DetailCase::read(slots)?;
        match (errors_0, errors_elements, detail) {
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E11 }, _, _)
            | (Errors0Case::Present { errors_0_code: Errors0CodeCase::E12 }, _, _) => {
                ::core::option::Option::Some(0)
            }
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E13 }, _, _)
            | (_, ErrorsElementsCase::SomeNone, _)
            | (_, ErrorsElementsCase::SomeSome, _)
            | (_, ErrorsElementsCase::AllNone, _) => ::core::option::Option::Some(1),
            (_, ErrorsElementsCase::Empty, DetailCase::Present { .. })
            | (_, ErrorsElementsCase::NoneNone, DetailCase::Present { .. }) => {
                ::core::option::Option::Some(2)
            }
            (_, _, DetailCase::Present { detail_why: DetailWhyCase::Some }) => {
                ::core::option::Option::Some(3)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// The cases of `success`.
    enum SuccessCase {
        True,
        False,
    }
    impl SuccessCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase2 {
        Absent,
        Present { detail_why: DetailWhyCase2 },
    }
    impl DetailCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 30) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase2::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase2 {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 32).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn also_error_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let success = SuccessCase::read(slots)?;
            let detail = DetailCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (success, detail), (SuccessCase::False, DetailCase2::Absent) |
                    (SuccessCase::False, DetailCase2::Present { detail_why :
                    DetailWhyCase2::None })
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide_error_1(
        _: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    /// The cases of `state`.
    enum StateCase {
        Queued,
        InProgress,
        Done,
        N0810,
        Self_,
        AbsentWord,
        NotSubmitted,
        Other,
    }
    impl StateCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4).text()? {
                    "queued" => Self::Queued,
                    "in progress" => Self::InProgress,
                    "done" => Self::Done,
                    "0810" => Self::N0810,
                    "self" => Self::Self_,
                    "Absent" => Self::AbsentWord,
                    "Not Submitted" => Self::NotSubmitted,
                    _ => Self::Other,
                },
            )
        }
    }
    /// The cases of `choice`.
    enum ChoiceCase {
        Step { choice_status: ChoiceStatusCase },
        String,
        LenientString,
    }
    impl ChoiceCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::member_of(&MEMBERS_0_5_0, slots)? {
                    0 => {
                        Self::Step {
                            choice_status: ChoiceStatusCase::read(slots)?,
                        }
                    }
                    1 => Self::String,
                    2 => Self::LenientString,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `choice.status`.
    enum ChoiceStatusCase {
        Queued,
        InProgress,
        Done,
        N0810,
        Self_,
        AbsentWord,
        NotSubmitted,
        Other,
    }
    impl ChoiceStatusCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 6).text()? {
                    "queued" => Self::Queued,
                    "in progress" => Self::InProgress,
                    "done" => Self::Done,
                    "0810" => Self::N0810,
                    "self" => Self::Self_,
                    "Absent" => Self::AbsentWord,
                    "Not Submitted" => Self::NotSubmitted,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `list` the conditions hold.
    enum ListElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ListElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 8))?,
                    __v1::share(__v1::at(slots, 10))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `0`.
    enum N0Case {
        True,
        False,
    }
    impl N0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// For how many elements of `names` the conditions hold.
    enum NamesElementsCase {
        Empty,
        None,
        Some,
        All,
    }
    impl NamesElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::share(__v1::at(slots, 12))? {
                    __v1::Share::Empty => Self::Empty,
                    __v1::Share::None => Self::None,
                    __v1::Share::Some => Self::Some,
                    __v1::Share::All => Self::All,
                },
            )
        }
    }
    /// The cases of `text`.
    enum TextCase {
        Absent,
        Present { text_status: TextStatusCase },
    }
    impl TextCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 13) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            text_status: TextStatusCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `text.status`.
    enum TextStatusCase {
        Queued,
        InProgress,
        Done,
        N0810,
        Self_,
        AbsentWord,
        NotSubmitted,
        Other,
    }
    impl TextStatusCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 14).text()? {
                    "queued" => Self::Queued,
                    "in progress" => Self::InProgress,
                    "done" => Self::Done,
                    "0810" => Self::N0810,
                    "self" => Self::Self_,
                    "Absent" => Self::AbsentWord,
                    "Not Submitted" => Self::NotSubmitted,
                    _ => Self::Other,
                },
            )
        }
    }
    /// The cases of `"odata.type"`.
    enum OdataTypeCase {
        PresentWord,
        Other,
    }
    impl OdataTypeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 15).text()? {
                    "present" => Self::PresentWord,
                    _ => Self::Other,
                },
            )
        }
    }
    /// The cases of `self`.
    enum SelfCase {
        N7,
        Other,
    }
    impl SelfCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 16).int()? {
                    7 => Self::N7,
                    _ => Self::Other,
                },
            )
        }
    }
    /// The cases of `a-b`.
    enum ABCase {
        N1,
        Other,
    }
    impl ABCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 17).lenient_int()? {
                    -1 => Self::N1,
                    _ => Self::Other,
                },
            )
        }
    }
    /// The cases of `place.deep.deeper`.
    enum PlaceDeepDeeperCase {
        Absent,
        Null,
        Open,
        Shut,
        Other,
    }
    impl PlaceDeepDeeperCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 20) {
                    __v1::Slot::Absent => Self::Absent,
                    __v1::Slot::Null => Self::Null,
                    _ => {
                        match __v1::at(slots, 20).text()? {
                            "open" => Self::Open,
                            "shut" => Self::Shut,
                            _ => Self::Other,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `flag`.
    enum FlagCase {
        True,
        False,
    }
    impl FlagCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 21).lenient_bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// For how many elements of `map` the conditions hold.
    enum MapElementsCase {
        Empty,
        None,
        Some,
        All,
    }
    impl MapElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::share(__v1::at(slots, 23))? {
                    __v1::Share::Empty => Self::Empty,
                    __v1::Share::None => Self::None,
                    __v1::Share::Some => Self::Some,
                    __v1::Share::All => Self::All,
                },
            )
        }
    }
    /// The cases of `secret`.
    enum SecretCase {
        Absent,
        Other,
    }
    impl SecretCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 24) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        let _ = __v1::at(slots, 24).text()?;
                        Self::Other
                    }
                },
            )
        }
    }
    /// The cases of `note`.
    enum NoteCase {
        Absent,
        Present,
    }
    impl NoteCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 25) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => Self::Present,
                },
            )
        }
    }
    /// The cases of `type`.
    enum TypeCase {
        A,
        B,
        Other,
    }
    impl TypeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 26).text()? {
                    "a" => Self::A,
                    "b" => Self::B,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let state = StateCase::read(slots)?;
        let choice = ChoiceCase::read(slots)?;
        let list_elements = ListElementsCase::read(slots)?;
        let n0 = N0Case::read(slots)?;
        let names_elements = NamesElementsCase::read(slots)?;
        let text = TextCase::read(slots)?;
        let odata_type = OdataTypeCase::read(slots)?;
        let self_ = SelfCase::read(slots)?;
        let a_b = ABCase::read(slots)?;
        let place_deep_deeper = PlaceDeepDeeperCase::read(slots)?;
        let flag = FlagCase::read(slots)?;
        let map_elements = MapElementsCase::read(slots)?;
        let secret = SecretCase::read(slots)?;
        let note = NoteCase::read(slots)?;
        let r#type = TypeCase::read(slots)?;
        match (
            state,
            choice,
            list_elements,
            n0,
            names_elements,
            text,
            odata_type,
            self_,
            a_b,
            place_deep_deeper,
            flag,
            map_elements,
            secret,
            note,
            r#type,
        ) {
            (
                StateCase::Queued,
                ChoiceCase::Step { choice_status: ChoiceStatusCase::Queued },
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
            )
            | (
                StateCase::Queued,
                ChoiceCase::String,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
            )
            | (
                StateCase::Queued,
                ChoiceCase::LenientString,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
            ) => ::core::option::Option::Some(0),
            (_, _, ListElementsCase::SomeNone, _, _, _, _, _, _, _, _, _, _, _, _)
            | (_, _, ListElementsCase::SomeSome, _, _, _, _, _, _, _, _, _, _, _, _)
            | (_, _, ListElementsCase::AllNone, _, _, _, _, _, _, _, _, _, _, _, _) => {
                ::core::option::Option::Some(1)
            }
            (StateCase::Queued, _, _, N0Case::False, _, _, _, _, _, _, _, _, _, _, _)
            | (
                StateCase::InProgress,
                _,
                _,
                N0Case::False,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
            )
            | (
                StateCase::Self_,
                _,
                _,
                N0Case::False,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
            ) => ::core::option::Option::Some(2),
            (StateCase::Queued, _, _, _, _, _, _, _, _, _, _, _, _, _, _)
            | (StateCase::InProgress, _, _, _, _, _, _, _, _, _, _, _, _, _, _)
            | (StateCase::Self_, _, _, _, _, _, _, _, _, _, _, _, _, _, _) => {
                ::core::option::Option::Some(3)
            }
            (
                StateCase::Done,
                _,
                ListElementsCase::NoneAll,
                _,
                NamesElementsCase::Empty,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
            )
            | (
                StateCase::Done,
                _,
                ListElementsCase::NoneAll,
                _,
                NamesElementsCase::None,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
            ) => ::core::option::Option::Some(4),
            (
                StateCase::Done,
                _,
                _,
                _,
                _,
                TextCase::Present { text_status: TextStatusCase::Done },
                OdataTypeCase::PresentWord,
                SelfCase::N7,
                ABCase::N1,
                _,
                _,
                _,
                _,
                _,
                _,
            ) => ::core::option::Option::Some(5),
            (
                StateCase::N0810,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                PlaceDeepDeeperCase::Shut,
                _,
                _,
                _,
                _,
                _,
            )
            | (
                StateCase::N0810,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                PlaceDeepDeeperCase::Other,
                _,
                _,
                _,
                _,
                _,
            ) => ::core::option::Option::Some(6),
            (StateCase::Done, _, _, _, _, _, _, _, _, _, FlagCase::True, _, _, _, _)
            | (
                StateCase::N0810,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                PlaceDeepDeeperCase::Open,
                _,
                _,
                _,
                _,
                _,
            ) => ::core::option::Option::Some(7),
            (
                StateCase::Done,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                FlagCase::False,
                MapElementsCase::Some,
                _,
                _,
                _,
            )
            | (
                StateCase::Done,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                FlagCase::False,
                MapElementsCase::All,
                _,
                _,
                _,
            ) => ::core::option::Option::Some(8),
            (
                StateCase::AbsentWord,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                PlaceDeepDeeperCase::Null,
                _,
                _,
                SecretCase::Other,
                NoteCase::Absent,
                _,
            ) => ::core::option::Option::Some(9),
            (StateCase::AbsentWord, _, _, _, _, _, _, _, _, _, _, _, _, _, TypeCase::A)
            | (
                StateCase::AbsentWord,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                TypeCase::B,
            ) => ::core::option::Option::Some(10),
            (_, _, _, _, _, _, _, _, _, _, _, _, _, _, _) => {
                ::core::option::Option::Some(11)
            }
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::MatchReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let now_seconds = __v1::unix_seconds(at.now);
            let digest = __v1::Encoding::Hex
                .encode(
                    &__v1::sha256(
                        &[now_seconds.as_bytes(), self.settings.tenant.as_bytes()],
                    ),
                );
            let now_millis = __v1::unix_millis(at.now);
            let long_digest = __v1::Encoding::Base64
                .encode(&__v1::sha512(&[now_millis.as_bytes()]));
            let keyed = __v1::hmac_sha256(
                    at.secret(0).as_bytes(),
                    &[digest.as_bytes(), ":".as_bytes(), long_digest.as_bytes()],
                )
                .encode(__v1::Encoding::Base64Url);
            let long_keyed = __v1::hmac_sha512(
                    [at.secret(1), self.settings.region.as_str()].concat().as_bytes(),
                    &[keyed.as_bytes()],
                )
                .encode(__v1::Encoding::Hex);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/jobs/");
            request.path_value("match", self.r#match.as_str());
            request.path("/");
            request.path_value("n", self.n.to_string().as_str());
            request.path("/state.json");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.query("key", at.secret(1));
            request.query("async", self.r#async.to_string().as_str());
            request.query("flag", self.flag.to_string().as_str());
            request.query("page", self.page.to_string().as_str());
            if let ::core::option::Option::Some(value) = self.r#type.as_deref() {
                request.query("type", value);
            }
            if let ::core::option::Option::Some(value) = self
                .when
                .map(|value| value.to_string())
                .as_deref()
            {
                request.query("when", value);
            }
            if let ::core::option::Option::Some(value) = self
                .count
                .map(|value| value.to_string())
                .as_deref()
            {
                request.query("count", value);
            }
            request.query("x", ["a", self.text.as_str(), "b"].concat().as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request
                .header(
                    "authorization",
                    &__v1::basic(self.settings.tenant.as_str(), ""),
                );
            request.header("x-key", ["Acme ", at.secret(0)].concat().as_str());
            request.header("x-sign", long_keyed.as_str());
            request.header("accept", "application/json");
            request.header("x-token", self.token.expose());
            if let ::core::option::Option::Some(value) = self
                .other_token
                .as_ref()
                .map(|value| value.expose())
            {
                request.header("x-other", value);
            }
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::MatchReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::MatchReply>>(body)
        }
    }
}
mod export {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) by_hand: bool,
        pub(super) tag: ::core::option::Option<::std::string::String>,
        pub(super) by: ::core::option::Option<ExportBy>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "export",
        server: 0,
        tokens: &[],
        method: "POST",
        path: "/exports",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(500))
            .with_per(__v1::Per::Operation)
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(600000))
            .with_first(::core::time::Duration::from_millis(1000))
            .with_every(::core::time::Duration::from_millis(2000))
            .with_at_most(::core::time::Duration::from_millis(30000))
            .with_unknown_for(::core::time::Duration::from_millis(600000))
            .with_request(::core::time::Duration::from_millis(20000))
            .with_grow(1.5)
            .with_jitter(0.2)
            .with_tries(100)
            .with_faults(5),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ result.ok: absent }",
            place: "tests/goldens/everything.yaml:212:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ result.ok: true }",
            place: "tests/goldens/everything.yaml:213:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Failed),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ result.ok: false }",
            place: "tests/goldens/everything.yaml:214:9",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                (
                    "result",
                    __v1::Node {
                        slot: 1,
                        fields: &[("ok", __v1::Node::leaf(2))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("id", __v1::Node::leaf(6)),
                ("at", __v1::Node::leaf(4)),
                ("sign", __v1::Node::leaf(5)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 7,
        asides: &[(__v1::Aside::Header("location"), 3)],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "result",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Union(&MEMBERS_0_1_1),
                    },
                    __v1::Fit {
                        path: "id",
                        slot: 6,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    static MEMBERS_0_1_1: [__v1::Fit; 2] = [
        __v1::Fit {
            path: "result",
            slot: 1,
            optional: false,
            kind: __v1::Kind::Text,
        },
        __v1::Fit {
            path: "result",
            slot: 1,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "result.ok",
                        slot: 2,
                        optional: false,
                        kind: __v1::Kind::Bool,
                    },
                ],
            ),
        },
    ];
    /// The cases of `result`.
    enum ResultCase {
        YesNo,
        Verdict { result_ok: ResultOkCase },
    }
    impl ResultCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::member_of(&MEMBERS_0_1_1, slots)? {
                    0 => Self::YesNo,
                    1 => {
                        Self::Verdict {
                            result_ok: ResultOkCase::read(slots)?,
                        }
                    }
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `result.ok`.
    enum ResultOkCase {
        True,
        False,
    }
    impl ResultOkCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 2).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let result = ResultCase::read(slots)?;
        match result {
            ResultCase::YesNo => ::core::option::Option::Some(0),
            ResultCase::Verdict { result_ok: ResultOkCase::True } => {
                ::core::option::Option::Some(1)
            }
            ResultCase::Verdict { result_ok: ResultOkCase::False } => {
                ::core::option::Option::Some(2)
            }
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::ExportReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let signature = __v1::hmac_sha256(
                    at.secret(0).as_bytes(),
                    &[self.settings.tenant.as_bytes()],
                )
                .encode(__v1::Encoding::Hex);
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(0));
            request.path("/exports");
            let mut __body = __v1::Object::new();
            __body.optional("job", self.by.as_ref().and_then(|by| by.job_id()));
            __body.optional("policy", self.by.as_ref().and_then(|by| by.policy_id()));
            __body.member("hand", self.by_hand);
            __body.optional("tag", self.tag.as_deref());
            __body
                .member(
                    "text",
                    [
                        "tenant ",
                        self.settings.tenant.as_str(),
                        " of ",
                        self.settings.string.as_str(),
                    ]
                        .concat()
                        .as_str(),
                );
            let mut __body_5 = __v1::List::new();
            __body_5.item(__v1::Literal("1"));
            __body_5.item(__v1::Literal("-2.5"));
            __body_5.item(__v1::Literal("true"));
            __body_5.item(__v1::Literal("null"));
            __body_5.item("null");
            __body_5.item("yes");
            __body_5.item(self.by_hand);
            let mut __body_5_7 = __v1::Object::new();
            __body_5_7.member("deep", self.settings.tenant.as_str());
            __body_5.item(__body_5_7);
            __body.member("list", __body_5);
            __body.member("sign", signature.as_str());
            request.json(__body);
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::Some(
                        &|slots: &[__v1::Slot<'_>]| {
                            self.verify(reply, slots, at)
                                == ::core::option::Option::Some(true)
                        },
                    ),
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::ExportReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::ExportReply>>(body)
        }
        fn pin(&mut self, reply: &__v1::Reply) {
            let slots = __v1::slots(&READING, reply);
            if let ::core::option::Option::Some(text) = __v1::printed(&slots, 6) {
                self.by = ::core::option::Option::Some(
                    ExportBy::JobId(::std::string::String::from(text)),
                );
            }
        }
    }
    impl Call {
        /// Whether a reply's proof holds; `None` where a part of it is missing.
        #[allow(unused_variables)]
        fn verify(
            &self,
            reply: &__v1::Reply,
            slots: &[__v1::Slot<'_>],
            at: &__v1::Attempt<'_>,
        ) -> ::core::option::Option<bool> {
            ::core::option::Option::Some(
                __v1::hmac_sha512(
                        at.secret(0).as_bytes(),
                        &[
                            __v1::printed(slots, 4)?.as_bytes(),
                            self.settings.tenant.as_bytes(),
                            self.by_hand.to_string().as_bytes(),
                        ],
                    )
                    .matches_any("", __v1::at(slots, 5).text(), __v1::Encoding::Base64),
            )
        }
    }
}
mod job {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) job: ::std::string::String,
        pub(super) a1: ::std::string::String,
        pub(super) a_1: ::std::string::String,
        pub(super) job_by: ::std::string::String,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "job",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/job/{job}",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(600000))
            .with_first(::core::time::Duration::from_millis(1000))
            .with_every(::core::time::Duration::from_millis(2000))
            .with_at_most(::core::time::Duration::from_millis(30000))
            .with_unknown_for(::core::time::Duration::from_millis(600000))
            .with_request(::core::time::Duration::from_millis(20000))
            .with_grow(1.5)
            .with_jitter(0.2)
            .with_tries(100)
            .with_faults(5),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ done: true }",
            place: "tests/goldens/everything.yaml:224:17",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ done: false }",
            place: "tests/goldens/everything.yaml:224:48",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[("done", __v1::Node::leaf(1))],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 2,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "done",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Bool,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `done`.
    enum DoneCase {
        True,
        False,
    }
    impl DoneCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let done = DoneCase::read(slots)?;
        match done {
            DoneCase::True => ::core::option::Option::Some(0),
            DoneCase::False => ::core::option::Option::Some(1),
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::JobReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/job/");
            request.path_value("job", self.job.as_str());
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.query("a1", self.a1.as_str());
            request.query("a_1", self.a_1.as_str());
            request.query("by", self.job_by.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.header("authorization", ["Bearer ", at.secret(0)].concat().as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::JobReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::JobReply>>(body)
        }
    }
}
mod bare {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "bare",
        server: 0,
        tokens: &[],
        method: "DELETE",
        path: "/bare",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Text,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = ::std::string::String;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::DELETE, at.base(0));
            request.path("/bare");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<::std::string::String, __v1::DecodeError> {
            __v1::decode::<__v1::read::Text>(body)
        }
    }
}
mod change {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "change",
        server: 0,
        tokens: &[],
        method: "PUT",
        path: "/change",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ 0: [yes, no] }",
            place: "tests/goldens/everything.yaml:235:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::Unknown,
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "otherwise",
            place: "tests/goldens/everything.yaml:236:9",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[],
            items: &[(__v1::Position::At(0), __v1::Node::leaf(1))],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 2,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::List(
                &[
                    __v1::Fit {
                        path: "0",
                        slot: 1,
                        optional: true,
                        kind: __v1::Kind::Text,
                    },
                ],
                &[],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[1],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `0`.
    enum N0Case {
        Absent,
        No,
        Yes,
        Other,
    }
    impl N0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        match __v1::at(slots, 1).text()? {
                            "no" => Self::No,
                            "yes" => Self::Yes,
                            _ => Self::Other,
                        }
                    }
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let n0 = N0Case::read(slots)?;
        match n0 {
            N0Case::No | N0Case::Yes => ::core::option::Option::Some(0),
            _ => ::core::option::Option::Some(1),
        }
    }
    impl __v1::Operation for Call {
        type Reply = ::std::vec::Vec<super::YesNo>;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::PUT, at.base(0));
            request.path("/change");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<::std::vec::Vec<super::YesNo>, __v1::DecodeError> {
            __v1::decode::<__v1::read::List<__v1::read::Words<super::YesNo>>>(body)
        }
    }
}
mod patch_it {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "patch-it",
        server: 0,
        tokens: &[],
        method: "PATCH",
        path: "/patch",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Json,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = ::settled::Json;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::PATCH, at.base(0));
            request.path("/patch");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.header("a", "b");
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<::settled::Json, __v1::DecodeError> {
            __v1::decode::<__v1::read::Json>(body)
        }
    }
}
mod call_reply_of {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "call_reply_of",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/call",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(&[]),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = super::Call;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/call");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::Call, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::Call>>(body)
        }
    }
}
mod case {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) state_case: ::std::string::String,
        pub(super) call: ::std::string::String,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "case",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/case",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(600000))
            .with_first(::core::time::Duration::from_millis(1000))
            .with_every(::core::time::Duration::from_millis(2000))
            .with_at_most(::core::time::Duration::from_millis(30000))
            .with_unknown_for(::core::time::Duration::from_millis(600000))
            .with_request(::core::time::Duration::from_millis(20000))
            .with_grow(1.5)
            .with_jitter(0.2)
            .with_tries(100)
            .with_faults(5),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: yes }",
            place: "tests/goldens/everything.yaml:247:17",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: no }",
            place: "tests/goldens/everything.yaml:247:48",
        },
        __v1::Rule {
            verdict: __v1::Verdict::Unknown,
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "otherwise",
            place: "tests/goldens/everything.yaml:247:76",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[("state", __v1::Node::leaf(1))],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 2,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "state",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[1],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `state`.
    enum StateCase {
        No,
        Yes,
        Other,
    }
    impl StateCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "no" => Self::No,
                    "yes" => Self::Yes,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let state = StateCase::read(slots)?;
        match state {
            StateCase::Yes => ::core::option::Option::Some(0),
            StateCase::No => ::core::option::Option::Some(1),
            _ => ::core::option::Option::Some(2),
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::StateCase;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/case");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.query("a", self.state_case.as_str());
            request.query("b", self.call.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::StateCase, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::StateCase>>(body)
        }
    }
}
mod settings_of {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "settings_of",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/call",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Union(&MEMBERS_0_0_2),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    static MEMBERS_0_0_2: [__v1::Fit; 2] = [
        __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Text,
        },
        __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::List(&[], &[]),
        },
    ];
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = super::SettingsOfReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/call");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::SettingsOfReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::OneOf<super::SettingsOfReply>>(body)
        }
    }
}
mod upload {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) folder: ::std::string::String,
        pub(super) kind: UploadKind,
        pub(super) state: State,
        pub(super) ids: ::std::vec::Vec<::std::string::String>,
        pub(super) sizes: ::core::option::Option<::std::vec::Vec<i64>>,
        pub(super) kinds: ::core::option::Option<::std::vec::Vec<State>>,
        pub(super) ratio: f64,
        pub(super) scale: f64,
        pub(super) order: ::core::option::Option<State>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "upload",
        server: 1,
        tokens: &[2, 3, 0, 1],
        method: "POST",
        path: "/upload/{folder}",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Text,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = super::YesNo;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let later = __v1::unix_seconds(
                at.now.plus(::core::time::Duration::from_millis(300000)),
            );
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let kind_list = {
                let mut joined = __v1::Joined::new(",");
                for item in self.kinds.iter().flatten() {
                    joined.push(item.as_str());
                }
                joined.push(self.state.as_str());
                joined.finish()
            };
            let idempotency = __v1::uuid_v4(at.chance.of_call(1));
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(1));
            request.path("/upload/");
            request.path_tail("folder", self.folder.as_str());
            request.start_form();
            request.form("kind", self.kind.as_str());
            for item in self.kinds.iter().flatten() {
                request.form("states", item.as_str());
            }
            request
                .form(
                    "text",
                    [
                        "a ",
                        self.ratio.to_string().as_str(),
                        " ",
                        self.scale.to_string().as_str(),
                    ]
                        .concat()
                        .as_str(),
                );
            request.form("exp", later.as_str());
            request.form("key", at.secret(5));
            request.form("forever", at.secret(6));
            let body_digest = __v1::Encoding::Hex
                .encode(&__v1::sha256(&[request.sent_body().as_ref()]));
            let canonical = {
                let mut joined = __v1::Joined::new("\n");
                joined.push(request.sent_host().as_str());
                joined.push(request.sent_path().as_str());
                joined.push(body_digest.as_str());
                joined.finish()
            };
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            for item in &self.ids {
                request.query("id", item.as_str());
            }
            for item in self.sizes.iter().flatten() {
                request.query("size", item.to_string().as_str());
            }
            if let ::core::option::Option::Some(value) = self
                .order
                .as_ref()
                .map(|value| value.as_str())
            {
                request.query("by", value);
            }
            let query_signature = __v1::hmac_sha256(
                    &__v1::key_bytes(at.secret(0).as_bytes(), __v1::Encoding::Hex),
                    &[request.sent_query().as_bytes()],
                )
                .encode(__v1::Encoding::Hex);
            request.query("sign", query_signature.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.header("authorization", ["Bearer ", at.secret(4)].concat().as_str());
            request.header("x-canonical", canonical.as_str());
            request.header("x-kinds", kind_list.as_str());
            request.header("idempotency-key", idempotency.as_str());
            let old = __v1::hmac_sha1(
                    &__v1::key_bytes(at.secret(1).as_bytes(), __v1::Encoding::Base64),
                    &[
                        request.sent_method().as_bytes(),
                        request.sent_target().as_bytes(),
                        request.sent_header("x-now").as_bytes(),
                    ],
                )
                .encode(__v1::Encoding::Base64);
            request.header("x-old", old.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::YesNo, __v1::DecodeError> {
            __v1::decode::<__v1::read::Words<super::YesNo>>(body)
        }
    }
}
mod json_of_all {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) extra: ::settled::Json,
        pub(super) more: ::core::option::Option<::settled::Json>,
        pub(super) ids: ::std::vec::Vec<::std::string::String>,
        pub(super) words: ::core::option::Option<::std::vec::Vec<State>>,
        pub(super) f: f64,
        pub(super) g: ::core::option::Option<f64>,
        pub(super) flags: ::std::vec::Vec<bool>,
        pub(super) word: State,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "json_of_all",
        server: 3,
        tokens: &[0],
        method: "PATCH",
        path: "/json",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Text,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = super::YesNo;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let later = __v1::unix_seconds(
                at.now.plus(::core::time::Duration::from_millis(300000)),
            );
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let now_seconds = __v1::unix_seconds(at.now);
            let digest = __v1::Encoding::Hex
                .encode(
                    &__v1::sha256(
                        &[now_seconds.as_bytes(), self.settings.tenant.as_bytes()],
                    ),
                );
            let now_millis = __v1::unix_millis(at.now);
            let long_digest = __v1::Encoding::Base64
                .encode(&__v1::sha512(&[now_millis.as_bytes()]));
            let keyed = __v1::hmac_sha256(
                    at.secret(0).as_bytes(),
                    &[digest.as_bytes(), ":".as_bytes(), long_digest.as_bytes()],
                )
                .encode(__v1::Encoding::Base64Url);
            let long_keyed = __v1::hmac_sha512(
                    [at.secret(1), self.settings.region.as_str()].concat().as_bytes(),
                    &[keyed.as_bytes()],
                )
                .encode(__v1::Encoding::Hex);
            let mut request = __v1::Compose::new(
                __v1::Method::PATCH,
                at.base_or(3, at.secret(2)),
            );
            request.path("/json");
            let mut __body = __v1::Object::new();
            __body.member("extra", &self.extra);
            __body.optional("more", self.more.as_ref());
            __body.member("ids", self.ids.as_slice());
            __body
                .optional(
                    "words",
                    self
                        .words
                        .as_ref()
                        .map(|value| {
                            value
                                .iter()
                                .map(|item| item.as_str())
                                .collect::<::std::vec::Vec<_>>()
                        }),
                );
            __body.member("f", self.f);
            __body.optional("g", self.g);
            __body.member("flags", self.flags.as_slice());
            __body.member("exp", __v1::Written(later.as_str()));
            __body.member("word", self.word.as_str());
            let mut __body_9 = __v1::List::new();
            __body_9.item(self.ids.as_slice());
            __body_9.item(self.word.as_str());
            __body.member("in", __body_9);
            request.json(__body);
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.query("key", at.secret(1));
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request
                .header(
                    "authorization",
                    &__v1::basic(self.settings.tenant.as_str(), ""),
                );
            request.header("x-key", ["Acme ", at.secret(0)].concat().as_str());
            request.header("x-sign", long_keyed.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::YesNo, __v1::DecodeError> {
            __v1::decode::<__v1::read::Words<super::YesNo>>(body)
        }
    }
}
mod plain_text {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "plain_text",
        server: 0,
        tokens: &[],
        method: "POST",
        path: "/text",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Json,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: true,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = ::std::string::String;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let later = __v1::unix_seconds(
                at.now.plus(::core::time::Duration::from_millis(300000)),
            );
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(0));
            request.path("/text");
            request.accept_any();
            request
                .text(
                    ["a ", self.settings.tenant.as_str(), " ", later.as_str()]
                        .concat()
                        .as_str(),
                );
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.header("content-type", "text/csv");
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<::std::string::String, __v1::DecodeError> {
            __v1::text(body)
        }
    }
}
mod ask_graph {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) id: ::std::string::String,
        pub(super) first: ::core::option::Option<i64>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "ask_graph",
        server: 0,
        tokens: &[],
        method: "POST",
        path: "/graphql",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Json,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = ::settled::Json;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(0));
            request.path("/graphql");
            let mut __body = __v1::Object::new();
            __body
                .member(
                    "query",
                    "query($id: ID!, $first: Int) { node(id: $id) { id } }",
                );
            let mut __body_1 = __v1::Object::new();
            __body_1.member("id", self.id.as_str());
            __body_1.optional("first", self.first);
            __body.member("variables", __body_1);
            __body.member("client", self.settings.tenant.as_str());
            request.json(__body);
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<::settled::Json, __v1::DecodeError> {
            __v1::decode::<__v1::read::Json>(body)
        }
    }
}
mod start_export {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) format: StartExportFormat,
        pub(super) tag: ::core::option::Option<::std::string::String>,
        pub(super) place: ::std::string::String,
        pub(super) limit: i64,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "start_export",
        server: 0,
        tokens: &[],
        method: "POST",
        path: "/exports",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("id", __v1::Node::leaf(1)),
                (
                    "links",
                    __v1::Node {
                        slot: 2,
                        fields: &[("self", __v1::Node::leaf(3))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("number", __v1::Node::leaf(5)),
                ("token", __v1::Node::leaf(6)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 7,
        asides: &[(__v1::Aside::Header("location"), 4)],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "id",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                    __v1::Fit {
                        path: "links",
                        slot: 2,
                        optional: true,
                        kind: __v1::Kind::Object(
                            &[
                                __v1::Fit {
                                    path: "links.self",
                                    slot: 3,
                                    optional: false,
                                    kind: __v1::Kind::Text,
                                },
                            ],
                        ),
                    },
                    __v1::Fit {
                        path: "number",
                        slot: 5,
                        optional: false,
                        kind: __v1::Kind::Int,
                    },
                    __v1::Fit {
                        path: "token",
                        slot: 6,
                        optional: true,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = super::StartExportReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(0));
            request.path("/exports");
            let mut __body = __v1::Object::new();
            __body.member("format", self.format.as_str());
            __body.optional("tag", self.tag.as_deref());
            __body.member("place", self.place.as_str());
            __body.member("limit", self.limit);
            request.json(__body);
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::StartExportReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::StartExportReply>>(body)
        }
    }
}
mod feed_export {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) export: ::std::string::String,
        pub(super) data: ::std::string::String,
        pub(super) place: ::std::string::String,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "feed_export",
        server: 0,
        tokens: &[],
        method: "PUT",
        path: "/exports/{export}/data",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Json,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = ::settled::Json;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::PUT, at.base(0));
            request.path("/exports/");
            request.path_value("export", self.export.as_str());
            request.path("/data");
            request.text(self.data.as_str());
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.query("place", self.place.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<::settled::Json, __v1::DecodeError> {
            __v1::decode::<__v1::read::Json>(body)
        }
    }
}
mod export_state {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) status_url: ::std::string::String,
        pub(super) number: i64,
        pub(super) part: ::core::option::Option<::std::string::String>,
        pub(super) place: ::std::string::String,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "export_state",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "{status url}",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_own_rates(
                &[
                    __v1::Rate {
                        calls: 60,
                        per: ::core::time::Duration::from_millis(60000),
                    },
                    __v1::Rate {
                        calls: 2,
                        per: ::core::time::Duration::from_millis(500),
                    },
                ],
            )
            .with_own_concurrent(3),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3600000))
            .with_first(::core::time::Duration::from_millis(1000))
            .with_every(::core::time::Duration::from_millis(5000))
            .with_at_most(::core::time::Duration::from_millis(30000))
            .with_unknown_for(::core::time::Duration::from_millis(600000))
            .with_request(::core::time::Duration::from_millis(20000))
            .with_grow(1.5)
            .with_jitter(0.2)
            .with_tries(100)
            .with_faults(5),
        safe_to_repeat: true,
        etag: true,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: [queued, in progress] }",
            place: "tests/goldens/everything.yaml:329:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: done }",
            place: "tests/goldens/everything.yaml:330:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Failed),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: \"0810\" }",
            place: "tests/goldens/everything.yaml:331:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Rejected),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: Absent }",
            place: "tests/goldens/everything.yaml:332:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Cancelled),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: self }",
            place: "tests/goldens/everything.yaml:333:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Expired),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ state: Not Submitted }",
            place: "tests/goldens/everything.yaml:334:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::Unknown,
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "otherwise",
            place: "tests/goldens/everything.yaml:335:9",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("state", __v1::Node::leaf(1)),
                ("wait", __v1::Node::leaf(2)),
                ("done", __v1::Node::leaf(4)),
                ("of", __v1::Node::leaf(5)),
                ("download", __v1::Node::leaf(6)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 7,
        asides: &[(__v1::Aside::Header("acme-reset"), 3)],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "state",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                    __v1::Fit {
                        path: "wait",
                        slot: 2,
                        optional: true,
                        kind: __v1::Kind::LenientText,
                    },
                    __v1::Fit {
                        path: "done",
                        slot: 4,
                        optional: true,
                        kind: __v1::Kind::Int,
                    },
                    __v1::Fit {
                        path: "of",
                        slot: 5,
                        optional: true,
                        kind: __v1::Kind::Int,
                    },
                    __v1::Fit {
                        path: "download",
                        slot: 6,
                        optional: true,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[1],
        code: &[],
        message: &[],
        hints: ::core::option::Option::Some(
            &__v1::Hints {
                ask_again_after: ::core::option::Option::Some((
                    &[__v1::Piece::Slot(2)],
                    __v1::Unit::Seconds,
                )),
                resets_at: ::core::option::Option::Some((
                    &[__v1::Piece::Slot(3)],
                    __v1::Unit::UnixSeconds,
                )),
                progress: ::core::option::Option::Some(
                    __v1::Progress::Part(
                        &[__v1::Piece::Slot(4)],
                        &[__v1::Piece::Slot(5)],
                    ),
                ),
            },
        ),
        any_body: false,
    };
    /// The cases of `state`.
    enum StateCase {
        Queued,
        InProgress,
        Done,
        N0810,
        Self_,
        AbsentWord,
        NotSubmitted,
        Other,
    }
    impl StateCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "queued" => Self::Queued,
                    "in progress" => Self::InProgress,
                    "done" => Self::Done,
                    "0810" => Self::N0810,
                    "self" => Self::Self_,
                    "Absent" => Self::AbsentWord,
                    "Not Submitted" => Self::NotSubmitted,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let state = StateCase::read(slots)?;
        match state {
            StateCase::Queued | StateCase::InProgress => ::core::option::Option::Some(0),
            StateCase::Done => ::core::option::Option::Some(1),
            StateCase::N0810 => ::core::option::Option::Some(2),
            StateCase::AbsentWord => ::core::option::Option::Some(3),
            StateCase::Self_ => ::core::option::Option::Some(4),
            StateCase::NotSubmitted => ::core::option::Option::Some(5),
            _ => ::core::option::Option::Some(6),
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::ExportStateReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            #[allow(unused_mut)]
            let mut request = __v1::Compose::link(
                __v1::Method::GET,
                &at.vendor_link("status url", self.status_url.as_str(), at.base(0))?,
            );
            request.query("n", self.number.to_string().as_str());
            if let ::core::option::Option::Some(value) = self.part.as_deref() {
                request.query("part", value);
            }
            request.query("place", self.place.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.header("authorization", ["Bearer ", at.secret(0)].concat().as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::ExportStateReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::ExportStateReply>>(body)
        }
    }
}
mod export_file {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) download: ::std::string::String,
        pub(super) area: ::core::option::Option<Zone>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "export_file",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "{download}",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Json,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: true,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = ::settled::Bytes;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            #[allow(unused_mut)]
            let mut request = __v1::Compose::link(
                __v1::Method::GET,
                &at.any_link("download", self.download.as_str())?,
            );
            request.accept_any();
            if let ::core::option::Option::Some(value) = self
                .area
                .as_ref()
                .map(|value| value.as_str())
            {
                request.query("area", value);
            }
            request.header("x-format", "plain");
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<::settled::Bytes, __v1::DecodeError> {
            ::core::result::Result::Ok(::settled::Bytes::copy_from_slice(body))
        }
    }
}
mod stop_export {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) export: ::std::string::String,
        pub(super) token: ::settled::Secret,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "stop_export",
        server: 0,
        tokens: &[],
        method: "DELETE",
        path: "/exports/{export}",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Json,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: true,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = ();
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::DELETE, at.base(0));
            request.path("/exports/");
            request.path_value("export", self.export.as_str());
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.header("x-token", self.token.expose());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(&self, body: &[u8]) -> ::core::result::Result<(), __v1::DecodeError> {
            {
                let _ = body;
                ::core::result::Result::Ok(())
            }
        }
    }
}
mod find_by {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) by: ::core::option::Option<FindByBy>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "find_by",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/find",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_per(__v1::Per::Job)
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3600000))
            .with_first(::core::time::Duration::from_millis(1000))
            .with_every(::core::time::Duration::from_millis(5000))
            .with_at_most(::core::time::Duration::from_millis(30000))
            .with_unknown_for(::core::time::Duration::from_millis(600000))
            .with_request(::core::time::Duration::from_millis(20000))
            .with_grow(1.5)
            .with_jitter(0.2)
            .with_tries(100)
            .with_faults(5),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ ready: true }",
            place: "tests/goldens/everything.yaml:361:17",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ ready: false }",
            place: "tests/goldens/everything.yaml:361:49",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("ready", __v1::Node::leaf(1)),
                ("id", __v1::Node::leaf(2)),
                ("number", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 4,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "ready",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Bool,
                    },
                    __v1::Fit {
                        path: "id",
                        slot: 2,
                        optional: true,
                        kind: __v1::Kind::Text,
                    },
                    __v1::Fit {
                        path: "number",
                        slot: 3,
                        optional: true,
                        kind: __v1::Kind::Int,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `ready`.
    enum ReadyCase {
        True,
        False,
    }
    impl ReadyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let ready = ReadyCase::read(slots)?;
        match ready {
            ReadyCase::True => ::core::option::Option::Some(0),
            ReadyCase::False => ::core::option::Option::Some(1),
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::Found;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/find");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            if let ::core::option::Option::Some(value) = self
                .by
                .as_ref()
                .and_then(|by| by.export())
            {
                request.query("export", value);
            }
            if let ::core::option::Option::Some(value) = self
                .by
                .as_ref()
                .and_then(|by| by.tag())
            {
                request.query("tag", value);
            }
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::Found, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::Found>>(body)
        }
    }
}
mod oauth_one {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "oauth_one",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/oauth1",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Json,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = ::settled::Json;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/oauth1");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            __v1::sign_oauth1(
                request.finish()?,
                __v1::OAuth1 {
                    digest: __v1::Digest::HmacSha256,
                    realm: ::core::option::Option::Some("a"),
                    consumer_key: self.settings.tenant.as_str(),
                    consumer_secret: at.secret(0),
                    token: ::core::option::Option::Some((at.secret(1), at.secret(1))),
                    nonce: __v1::Encoding::Hex
                        .encode(&at.chance.of_attempt(1)[..16])
                        .as_str(),
                    timestamp: __v1::unix_seconds(at.now).as_str(),
                },
            )
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<::settled::Json, __v1::DecodeError> {
            __v1::decode::<__v1::read::Json>(body)
        }
    }
}
mod oauth_two {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "oauth_two",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/oauth1",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 1,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Json,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = ::settled::Json;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/oauth1");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            __v1::sign_oauth1(
                request.finish()?,
                __v1::OAuth1 {
                    digest: __v1::Digest::HmacSha1,
                    realm: ::core::option::Option::None,
                    consumer_key: self.settings.tenant.as_str(),
                    consumer_secret: at.secret(1),
                    token: ::core::option::Option::None,
                    nonce: __v1::Encoding::Hex
                        .encode(&at.chance.of_attempt(1)[..16])
                        .as_str(),
                    timestamp: __v1::unix_seconds(at.now).as_str(),
                },
            )
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<::settled::Json, __v1::DecodeError> {
            __v1::decode::<__v1::read::Json>(body)
        }
    }
}
mod handed_over {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) id: ::std::string::String,
        pub(super) tag: ::core::option::Option<::std::string::String>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "handed_over",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/handed/{id}",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3600000))
            .with_first(::core::time::Duration::from_millis(1000))
            .with_every(::core::time::Duration::from_millis(5000))
            .with_at_most(::core::time::Duration::from_millis(30000))
            .with_unknown_for(::core::time::Duration::from_millis(600000))
            .with_request(::core::time::Duration::from_millis(20000))
            .with_grow(1.5)
            .with_jitter(0.2)
            .with_tries(100)
            .with_faults(5),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::Some("decided"),
            facts: "{ done: true, number: present }",
            place: "tests/goldens/everything.yaml:377:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Pending),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::Some("find_by"),
            facts: "{ done: true, job: present }",
            place: "tests/goldens/everything.yaml:379:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ done: false }",
            place: "tests/goldens/everything.yaml:381:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::Unknown,
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "otherwise",
            place: "tests/goldens/everything.yaml:382:9",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("done", __v1::Node::leaf(1)),
                ("number", __v1::Node::leaf(2)),
                ("download", __v1::Node::leaf(3)),
                ("job", __v1::Node::leaf(4)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 5,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "done",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Bool,
                    },
                    __v1::Fit {
                        path: "number",
                        slot: 2,
                        optional: true,
                        kind: __v1::Kind::Int,
                    },
                    __v1::Fit {
                        path: "download",
                        slot: 3,
                        optional: true,
                        kind: __v1::Kind::Text,
                    },
                    __v1::Fit {
                        path: "job",
                        slot: 4,
                        optional: true,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[4],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `done`.
    enum DoneCase {
        True,
        False,
    }
    impl DoneCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `number`.
    enum NumberCase {
        Absent,
        Other,
    }
    impl NumberCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 2) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        let _ = __v1::at(slots, 2).int()?;
                        Self::Other
                    }
                },
            )
        }
    }
    /// The cases of `job`.
    enum JobCase {
        Absent,
        Other,
    }
    impl JobCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        let _ = __v1::at(slots, 4).text()?;
                        Self::Other
                    }
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let done = DoneCase::read(slots)?;
        let number = NumberCase::read(slots)?;
        let job = JobCase::read(slots)?;
        match (done, number, job) {
            (DoneCase::True, NumberCase::Other, _) => ::core::option::Option::Some(0),
            (DoneCase::True, _, JobCase::Other) => ::core::option::Option::Some(1),
            (DoneCase::False, _, _) => ::core::option::Option::Some(2),
            (_, _, _) => ::core::option::Option::Some(3),
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::HandedOverReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/handed/");
            request.path_value("id", self.id.as_str());
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            if let ::core::option::Option::Some(value) = self.tag.as_deref() {
                request.query("tag", value);
            }
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::HandedOverReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::HandedOverReply>>(body)
        }
        fn then(
            &self,
            rule: u16,
            reply: &__v1::Reply,
        ) -> ::core::option::Option<
            ::core::result::Result<
                ::std::boxed::Box<dyn __v1::Operation<Reply = ()>>,
                __v1::DecodeError,
            >,
        > {
            let next = || match rule {
                0 => {
                    ::core::result::Result::Ok(
                        __v1::silent(super::decided::Call {
                            settings: ::std::sync::Arc::clone(&self.settings),
                            id: ::core::clone::Clone::clone(&self.id),
                            number: __v1::whole_number(
                                &__v1::take(
                                    &READING,
                                    reply,
                                    &__v1::Taken {
                                        texts: &[&[__v1::Piece::Slot(2)]],
                                        rel: ::core::option::Option::None,
                                        like: ::core::option::Option::None,
                                    },
                                    "number",
                                )?,
                                "number",
                            )?,
                            part: ::core::option::Option::Some(
                                __v1::take(
                                    &READING,
                                    reply,
                                    &__v1::Taken {
                                        texts: &[&[__v1::Piece::Slot(3)]],
                                        rel: ::core::option::Option::None,
                                        like: ::core::option::Option::Some(("/parts/", "")),
                                    },
                                    "part",
                                )?,
                            ),
                            tag: ::core::clone::Clone::clone(&self.tag),
                            size: 3,
                        }),
                    )
                }
                1 => {
                    ::core::result::Result::Ok(
                        __v1::silent(super::find_by::Call {
                            settings: ::std::sync::Arc::clone(&self.settings),
                            by: ::core::option::Option::Some(
                                FindByBy::Export(
                                    __v1::take(
                                        &READING,
                                        reply,
                                        &__v1::Taken {
                                            texts: &[&[__v1::Piece::Slot(4)]],
                                            rel: ::core::option::Option::None,
                                            like: ::core::option::Option::None,
                                        },
                                        "export",
                                    )?,
                                ),
                            ),
                        }),
                    )
                }
                _ => ::core::result::Result::Err(__v1::DecodeError::new("")),
            };
            RULES
                .get(usize::from(rule))
                .filter(|rule| rule.then.is_some())
                .map(|_| next())
        }
    }
}
mod decided {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) id: ::std::string::String,
        pub(super) number: i64,
        pub(super) part: ::core::option::Option<::std::string::String>,
        pub(super) tag: ::core::option::Option<::std::string::String>,
        pub(super) size: i64,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "decided",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/decided/{id}/{number}",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3600000))
            .with_first(::core::time::Duration::from_millis(1000))
            .with_every(::core::time::Duration::from_millis(5000))
            .with_at_most(::core::time::Duration::from_millis(30000))
            .with_unknown_for(::core::time::Duration::from_millis(600000))
            .with_request(::core::time::Duration::from_millis(20000))
            .with_grow(1.5)
            .with_jitter(0.2)
            .with_tries(100)
            .with_faults(5),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ ok: true }",
            place: "tests/goldens/everything.yaml:391:17",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Rejected),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ ok: false }",
            place: "tests/goldens/everything.yaml:391:46",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[("ok", __v1::Node::leaf(1))],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 2,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "ok",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Bool,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `ok`.
    enum OkCase {
        True,
        False,
    }
    impl OkCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let ok = OkCase::read(slots)?;
        match ok {
            OkCase::True => ::core::option::Option::Some(0),
            OkCase::False => ::core::option::Option::Some(1),
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::DecidedReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/decided/");
            request.path_value("id", self.id.as_str());
            request.path("/");
            request.path_value("number", self.number.to_string().as_str());
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            if let ::core::option::Option::Some(value) = self.part.as_deref() {
                request.query("part", value);
            }
            if let ::core::option::Option::Some(value) = self.tag.as_deref() {
                request.query("tag", value);
            }
            request.query("size", self.size.to_string().as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::DecidedReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::DecidedReply>>(body)
        }
    }
}
mod get_part {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) id: ::std::string::String,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "get_part",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/parts/{id}",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3600000))
            .with_first(::core::time::Duration::from_millis(1000))
            .with_every(::core::time::Duration::from_millis(5000))
            .with_at_most(::core::time::Duration::from_millis(30000))
            .with_unknown_for(::core::time::Duration::from_millis(600000))
            .with_request(::core::time::Duration::from_millis(20000))
            .with_grow(1.5)
            .with_jitter(0.2)
            .with_tries(100)
            .with_faults(5),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ ok: true }",
            place: "tests/goldens/everything.yaml:441:17",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Rejected),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ ok: false }",
            place: "tests/goldens/everything.yaml:441:46",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("ok", __v1::Node::leaf(4)),
                ("success", __v1::Node::leaf(1)),
                (
                    "errors",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 5,
                                    fields: &[
                                        ("code", __v1::Node::leaf(6)),
                                        ("message", __v1::Node::leaf(11)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("code", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "code",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_0_0, 7), (condition_0_1, 9)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "detail",
                    __v1::Node {
                        slot: 8,
                        fields: &[("why", __v1::Node::leaf(10))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("fault", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 12,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "ok",
                        slot: 4,
                        optional: false,
                        kind: __v1::Kind::Bool,
                    },
                ],
            ),
        },
        errors: &[
            __v1::ErrorShape {
                needs: 1,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "success",
                                slot: 1,
                                optional: false,
                                kind: __v1::Kind::Bool,
                            },
                            __v1::Fit {
                                path: "errors",
                                slot: 2,
                                optional: false,
                                kind: __v1::Kind::List(
                                    &[
                                        __v1::Fit {
                                            path: "errors.0",
                                            slot: 5,
                                            optional: true,
                                            kind: __v1::Kind::Object(
                                                &[
                                                    __v1::Fit {
                                                        path: "errors.0.code",
                                                        slot: 6,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                    __v1::Fit {
                                                        path: "errors.0.message",
                                                        slot: 11,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                ],
                                            ),
                                        },
                                    ],
                                    &[7, 9],
                                ),
                            },
                            __v1::Fit {
                                path: "detail",
                                slot: 8,
                                optional: true,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "detail.why",
                                            slot: 10,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                }),
                also: __v1::Also::When(also_error_0),
                rules: &[
                    __v1::Rule {
                        verdict: __v1::Verdict::CredentialExpired,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: [E11, E12] }",
                        place: "tests/goldens/everything.yaml:113:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Throttled,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: E13 }, { errors: { any: { code: E14 } } }",
                        place: "tests/goldens/everything.yaml:114:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Transient,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail: present, errors: { none: { code: E15 } } }",
                        place: "tests/goldens/everything.yaml:115:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::RequestError,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail.why: some }",
                        place: "tests/goldens/everything.yaml:116:9",
                    },
                ],
                overrides: &[],
                decide: decide_error_0,
                code: &[&[__v1::Piece::Slot(6)]],
                message: &[
                    &[
                        __v1::Piece::Slot(11),
                        __v1::Piece::Plain(" ("),
                        __v1::Piece::Slot(6),
                        __v1::Piece::Plain(")"),
                    ],
                ],
            },
            __v1::ErrorShape {
                needs: 3,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "fault",
                                slot: 3,
                                optional: false,
                                kind: __v1::Kind::Text,
                            },
                        ],
                    ),
                }),
                also: __v1::Also::Fits,
                rules: &[],
                overrides: &[],
                decide: decide_error_1,
                code: &[],
                message: &[&[__v1::Piece::Slot(3)]],
            },
        ],
        also: true,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `code`.
    enum CodeCase {
        E14,
        E15,
        Other,
    }
    impl CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase::E14))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase2 {
        E14,
        E15,
        Other,
    }
    impl CodeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase2::E15))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `errors.0`.
    enum Errors0Case {
        Absent,
        Present { errors_0_code: Errors0CodeCase },
    }
    impl Errors0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 5) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            errors_0_code: Errors0CodeCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `errors.0.code`.
    enum Errors0CodeCase {
        E11,
        E12,
        E13,
        Other,
    }
    impl Errors0CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 6).text()? {
                    "E11" => Self::E11,
                    "E12" => Self::E12,
                    "E13" => Self::E13,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `errors` the conditions hold.
    enum ErrorsElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ErrorsElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 7))?,
                    __v1::share(__v1::at(slots, 9))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase {
        Absent,
        Present { detail_why: DetailWhyCase },
    }
    impl DetailCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 8) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 10).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide_error_0(
        slots: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        let errors_0 = Errors0Case::read(slots)?;
        let errors_elements = ErrorsElementsCase::read(slots)?;
        let detail = DetailCase::read(slots)?;
        match (errors_0, errors_elements, detail) {
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E11 }, _, _)
            | (Errors0Case::Present { errors_0_code: Errors0CodeCase::E12 }, _, _) => {
                ::core::option::Option::Some(0)
            }
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E13 }, _, _)
            | (_, ErrorsElementsCase::SomeNone, _)
            | (_, ErrorsElementsCase::SomeSome, _)
            | (_, ErrorsElementsCase::AllNone, _) => ::core::option::Option::Some(1),
            (_, ErrorsElementsCase::Empty, DetailCase::Present { .. })
            | (_, ErrorsElementsCase::NoneNone, DetailCase::Present { .. }) => {
                ::core::option::Option::Some(2)
            }
            (_, _, DetailCase::Present { detail_why: DetailWhyCase::Some }) => {
                ::core::option::Option::Some(3)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// The cases of `success`.
    enum SuccessCase {
        True,
        False,
    }
    impl SuccessCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase2 {
        Absent,
        Present { detail_why: DetailWhyCase2 },
    }
    impl DetailCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 8) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase2::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase2 {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 10).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn also_error_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let success = SuccessCase::read(slots)?;
            let detail = DetailCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (success, detail), (SuccessCase::False, DetailCase2::Absent) |
                    (SuccessCase::False, DetailCase2::Present { detail_why :
                    DetailWhyCase2::None })
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide_error_1(
        _: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    /// The cases of `ok`.
    enum OkCase {
        True,
        False,
    }
    impl OkCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let ok = OkCase::read(slots)?;
        match ok {
            OkCase::True => ::core::option::Option::Some(0),
            OkCase::False => ::core::option::Option::Some(1),
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::Verdict;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let now_seconds = __v1::unix_seconds(at.now);
            let digest = __v1::Encoding::Hex
                .encode(
                    &__v1::sha256(
                        &[now_seconds.as_bytes(), self.settings.tenant.as_bytes()],
                    ),
                );
            let now_millis = __v1::unix_millis(at.now);
            let long_digest = __v1::Encoding::Base64
                .encode(&__v1::sha512(&[now_millis.as_bytes()]));
            let keyed = __v1::hmac_sha256(
                    at.secret(0).as_bytes(),
                    &[digest.as_bytes(), ":".as_bytes(), long_digest.as_bytes()],
                )
                .encode(__v1::Encoding::Base64Url);
            let long_keyed = __v1::hmac_sha512(
                    [at.secret(1), self.settings.region.as_str()].concat().as_bytes(),
                    &[keyed.as_bytes()],
                )
                .encode(__v1::Encoding::Hex);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/parts/");
            request.path_value("id", self.id.as_str());
            request.query("zone", self.settings.zone.as_str());
            request.query("key", at.secret(1));
            request.query("api-version", "2");
            request.query("part", self.id.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request
                .header(
                    "authorization",
                    &__v1::basic(self.settings.tenant.as_str(), ""),
                );
            request.header("x-key", ["Acme ", at.secret(0)].concat().as_str());
            request.header("x-sign", long_keyed.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::Verdict, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::Verdict>>(body)
        }
    }
}
mod begin {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "begin",
        server: 0,
        tokens: &[],
        method: "POST",
        path: "/begin",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ ready: true }",
            place: "tests/goldens/everything.yaml:403:17",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ ready: false }",
            place: "tests/goldens/everything.yaml:403:49",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[("ready", __v1::Node::leaf(1))],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 3,
        asides: &[(__v1::Aside::Header("x-tag"), 2)],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "ready",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Bool,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `ready`.
    enum ReadyCase {
        True,
        False,
    }
    impl ReadyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let ready = ReadyCase::read(slots)?;
        match ready {
            ReadyCase::True => ::core::option::Option::Some(0),
            ReadyCase::False => ::core::option::Option::Some(1),
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::Found;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let now_seconds = __v1::unix_seconds(at.now);
            let digest = __v1::Encoding::Hex
                .encode(
                    &__v1::sha256(
                        &[now_seconds.as_bytes(), self.settings.tenant.as_bytes()],
                    ),
                );
            let now_millis = __v1::unix_millis(at.now);
            let long_digest = __v1::Encoding::Base64
                .encode(&__v1::sha512(&[now_millis.as_bytes()]));
            let keyed = __v1::hmac_sha256(
                    at.secret(0).as_bytes(),
                    &[digest.as_bytes(), ":".as_bytes(), long_digest.as_bytes()],
                )
                .encode(__v1::Encoding::Base64Url);
            let long_keyed = __v1::hmac_sha512(
                    [at.secret(1), self.settings.region.as_str()].concat().as_bytes(),
                    &[keyed.as_bytes()],
                )
                .encode(__v1::Encoding::Hex);
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(0));
            request.path("/begin");
            let mut __body = __v1::Object::new();
            request.json(__body);
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.query("key", at.secret(1));
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request
                .header(
                    "authorization",
                    &__v1::basic(self.settings.tenant.as_str(), ""),
                );
            request.header("x-key", ["Acme ", at.secret(0)].concat().as_str());
            request.header("x-sign", long_keyed.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::Found, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::Found>>(body)
        }
    }
}
mod locate {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) id: ::std::string::String,
        pub(super) tag: ::core::option::Option<::std::string::String>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "locate",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/located/{id}",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[("download", __v1::Node::leaf(1))],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 2,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "download",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = super::LocateReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/located/");
            request.path_value("id", self.id.as_str());
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            if let ::core::option::Option::Some(value) = self.tag.as_deref() {
                request.query("tag", value);
            }
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::LocateReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::LocateReply>>(body)
        }
    }
}
mod get_whole {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "get_whole",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/wholes",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3600000))
            .with_first(::core::time::Duration::from_millis(1000))
            .with_every(::core::time::Duration::from_millis(5000))
            .with_at_most(::core::time::Duration::from_millis(30000))
            .with_unknown_for(::core::time::Duration::from_millis(600000))
            .with_request(::core::time::Duration::from_millis(20000))
            .with_grow(1.5)
            .with_jitter(0.2)
            .with_tries(100)
            .with_faults(5),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ ok: true }",
            place: "tests/goldens/everything.yaml:441:17",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Rejected),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ ok: false }",
            place: "tests/goldens/everything.yaml:441:46",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("ok", __v1::Node::leaf(4)),
                ("success", __v1::Node::leaf(1)),
                (
                    "errors",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 5,
                                    fields: &[
                                        ("code", __v1::Node::leaf(6)),
                                        ("message", __v1::Node::leaf(11)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("code", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "code",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_0_0, 7), (condition_0_1, 9)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "detail",
                    __v1::Node {
                        slot: 8,
                        fields: &[("why", __v1::Node::leaf(10))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("fault", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 12,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "ok",
                        slot: 4,
                        optional: false,
                        kind: __v1::Kind::Bool,
                    },
                ],
            ),
        },
        errors: &[
            __v1::ErrorShape {
                needs: 1,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "success",
                                slot: 1,
                                optional: false,
                                kind: __v1::Kind::Bool,
                            },
                            __v1::Fit {
                                path: "errors",
                                slot: 2,
                                optional: false,
                                kind: __v1::Kind::List(
                                    &[
                                        __v1::Fit {
                                            path: "errors.0",
                                            slot: 5,
                                            optional: true,
                                            kind: __v1::Kind::Object(
                                                &[
                                                    __v1::Fit {
                                                        path: "errors.0.code",
                                                        slot: 6,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                    __v1::Fit {
                                                        path: "errors.0.message",
                                                        slot: 11,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                ],
                                            ),
                                        },
                                    ],
                                    &[7, 9],
                                ),
                            },
                            __v1::Fit {
                                path: "detail",
                                slot: 8,
                                optional: true,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "detail.why",
                                            slot: 10,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                }),
                also: __v1::Also::When(also_error_0),
                rules: &[
                    __v1::Rule {
                        verdict: __v1::Verdict::CredentialExpired,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: [E11, E12] }",
                        place: "tests/goldens/everything.yaml:113:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Throttled,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: E13 }, { errors: { any: { code: E14 } } }",
                        place: "tests/goldens/everything.yaml:114:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Transient,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail: present, errors: { none: { code: E15 } } }",
                        place: "tests/goldens/everything.yaml:115:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::RequestError,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail.why: some }",
                        place: "tests/goldens/everything.yaml:116:9",
                    },
                ],
                overrides: &[],
                decide: decide_error_0,
                code: &[&[__v1::Piece::Slot(6)]],
                message: &[
                    &[
                        __v1::Piece::Slot(11),
                        __v1::Piece::Plain(" ("),
                        __v1::Piece::Slot(6),
                        __v1::Piece::Plain(")"),
                    ],
                ],
            },
            __v1::ErrorShape {
                needs: 3,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "fault",
                                slot: 3,
                                optional: false,
                                kind: __v1::Kind::Text,
                            },
                        ],
                    ),
                }),
                also: __v1::Also::Fits,
                rules: &[],
                overrides: &[],
                decide: decide_error_1,
                code: &[],
                message: &[&[__v1::Piece::Slot(3)]],
            },
        ],
        also: true,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `code`.
    enum CodeCase {
        E14,
        E15,
        Other,
    }
    impl CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase::E14))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase2 {
        E14,
        E15,
        Other,
    }
    impl CodeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase2::E15))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `errors.0`.
    enum Errors0Case {
        Absent,
        Present { errors_0_code: Errors0CodeCase },
    }
    impl Errors0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 5) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            errors_0_code: Errors0CodeCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `errors.0.code`.
    enum Errors0CodeCase {
        E11,
        E12,
        E13,
        Other,
    }
    impl Errors0CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 6).text()? {
                    "E11" => Self::E11,
                    "E12" => Self::E12,
                    "E13" => Self::E13,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `errors` the conditions hold.
    enum ErrorsElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ErrorsElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 7))?,
                    __v1::share(__v1::at(slots, 9))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase {
        Absent,
        Present { detail_why: DetailWhyCase },
    }
    impl DetailCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 8) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 10).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide_error_0(
        slots: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        let errors_0 = Errors0Case::read(slots)?;
        let errors_elements = ErrorsElementsCase::read(slots)?;
        let detail = DetailCase::read(slots)?;
        match (errors_0, errors_elements, detail) {
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E11 }, _, _)
            | (Errors0Case::Present { errors_0_code: Errors0CodeCase::E12 }, _, _) => {
                ::core::option::Option::Some(0)
            }
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E13 }, _, _)
            | (_, ErrorsElementsCase::SomeNone, _)
            | (_, ErrorsElementsCase::SomeSome, _)
            | (_, ErrorsElementsCase::AllNone, _) => ::core::option::Option::Some(1),
            (_, ErrorsElementsCase::Empty, DetailCase::Present { .. })
            | (_, ErrorsElementsCase::NoneNone, DetailCase::Present { .. }) => {
                ::core::option::Option::Some(2)
            }
            (_, _, DetailCase::Present { detail_why: DetailWhyCase::Some }) => {
                ::core::option::Option::Some(3)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// The cases of `success`.
    enum SuccessCase {
        True,
        False,
    }
    impl SuccessCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase2 {
        Absent,
        Present { detail_why: DetailWhyCase2 },
    }
    impl DetailCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 8) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase2::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase2 {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 10).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn also_error_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let success = SuccessCase::read(slots)?;
            let detail = DetailCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (success, detail), (SuccessCase::False, DetailCase2::Absent) |
                    (SuccessCase::False, DetailCase2::Present { detail_why :
                    DetailWhyCase2::None })
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide_error_1(
        _: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    /// The cases of `ok`.
    enum OkCase {
        True,
        False,
    }
    impl OkCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let ok = OkCase::read(slots)?;
        match ok {
            OkCase::True => ::core::option::Option::Some(0),
            OkCase::False => ::core::option::Option::Some(1),
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::Verdict;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let now_seconds = __v1::unix_seconds(at.now);
            let digest = __v1::Encoding::Hex
                .encode(
                    &__v1::sha256(
                        &[now_seconds.as_bytes(), self.settings.tenant.as_bytes()],
                    ),
                );
            let now_millis = __v1::unix_millis(at.now);
            let long_digest = __v1::Encoding::Base64
                .encode(&__v1::sha512(&[now_millis.as_bytes()]));
            let keyed = __v1::hmac_sha256(
                    at.secret(0).as_bytes(),
                    &[digest.as_bytes(), ":".as_bytes(), long_digest.as_bytes()],
                )
                .encode(__v1::Encoding::Base64Url);
            let long_keyed = __v1::hmac_sha512(
                    [at.secret(1), self.settings.region.as_str()].concat().as_bytes(),
                    &[keyed.as_bytes()],
                )
                .encode(__v1::Encoding::Hex);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/wholes");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.query("key", at.secret(1));
            request.query("part", "all");
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request
                .header(
                    "authorization",
                    &__v1::basic(self.settings.tenant.as_str(), ""),
                );
            request.header("x-key", ["Acme ", at.secret(0)].concat().as_str());
            request.header("x-sign", long_keyed.as_str());
            request.header("x-whole", "all");
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::Verdict, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::Verdict>>(body)
        }
    }
}
mod paged {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) cursor: ::core::option::Option<::std::string::String>,
        pub(super) number: i64,
        pub(super) by: ::core::option::Option<PagedBy>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "paged",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/paged",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static LISTED_0: __v1::Listed = __v1::Listed {
        path: &["items"],
        optional: false,
        keyed: false,
        node: __v1::Node::leaf(0),
        slots: 1,
    };
    static MORE: __v1::More = __v1::More {
        node: __v1::Node {
            slot: 0,
            fields: &[
                (
                    "items",
                    __v1::Node {
                        slot: 1,
                        fields: &[],
                        items: &[],
                        each: &[
                            __v1::Each {
                                node: __v1::Node::leaf(0),
                                slots: 0,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: true,
                                    kind: __v1::Kind::Any,
                                },
                                given: &[],
                                tallies: &[(__v1::always, 2)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 3,
        fit: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "items",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::List(&[], &[]),
                    },
                ],
            ),
        },
        holds: more,
    };
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                (
                    "items",
                    __v1::Node {
                        slot: 1,
                        fields: &[],
                        items: &[(__v1::Position::Last, __v1::Node::leaf(3))],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("next", __v1::Node::leaf(2)),
                ("number", __v1::Node::leaf(4)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 5,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "items",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::List(
                            &[
                                __v1::Fit {
                                    path: "items.-1",
                                    slot: 3,
                                    optional: true,
                                    kind: __v1::Kind::Text,
                                },
                            ],
                            &[],
                        ),
                    },
                    __v1::Fit {
                        path: "next",
                        slot: 2,
                        optional: true,
                        kind: __v1::Kind::Text,
                    },
                    __v1::Fit {
                        path: "number",
                        slot: 4,
                        optional: true,
                        kind: __v1::Kind::Int,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// How many elements `items` has.
    enum ItemsCountCase {
        Is0,
        From1,
    }
    impl ItemsCountCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::total(__v1::at(slots, 2))? {
                    ..=0 => Self::Is0,
                    1.. => Self::From1,
                },
            )
        }
    }
    fn more(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let items_count = ItemsCountCase::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(items_count, ItemsCountCase::From1),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = super::PagedReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/paged");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            if let ::core::option::Option::Some(value) = self.cursor.as_deref() {
                request.query("cursor", value);
            }
            request.query("n", self.number.to_string().as_str());
            if let ::core::option::Option::Some(value) = self
                .by
                .as_ref()
                .and_then(|by| by.job_id())
            {
                request.query("job", value);
            }
            if let ::core::option::Option::Some(value) = self
                .by
                .as_ref()
                .and_then(|by| by.tag())
            {
                request.query("tag", value);
            }
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::PagedReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::PagedReply>>(body)
        }
        fn next_page(
            &self,
            reply: &__v1::Reply,
        ) -> ::core::result::Result<
            ::core::option::Option<
                ::std::boxed::Box<dyn __v1::Operation<Reply = super::PagedReply>>,
            >,
            __v1::DecodeError,
        > {
            if !MORE.is_there(reply)? {
                return ::core::result::Result::Ok(::core::option::Option::None);
            }
            let ::core::option::Option::Some(__page_0) = __v1::take_page(
                &READING,
                reply,
                &__v1::Taken {
                    texts: &[&[__v1::Piece::Slot(2)], &[__v1::Piece::Slot(3)]],
                    rel: ::core::option::Option::None,
                    like: ::core::option::Option::None,
                },
            ) else {
                return ::core::result::Result::Ok(::core::option::Option::None);
            };
            let ::core::option::Option::Some(__page_1) = __v1::take_page(
                &READING,
                reply,
                &__v1::Taken {
                    texts: &[&[__v1::Piece::Slot(4)]],
                    rel: ::core::option::Option::None,
                    like: ::core::option::Option::None,
                },
            ) else {
                return ::core::result::Result::Ok(::core::option::Option::None);
            };
            ::core::result::Result::Ok(
                ::core::option::Option::Some(
                    ::std::boxed::Box::new(Call {
                        settings: ::std::sync::Arc::clone(&self.settings),
                        cursor: ::core::option::Option::Some(__page_0),
                        number: __v1::whole_number(&__page_1, "number")?,
                        by: ::core::clone::Clone::clone(&self.by),
                    }),
                ),
            )
        }
    }
}
mod scan {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) scan_id: i64,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "scan",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/scans/{scan id}",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3600000))
            .with_first(::core::time::Duration::from_millis(1000))
            .with_every(::core::time::Duration::from_millis(10000))
            .with_at_most(::core::time::Duration::from_millis(30000))
            .with_unknown_for(::core::time::Duration::from_millis(600000))
            .with_request(::core::time::Duration::from_millis(20000))
            .with_grow(1.5)
            .with_jitter(0.2)
            .with_tries(100)
            .with_faults(5),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ scan.status: [queued, in progress, self] }",
            place: "tests/goldens/everything.yaml:420:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ scan.status: done }",
            place: "tests/goldens/everything.yaml:421:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Failed),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ scan.status: [\"0810\", Absent, Not Submitted] }",
            place: "tests/goldens/everything.yaml:422:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::Unknown,
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "otherwise",
            place: "tests/goldens/everything.yaml:423:9",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                (
                    "scan",
                    __v1::Node {
                        slot: 4,
                        fields: &[("status", __v1::Node::leaf(5))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("success", __v1::Node::leaf(1)),
                (
                    "errors",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 6,
                                    fields: &[
                                        ("code", __v1::Node::leaf(7)),
                                        ("message", __v1::Node::leaf(12)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("code", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "code",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_0_0, 8), (condition_0_1, 10)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "detail",
                    __v1::Node {
                        slot: 9,
                        fields: &[("why", __v1::Node::leaf(11))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("fault", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 13,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "scan",
                        slot: 4,
                        optional: false,
                        kind: __v1::Kind::Object(
                            &[
                                __v1::Fit {
                                    path: "scan.status",
                                    slot: 5,
                                    optional: false,
                                    kind: __v1::Kind::Text,
                                },
                            ],
                        ),
                    },
                ],
            ),
        },
        errors: &[
            __v1::ErrorShape {
                needs: 1,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "success",
                                slot: 1,
                                optional: false,
                                kind: __v1::Kind::Bool,
                            },
                            __v1::Fit {
                                path: "errors",
                                slot: 2,
                                optional: false,
                                kind: __v1::Kind::List(
                                    &[
                                        __v1::Fit {
                                            path: "errors.0",
                                            slot: 6,
                                            optional: true,
                                            kind: __v1::Kind::Object(
                                                &[
                                                    __v1::Fit {
                                                        path: "errors.0.code",
                                                        slot: 7,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                    __v1::Fit {
                                                        path: "errors.0.message",
                                                        slot: 12,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                ],
                                            ),
                                        },
                                    ],
                                    &[8, 10],
                                ),
                            },
                            __v1::Fit {
                                path: "detail",
                                slot: 9,
                                optional: true,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "detail.why",
                                            slot: 11,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                }),
                also: __v1::Also::When(also_error_0),
                rules: &[
                    __v1::Rule {
                        verdict: __v1::Verdict::CredentialExpired,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: [E11, E12] }",
                        place: "tests/goldens/everything.yaml:113:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Throttled,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: E13 }, { errors: { any: { code: E14 } } }",
                        place: "tests/goldens/everything.yaml:114:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Transient,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail: present, errors: { none: { code: E15 } } }",
                        place: "tests/goldens/everything.yaml:115:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::RequestError,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail.why: some }",
                        place: "tests/goldens/everything.yaml:116:9",
                    },
                ],
                overrides: &[],
                decide: decide_error_0,
                code: &[&[__v1::Piece::Slot(7)]],
                message: &[
                    &[
                        __v1::Piece::Slot(12),
                        __v1::Piece::Plain(" ("),
                        __v1::Piece::Slot(7),
                        __v1::Piece::Plain(")"),
                    ],
                ],
            },
            __v1::ErrorShape {
                needs: 3,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "fault",
                                slot: 3,
                                optional: false,
                                kind: __v1::Kind::Text,
                            },
                        ],
                    ),
                }),
                also: __v1::Also::Fits,
                rules: &[],
                overrides: &[],
                decide: decide_error_1,
                code: &[],
                message: &[&[__v1::Piece::Slot(3)]],
            },
        ],
        also: true,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[5],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `code`.
    enum CodeCase {
        E14,
        E15,
        Other,
    }
    impl CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase::E14))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase2 {
        E14,
        E15,
        Other,
    }
    impl CodeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase2::E15))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `errors.0`.
    enum Errors0Case {
        Absent,
        Present { errors_0_code: Errors0CodeCase },
    }
    impl Errors0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 6) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            errors_0_code: Errors0CodeCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `errors.0.code`.
    enum Errors0CodeCase {
        E11,
        E12,
        E13,
        Other,
    }
    impl Errors0CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7).text()? {
                    "E11" => Self::E11,
                    "E12" => Self::E12,
                    "E13" => Self::E13,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `errors` the conditions hold.
    enum ErrorsElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ErrorsElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 8))?,
                    __v1::share(__v1::at(slots, 10))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase {
        Absent,
        Present { detail_why: DetailWhyCase },
    }
    impl DetailCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 11).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide_error_0(
        slots: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        let errors_0 = Errors0Case::read(slots)?;
        let errors_elements = ErrorsElementsCase::read(slots)?;
        let detail = DetailCase::read(slots)?;
        match (errors_0, errors_elements, detail) {
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E11 }, _, _)
            | (Errors0Case::Present { errors_0_code: Errors0CodeCase::E12 }, _, _) => {
                ::core::option::Option::Some(0)
            }
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E13 }, _, _)
            | (_, ErrorsElementsCase::SomeNone, _)
            | (_, ErrorsElementsCase::SomeSome, _)
            | (_, ErrorsElementsCase::AllNone, _) => ::core::option::Option::Some(1),
            (_, ErrorsElementsCase::Empty, DetailCase::Present { .. })
            | (_, ErrorsElementsCase::NoneNone, DetailCase::Present { .. }) => {
                ::core::option::Option::Some(2)
            }
            (_, _, DetailCase::Present { detail_why: DetailWhyCase::Some }) => {
                ::core::option::Option::Some(3)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// The cases of `success`.
    enum SuccessCase {
        True,
        False,
    }
    impl SuccessCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase2 {
        Absent,
        Present { detail_why: DetailWhyCase2 },
    }
    impl DetailCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase2::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase2 {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 11).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn also_error_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let success = SuccessCase::read(slots)?;
            let detail = DetailCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (success, detail), (SuccessCase::False, DetailCase2::Absent) |
                    (SuccessCase::False, DetailCase2::Present { detail_why :
                    DetailWhyCase2::None })
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide_error_1(
        _: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    /// The cases of `scan.status`.
    enum ScanStatusCase {
        Queued,
        InProgress,
        Done,
        N0810,
        Self_,
        AbsentWord,
        NotSubmitted,
        Other,
    }
    impl ScanStatusCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 5).text()? {
                    "queued" => Self::Queued,
                    "in progress" => Self::InProgress,
                    "done" => Self::Done,
                    "0810" => Self::N0810,
                    "self" => Self::Self_,
                    "Absent" => Self::AbsentWord,
                    "Not Submitted" => Self::NotSubmitted,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let scan_status = ScanStatusCase::read(slots)?;
        match scan_status {
            ScanStatusCase::Queued
            | ScanStatusCase::InProgress
            | ScanStatusCase::Self_ => ::core::option::Option::Some(0),
            ScanStatusCase::Done => ::core::option::Option::Some(1),
            ScanStatusCase::N0810
            | ScanStatusCase::AbsentWord
            | ScanStatusCase::NotSubmitted => ::core::option::Option::Some(2),
            _ => ::core::option::Option::Some(3),
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::ScanReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let now_seconds = __v1::unix_seconds(at.now);
            let digest = __v1::Encoding::Hex
                .encode(
                    &__v1::sha256(
                        &[now_seconds.as_bytes(), self.settings.tenant.as_bytes()],
                    ),
                );
            let now_millis = __v1::unix_millis(at.now);
            let long_digest = __v1::Encoding::Base64
                .encode(&__v1::sha512(&[now_millis.as_bytes()]));
            let keyed = __v1::hmac_sha256(
                    at.secret(0).as_bytes(),
                    &[digest.as_bytes(), ":".as_bytes(), long_digest.as_bytes()],
                )
                .encode(__v1::Encoding::Base64Url);
            let long_keyed = __v1::hmac_sha512(
                    [at.secret(1), self.settings.region.as_str()].concat().as_bytes(),
                    &[keyed.as_bytes()],
                )
                .encode(__v1::Encoding::Hex);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/scans/");
            request.path_value("scan id", self.scan_id.to_string().as_str());
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.query("key", at.secret(1));
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request
                .header(
                    "authorization",
                    &__v1::basic(self.settings.tenant.as_str(), ""),
                );
            request.header("x-key", ["Acme ", at.secret(0)].concat().as_str());
            request.header("x-sign", long_keyed.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::ScanReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::ScanReply>>(body)
        }
    }
}
mod scans {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) ids: ::std::vec::Vec<i64>,
        pub(super) page: ::core::option::Option<::std::string::String>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "scans",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/scans",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("success", __v1::Node::leaf(1)),
                (
                    "errors",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 4,
                                    fields: &[
                                        ("code", __v1::Node::leaf(5)),
                                        ("message", __v1::Node::leaf(10)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("code", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "code",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_0_0, 6), (condition_0_1, 8)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "detail",
                    __v1::Node {
                        slot: 7,
                        fields: &[("why", __v1::Node::leaf(9))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("fault", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 11,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(&[]),
        },
        errors: &[
            __v1::ErrorShape {
                needs: 1,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "success",
                                slot: 1,
                                optional: false,
                                kind: __v1::Kind::Bool,
                            },
                            __v1::Fit {
                                path: "errors",
                                slot: 2,
                                optional: false,
                                kind: __v1::Kind::List(
                                    &[
                                        __v1::Fit {
                                            path: "errors.0",
                                            slot: 4,
                                            optional: true,
                                            kind: __v1::Kind::Object(
                                                &[
                                                    __v1::Fit {
                                                        path: "errors.0.code",
                                                        slot: 5,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                    __v1::Fit {
                                                        path: "errors.0.message",
                                                        slot: 10,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                ],
                                            ),
                                        },
                                    ],
                                    &[6, 8],
                                ),
                            },
                            __v1::Fit {
                                path: "detail",
                                slot: 7,
                                optional: true,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "detail.why",
                                            slot: 9,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                }),
                also: __v1::Also::When(also_error_0),
                rules: &[
                    __v1::Rule {
                        verdict: __v1::Verdict::CredentialExpired,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: [E11, E12] }",
                        place: "tests/goldens/everything.yaml:113:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Throttled,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: E13 }, { errors: { any: { code: E14 } } }",
                        place: "tests/goldens/everything.yaml:114:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Transient,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail: present, errors: { none: { code: E15 } } }",
                        place: "tests/goldens/everything.yaml:115:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::RequestError,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail.why: some }",
                        place: "tests/goldens/everything.yaml:116:9",
                    },
                ],
                overrides: &[],
                decide: decide_error_0,
                code: &[&[__v1::Piece::Slot(5)]],
                message: &[
                    &[
                        __v1::Piece::Slot(10),
                        __v1::Piece::Plain(" ("),
                        __v1::Piece::Slot(5),
                        __v1::Piece::Plain(")"),
                    ],
                ],
            },
            __v1::ErrorShape {
                needs: 3,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "fault",
                                slot: 3,
                                optional: false,
                                kind: __v1::Kind::Text,
                            },
                        ],
                    ),
                }),
                also: __v1::Also::Fits,
                rules: &[],
                overrides: &[],
                decide: decide_error_1,
                code: &[],
                message: &[&[__v1::Piece::Slot(3)]],
            },
        ],
        also: true,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `code`.
    enum CodeCase {
        E14,
        E15,
        Other,
    }
    impl CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase::E14))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase2 {
        E14,
        E15,
        Other,
    }
    impl CodeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase2::E15))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `errors.0`.
    enum Errors0Case {
        Absent,
        Present { errors_0_code: Errors0CodeCase },
    }
    impl Errors0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            errors_0_code: Errors0CodeCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `errors.0.code`.
    enum Errors0CodeCase {
        E11,
        E12,
        E13,
        Other,
    }
    impl Errors0CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 5).text()? {
                    "E11" => Self::E11,
                    "E12" => Self::E12,
                    "E13" => Self::E13,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `errors` the conditions hold.
    enum ErrorsElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ErrorsElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 6))?,
                    __v1::share(__v1::at(slots, 8))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase {
        Absent,
        Present { detail_why: DetailWhyCase },
    }
    impl DetailCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide_error_0(
        slots: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        let errors_0 = Errors0Case::read(slots)?;
        let errors_elements = ErrorsElementsCase::read(slots)?;
        let detail = DetailCase::read(slots)?;
        match (errors_0, errors_elements, detail) {
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E11 }, _, _)
            | (Errors0Case::Present { errors_0_code: Errors0CodeCase::E12 }, _, _) => {
                ::core::option::Option::Some(0)
            }
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E13 }, _, _)
            | (_, ErrorsElementsCase::SomeNone, _)
            | (_, ErrorsElementsCase::SomeSome, _)
            | (_, ErrorsElementsCase::AllNone, _) => ::core::option::Option::Some(1),
            (_, ErrorsElementsCase::Empty, DetailCase::Present { .. })
            | (_, ErrorsElementsCase::NoneNone, DetailCase::Present { .. }) => {
                ::core::option::Option::Some(2)
            }
            (_, _, DetailCase::Present { detail_why: DetailWhyCase::Some }) => {
                ::core::option::Option::Some(3)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// The cases of `success`.
    enum SuccessCase {
        True,
        False,
    }
    impl SuccessCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase2 {
        Absent,
        Present { detail_why: DetailWhyCase2 },
    }
    impl DetailCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase2::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase2 {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn also_error_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let success = SuccessCase::read(slots)?;
            let detail = DetailCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (success, detail), (SuccessCase::False, DetailCase2::Absent) |
                    (SuccessCase::False, DetailCase2::Present { detail_why :
                    DetailWhyCase2::None })
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide_error_1(
        _: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = super::ScansReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let now_seconds = __v1::unix_seconds(at.now);
            let digest = __v1::Encoding::Hex
                .encode(
                    &__v1::sha256(
                        &[now_seconds.as_bytes(), self.settings.tenant.as_bytes()],
                    ),
                );
            let now_millis = __v1::unix_millis(at.now);
            let long_digest = __v1::Encoding::Base64
                .encode(&__v1::sha512(&[now_millis.as_bytes()]));
            let keyed = __v1::hmac_sha256(
                    at.secret(0).as_bytes(),
                    &[digest.as_bytes(), ":".as_bytes(), long_digest.as_bytes()],
                )
                .encode(__v1::Encoding::Base64Url);
            let long_keyed = __v1::hmac_sha512(
                    [at.secret(1), self.settings.region.as_str()].concat().as_bytes(),
                    &[keyed.as_bytes()],
                )
                .encode(__v1::Encoding::Hex);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/scans");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.query("key", at.secret(1));
            for item in &self.ids {
                request.query("id", item.to_string().as_str());
            }
            if let ::core::option::Option::Some(value) = self.page.as_deref() {
                request.query("page", value);
            }
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request
                .header(
                    "authorization",
                    &__v1::basic(self.settings.tenant.as_str(), ""),
                );
            request.header("x-key", ["Acme ", at.secret(0)].concat().as_str());
            request.header("x-sign", long_keyed.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::ScansReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::ScansReply>>(body)
        }
    }
}
mod key_set {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "key set",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/keys",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("success", __v1::Node::leaf(1)),
                (
                    "errors",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 4,
                                    fields: &[
                                        ("code", __v1::Node::leaf(5)),
                                        ("message", __v1::Node::leaf(10)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("code", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "code",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_0_0, 6), (condition_0_1, 8)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "detail",
                    __v1::Node {
                        slot: 7,
                        fields: &[("why", __v1::Node::leaf(9))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("fault", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 11,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(&[]),
        },
        errors: &[
            __v1::ErrorShape {
                needs: 1,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "success",
                                slot: 1,
                                optional: false,
                                kind: __v1::Kind::Bool,
                            },
                            __v1::Fit {
                                path: "errors",
                                slot: 2,
                                optional: false,
                                kind: __v1::Kind::List(
                                    &[
                                        __v1::Fit {
                                            path: "errors.0",
                                            slot: 4,
                                            optional: true,
                                            kind: __v1::Kind::Object(
                                                &[
                                                    __v1::Fit {
                                                        path: "errors.0.code",
                                                        slot: 5,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                    __v1::Fit {
                                                        path: "errors.0.message",
                                                        slot: 10,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                ],
                                            ),
                                        },
                                    ],
                                    &[6, 8],
                                ),
                            },
                            __v1::Fit {
                                path: "detail",
                                slot: 7,
                                optional: true,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "detail.why",
                                            slot: 9,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                }),
                also: __v1::Also::When(also_error_0),
                rules: &[
                    __v1::Rule {
                        verdict: __v1::Verdict::CredentialExpired,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: [E11, E12] }",
                        place: "tests/goldens/everything.yaml:113:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Throttled,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: E13 }, { errors: { any: { code: E14 } } }",
                        place: "tests/goldens/everything.yaml:114:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Transient,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail: present, errors: { none: { code: E15 } } }",
                        place: "tests/goldens/everything.yaml:115:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::RequestError,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail.why: some }",
                        place: "tests/goldens/everything.yaml:116:9",
                    },
                ],
                overrides: &[],
                decide: decide_error_0,
                code: &[&[__v1::Piece::Slot(5)]],
                message: &[
                    &[
                        __v1::Piece::Slot(10),
                        __v1::Piece::Plain(" ("),
                        __v1::Piece::Slot(5),
                        __v1::Piece::Plain(")"),
                    ],
                ],
            },
            __v1::ErrorShape {
                needs: 3,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "fault",
                                slot: 3,
                                optional: false,
                                kind: __v1::Kind::Text,
                            },
                        ],
                    ),
                }),
                also: __v1::Also::Fits,
                rules: &[],
                overrides: &[],
                decide: decide_error_1,
                code: &[],
                message: &[&[__v1::Piece::Slot(3)]],
            },
        ],
        also: true,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `code`.
    enum CodeCase {
        E14,
        E15,
        Other,
    }
    impl CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase::E14))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase2 {
        E14,
        E15,
        Other,
    }
    impl CodeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase2::E15))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `errors.0`.
    enum Errors0Case {
        Absent,
        Present { errors_0_code: Errors0CodeCase },
    }
    impl Errors0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            errors_0_code: Errors0CodeCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `errors.0.code`.
    enum Errors0CodeCase {
        E11,
        E12,
        E13,
        Other,
    }
    impl Errors0CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 5).text()? {
                    "E11" => Self::E11,
                    "E12" => Self::E12,
                    "E13" => Self::E13,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `errors` the conditions hold.
    enum ErrorsElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ErrorsElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 6))?,
                    __v1::share(__v1::at(slots, 8))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase {
        Absent,
        Present { detail_why: DetailWhyCase },
    }
    impl DetailCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide_error_0(
        slots: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        let errors_0 = Errors0Case::read(slots)?;
        let errors_elements = ErrorsElementsCase::read(slots)?;
        let detail = DetailCase::read(slots)?;
        match (errors_0, errors_elements, detail) {
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E11 }, _, _)
            | (Errors0Case::Present { errors_0_code: Errors0CodeCase::E12 }, _, _) => {
                ::core::option::Option::Some(0)
            }
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E13 }, _, _)
            | (_, ErrorsElementsCase::SomeNone, _)
            | (_, ErrorsElementsCase::SomeSome, _)
            | (_, ErrorsElementsCase::AllNone, _) => ::core::option::Option::Some(1),
            (_, ErrorsElementsCase::Empty, DetailCase::Present { .. })
            | (_, ErrorsElementsCase::NoneNone, DetailCase::Present { .. }) => {
                ::core::option::Option::Some(2)
            }
            (_, _, DetailCase::Present { detail_why: DetailWhyCase::Some }) => {
                ::core::option::Option::Some(3)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// The cases of `success`.
    enum SuccessCase {
        True,
        False,
    }
    impl SuccessCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase2 {
        Absent,
        Present { detail_why: DetailWhyCase2 },
    }
    impl DetailCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase2::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase2 {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn also_error_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let success = SuccessCase::read(slots)?;
            let detail = DetailCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (success, detail), (SuccessCase::False, DetailCase2::Absent) |
                    (SuccessCase::False, DetailCase2::Present { detail_why :
                    DetailWhyCase2::None })
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide_error_1(
        _: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = super::KeySetReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/keys");
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::KeySetReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::KeySetReply>>(body)
        }
    }
}
mod type_of_key {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) number: i64,
        pub(super) kind: ::std::string::String,
        pub(super) by: ::core::option::Option<TypeOfKeyBy>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "type of key",
        server: 0,
        tokens: &[],
        method: "GET",
        path: "/keys/{number}",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("success", __v1::Node::leaf(1)),
                (
                    "errors",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 4,
                                    fields: &[
                                        ("code", __v1::Node::leaf(5)),
                                        ("message", __v1::Node::leaf(10)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("code", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "code",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_0_0, 6), (condition_0_1, 8)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "detail",
                    __v1::Node {
                        slot: 7,
                        fields: &[("why", __v1::Node::leaf(9))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("fault", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 11,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(&[]),
        },
        errors: &[
            __v1::ErrorShape {
                needs: 1,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "success",
                                slot: 1,
                                optional: false,
                                kind: __v1::Kind::Bool,
                            },
                            __v1::Fit {
                                path: "errors",
                                slot: 2,
                                optional: false,
                                kind: __v1::Kind::List(
                                    &[
                                        __v1::Fit {
                                            path: "errors.0",
                                            slot: 4,
                                            optional: true,
                                            kind: __v1::Kind::Object(
                                                &[
                                                    __v1::Fit {
                                                        path: "errors.0.code",
                                                        slot: 5,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                    __v1::Fit {
                                                        path: "errors.0.message",
                                                        slot: 10,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                ],
                                            ),
                                        },
                                    ],
                                    &[6, 8],
                                ),
                            },
                            __v1::Fit {
                                path: "detail",
                                slot: 7,
                                optional: true,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "detail.why",
                                            slot: 9,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                }),
                also: __v1::Also::When(also_error_0),
                rules: &[
                    __v1::Rule {
                        verdict: __v1::Verdict::CredentialExpired,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: [E11, E12] }",
                        place: "tests/goldens/everything.yaml:113:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Throttled,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: E13 }, { errors: { any: { code: E14 } } }",
                        place: "tests/goldens/everything.yaml:114:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Transient,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail: present, errors: { none: { code: E15 } } }",
                        place: "tests/goldens/everything.yaml:115:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::RequestError,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail.why: some }",
                        place: "tests/goldens/everything.yaml:116:9",
                    },
                ],
                overrides: &[],
                decide: decide_error_0,
                code: &[&[__v1::Piece::Slot(5)]],
                message: &[
                    &[
                        __v1::Piece::Slot(10),
                        __v1::Piece::Plain(" ("),
                        __v1::Piece::Slot(5),
                        __v1::Piece::Plain(")"),
                    ],
                ],
            },
            __v1::ErrorShape {
                needs: 3,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "fault",
                                slot: 3,
                                optional: false,
                                kind: __v1::Kind::Text,
                            },
                        ],
                    ),
                }),
                also: __v1::Also::Fits,
                rules: &[],
                overrides: &[],
                decide: decide_error_1,
                code: &[],
                message: &[&[__v1::Piece::Slot(3)]],
            },
        ],
        also: true,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `code`.
    enum CodeCase {
        E14,
        E15,
        Other,
    }
    impl CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase::E14))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase2 {
        E14,
        E15,
        Other,
    }
    impl CodeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase2::E15))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `errors.0`.
    enum Errors0Case {
        Absent,
        Present { errors_0_code: Errors0CodeCase },
    }
    impl Errors0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            errors_0_code: Errors0CodeCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `errors.0.code`.
    enum Errors0CodeCase {
        E11,
        E12,
        E13,
        Other,
    }
    impl Errors0CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 5).text()? {
                    "E11" => Self::E11,
                    "E12" => Self::E12,
                    "E13" => Self::E13,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `errors` the conditions hold.
    enum ErrorsElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ErrorsElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 6))?,
                    __v1::share(__v1::at(slots, 8))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase {
        Absent,
        Present { detail_why: DetailWhyCase },
    }
    impl DetailCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide_error_0(
        slots: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        let errors_0 = Errors0Case::read(slots)?;
        let errors_elements = ErrorsElementsCase::read(slots)?;
        let detail = DetailCase::read(slots)?;
        match (errors_0, errors_elements, detail) {
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E11 }, _, _)
            | (Errors0Case::Present { errors_0_code: Errors0CodeCase::E12 }, _, _) => {
                ::core::option::Option::Some(0)
            }
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E13 }, _, _)
            | (_, ErrorsElementsCase::SomeNone, _)
            | (_, ErrorsElementsCase::SomeSome, _)
            | (_, ErrorsElementsCase::AllNone, _) => ::core::option::Option::Some(1),
            (_, ErrorsElementsCase::Empty, DetailCase::Present { .. })
            | (_, ErrorsElementsCase::NoneNone, DetailCase::Present { .. }) => {
                ::core::option::Option::Some(2)
            }
            (_, _, DetailCase::Present { detail_why: DetailWhyCase::Some }) => {
                ::core::option::Option::Some(3)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// The cases of `success`.
    enum SuccessCase {
        True,
        False,
    }
    impl SuccessCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase2 {
        Absent,
        Present { detail_why: DetailWhyCase2 },
    }
    impl DetailCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase2::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase2 {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn also_error_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let success = SuccessCase::read(slots)?;
            let detail = DetailCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (success, detail), (SuccessCase::False, DetailCase2::Absent) |
                    (SuccessCase::False, DetailCase2::Present { detail_why :
                    DetailWhyCase2::None })
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide_error_1(
        _: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = super::TypeOfKeyReply;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let now_seconds = __v1::unix_seconds(at.now);
            let digest = __v1::Encoding::Hex
                .encode(
                    &__v1::sha256(
                        &[now_seconds.as_bytes(), self.settings.tenant.as_bytes()],
                    ),
                );
            let now_millis = __v1::unix_millis(at.now);
            let long_digest = __v1::Encoding::Base64
                .encode(&__v1::sha512(&[now_millis.as_bytes()]));
            let keyed = __v1::hmac_sha256(
                    at.secret(0).as_bytes(),
                    &[digest.as_bytes(), ":".as_bytes(), long_digest.as_bytes()],
                )
                .encode(__v1::Encoding::Base64Url);
            let long_keyed = __v1::hmac_sha512(
                    [at.secret(1), self.settings.region.as_str()].concat().as_bytes(),
                    &[keyed.as_bytes()],
                )
                .encode(__v1::Encoding::Hex);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/keys/");
            request.path_value("number", self.number.to_string().as_str());
            request.query("api-version", "2026-01-30");
            request.query("zone", self.settings.zone.as_str());
            request.query("key", at.secret(1));
            if let ::core::option::Option::Some(value) = self
                .by
                .as_ref()
                .and_then(|by| by.r#type())
            {
                request.query("type", value);
            }
            if let ::core::option::Option::Some(value) = self
                .by
                .as_ref()
                .and_then(|by| by.r#impl())
            {
                request.query("impl", value);
            }
            request.query("kind", self.kind.as_str());
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request
                .header(
                    "authorization",
                    &__v1::basic(self.settings.tenant.as_str(), ""),
                );
            request.header("x-key", ["Acme ", at.secret(0)].concat().as_str());
            request.header("x-sign", long_keyed.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::TypeOfKeyReply, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::TypeOfKeyReply>>(body)
        }
    }
}
mod __token_login {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "login",
        server: 2,
        tokens: &[],
        method: "POST",
        path: "/oauth2/token",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                (
                    "urls",
                    __v1::Node {
                        slot: 11,
                        fields: &[],
                        items: &[(__v1::Position::At(0), __v1::Node::leaf(12))],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("access_token", __v1::Node::leaf(13)),
                ("expires_in", __v1::Node::leaf(14)),
                ("success", __v1::Node::leaf(1)),
                (
                    "errors",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 4,
                                    fields: &[
                                        ("code", __v1::Node::leaf(5)),
                                        ("message", __v1::Node::leaf(10)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("code", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "code",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_0_0, 6), (condition_0_1, 8)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "detail",
                    __v1::Node {
                        slot: 7,
                        fields: &[("why", __v1::Node::leaf(9))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("fault", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 15,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "urls",
                        slot: 11,
                        optional: false,
                        kind: __v1::Kind::List(
                            &[
                                __v1::Fit {
                                    path: "urls.0",
                                    slot: 12,
                                    optional: true,
                                    kind: __v1::Kind::Text,
                                },
                            ],
                            &[],
                        ),
                    },
                    __v1::Fit {
                        path: "access_token",
                        slot: 13,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                    __v1::Fit {
                        path: "expires_in",
                        slot: 14,
                        optional: false,
                        kind: __v1::Kind::Int,
                    },
                ],
            ),
        },
        errors: &[
            __v1::ErrorShape {
                needs: 1,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "success",
                                slot: 1,
                                optional: false,
                                kind: __v1::Kind::Bool,
                            },
                            __v1::Fit {
                                path: "errors",
                                slot: 2,
                                optional: false,
                                kind: __v1::Kind::List(
                                    &[
                                        __v1::Fit {
                                            path: "errors.0",
                                            slot: 4,
                                            optional: true,
                                            kind: __v1::Kind::Object(
                                                &[
                                                    __v1::Fit {
                                                        path: "errors.0.code",
                                                        slot: 5,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                    __v1::Fit {
                                                        path: "errors.0.message",
                                                        slot: 10,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                ],
                                            ),
                                        },
                                    ],
                                    &[6, 8],
                                ),
                            },
                            __v1::Fit {
                                path: "detail",
                                slot: 7,
                                optional: true,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "detail.why",
                                            slot: 9,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                }),
                also: __v1::Also::When(also_error_0),
                rules: &[
                    __v1::Rule {
                        verdict: __v1::Verdict::CredentialExpired,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: [E11, E12] }",
                        place: "tests/goldens/everything.yaml:113:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Throttled,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: E13 }, { errors: { any: { code: E14 } } }",
                        place: "tests/goldens/everything.yaml:114:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Transient,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail: present, errors: { none: { code: E15 } } }",
                        place: "tests/goldens/everything.yaml:115:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::RequestError,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail.why: some }",
                        place: "tests/goldens/everything.yaml:116:9",
                    },
                ],
                overrides: &[],
                decide: decide_error_0,
                code: &[&[__v1::Piece::Slot(5)]],
                message: &[
                    &[
                        __v1::Piece::Slot(10),
                        __v1::Piece::Plain(" ("),
                        __v1::Piece::Slot(5),
                        __v1::Piece::Plain(")"),
                    ],
                ],
            },
            __v1::ErrorShape {
                needs: 3,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "fault",
                                slot: 3,
                                optional: false,
                                kind: __v1::Kind::Text,
                            },
                        ],
                    ),
                }),
                also: __v1::Also::Fits,
                rules: &[],
                overrides: &[],
                decide: decide_error_1,
                code: &[],
                message: &[&[__v1::Piece::Slot(3)]],
            },
        ],
        also: true,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `code`.
    enum CodeCase {
        E14,
        E15,
        Other,
    }
    impl CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase::E14))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase2 {
        E14,
        E15,
        Other,
    }
    impl CodeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase2::E15))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `errors.0`.
    enum Errors0Case {
        Absent,
        Present { errors_0_code: Errors0CodeCase },
    }
    impl Errors0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            errors_0_code: Errors0CodeCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `errors.0.code`.
    enum Errors0CodeCase {
        E11,
        E12,
        E13,
        Other,
    }
    impl Errors0CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 5).text()? {
                    "E11" => Self::E11,
                    "E12" => Self::E12,
                    "E13" => Self::E13,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `errors` the conditions hold.
    enum ErrorsElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ErrorsElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 6))?,
                    __v1::share(__v1::at(slots, 8))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase {
        Absent,
        Present { detail_why: DetailWhyCase },
    }
    impl DetailCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide_error_0(
        slots: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        let errors_0 = Errors0Case::read(slots)?;
        let errors_elements = ErrorsElementsCase::read(slots)?;
        let detail = DetailCase::read(slots)?;
        match (errors_0, errors_elements, detail) {
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E11 }, _, _)
            | (Errors0Case::Present { errors_0_code: Errors0CodeCase::E12 }, _, _) => {
                ::core::option::Option::Some(0)
            }
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E13 }, _, _)
            | (_, ErrorsElementsCase::SomeNone, _)
            | (_, ErrorsElementsCase::SomeSome, _)
            | (_, ErrorsElementsCase::AllNone, _) => ::core::option::Option::Some(1),
            (_, ErrorsElementsCase::Empty, DetailCase::Present { .. })
            | (_, ErrorsElementsCase::NoneNone, DetailCase::Present { .. }) => {
                ::core::option::Option::Some(2)
            }
            (_, _, DetailCase::Present { detail_why: DetailWhyCase::Some }) => {
                ::core::option::Option::Some(3)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// The cases of `success`.
    enum SuccessCase {
        True,
        False,
    }
    impl SuccessCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase2 {
        Absent,
        Present { detail_why: DetailWhyCase2 },
    }
    impl DetailCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase2::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase2 {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn also_error_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let success = SuccessCase::read(slots)?;
            let detail = DetailCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (success, detail), (SuccessCase::False, DetailCase2::Absent) |
                    (SuccessCase::False, DetailCase2::Present { detail_why :
                    DetailWhyCase2::None })
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide_error_1(
        _: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = __v1::Token;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(2));
            request.path("/oauth2/token");
            request.start_form();
            request.form("grant_type", "client_credentials");
            request.form("scope", "");
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request
                .header(
                    "authorization",
                    &__v1::basic(self.settings.tenant.as_str(), at.secret(0)),
                );
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<__v1::Token, __v1::DecodeError> {
            __v1::token(
                &READING,
                body,
                &[12, 13],
                &[],
                __v1::Life::Reply(14, __v1::Unit::Seconds),
            )
        }
    }
}
mod __token_session {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "session",
        server: 0,
        tokens: &[0],
        method: "GET",
        path: "/session",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("token", __v1::Node::leaf(11)),
                ("success", __v1::Node::leaf(1)),
                (
                    "errors",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 4,
                                    fields: &[
                                        ("code", __v1::Node::leaf(5)),
                                        ("message", __v1::Node::leaf(10)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("code", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "code",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_0_0, 6), (condition_0_1, 8)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "detail",
                    __v1::Node {
                        slot: 7,
                        fields: &[("why", __v1::Node::leaf(9))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("fault", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 12,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "token",
                        slot: 11,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[
            __v1::ErrorShape {
                needs: 1,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "success",
                                slot: 1,
                                optional: false,
                                kind: __v1::Kind::Bool,
                            },
                            __v1::Fit {
                                path: "errors",
                                slot: 2,
                                optional: false,
                                kind: __v1::Kind::List(
                                    &[
                                        __v1::Fit {
                                            path: "errors.0",
                                            slot: 4,
                                            optional: true,
                                            kind: __v1::Kind::Object(
                                                &[
                                                    __v1::Fit {
                                                        path: "errors.0.code",
                                                        slot: 5,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                    __v1::Fit {
                                                        path: "errors.0.message",
                                                        slot: 10,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                ],
                                            ),
                                        },
                                    ],
                                    &[6, 8],
                                ),
                            },
                            __v1::Fit {
                                path: "detail",
                                slot: 7,
                                optional: true,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "detail.why",
                                            slot: 9,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                }),
                also: __v1::Also::When(also_error_0),
                rules: &[
                    __v1::Rule {
                        verdict: __v1::Verdict::CredentialExpired,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: [E11, E12] }",
                        place: "tests/goldens/everything.yaml:113:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Throttled,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: E13 }, { errors: { any: { code: E14 } } }",
                        place: "tests/goldens/everything.yaml:114:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Transient,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail: present, errors: { none: { code: E15 } } }",
                        place: "tests/goldens/everything.yaml:115:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::RequestError,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail.why: some }",
                        place: "tests/goldens/everything.yaml:116:9",
                    },
                ],
                overrides: &[],
                decide: decide_error_0,
                code: &[&[__v1::Piece::Slot(5)]],
                message: &[
                    &[
                        __v1::Piece::Slot(10),
                        __v1::Piece::Plain(" ("),
                        __v1::Piece::Slot(5),
                        __v1::Piece::Plain(")"),
                    ],
                ],
            },
            __v1::ErrorShape {
                needs: 3,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "fault",
                                slot: 3,
                                optional: false,
                                kind: __v1::Kind::Text,
                            },
                        ],
                    ),
                }),
                also: __v1::Also::Fits,
                rules: &[],
                overrides: &[],
                decide: decide_error_1,
                code: &[],
                message: &[&[__v1::Piece::Slot(3)]],
            },
        ],
        also: true,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `code`.
    enum CodeCase {
        E14,
        E15,
        Other,
    }
    impl CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase::E14))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase2 {
        E14,
        E15,
        Other,
    }
    impl CodeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase2::E15))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `errors.0`.
    enum Errors0Case {
        Absent,
        Present { errors_0_code: Errors0CodeCase },
    }
    impl Errors0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            errors_0_code: Errors0CodeCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `errors.0.code`.
    enum Errors0CodeCase {
        E11,
        E12,
        E13,
        Other,
    }
    impl Errors0CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 5).text()? {
                    "E11" => Self::E11,
                    "E12" => Self::E12,
                    "E13" => Self::E13,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `errors` the conditions hold.
    enum ErrorsElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ErrorsElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 6))?,
                    __v1::share(__v1::at(slots, 8))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase {
        Absent,
        Present { detail_why: DetailWhyCase },
    }
    impl DetailCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide_error_0(
        slots: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        let errors_0 = Errors0Case::read(slots)?;
        let errors_elements = ErrorsElementsCase::read(slots)?;
        let detail = DetailCase::read(slots)?;
        match (errors_0, errors_elements, detail) {
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E11 }, _, _)
            | (Errors0Case::Present { errors_0_code: Errors0CodeCase::E12 }, _, _) => {
                ::core::option::Option::Some(0)
            }
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E13 }, _, _)
            | (_, ErrorsElementsCase::SomeNone, _)
            | (_, ErrorsElementsCase::SomeSome, _)
            | (_, ErrorsElementsCase::AllNone, _) => ::core::option::Option::Some(1),
            (_, ErrorsElementsCase::Empty, DetailCase::Present { .. })
            | (_, ErrorsElementsCase::NoneNone, DetailCase::Present { .. }) => {
                ::core::option::Option::Some(2)
            }
            (_, _, DetailCase::Present { detail_why: DetailWhyCase::Some }) => {
                ::core::option::Option::Some(3)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// The cases of `success`.
    enum SuccessCase {
        True,
        False,
    }
    impl SuccessCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase2 {
        Absent,
        Present { detail_why: DetailWhyCase2 },
    }
    impl DetailCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase2::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase2 {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn also_error_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let success = SuccessCase::read(slots)?;
            let detail = DetailCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (success, detail), (SuccessCase::False, DetailCase2::Absent) |
                    (SuccessCase::False, DetailCase2::Present { detail_why :
                    DetailWhyCase2::None })
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide_error_1(
        _: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = __v1::Token;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::GET, at.base(0));
            request.path("/session");
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.header("authorization", ["Bearer ", at.secret(3)].concat().as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<__v1::Token, __v1::DecodeError> {
            __v1::token(&READING, body, &[11], &[], __v1::Life::Jwt(11))
        }
    }
}
mod __token_type {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "type",
        server: 0,
        tokens: &[],
        method: "PUT",
        path: "/type",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("key", __v1::Node::leaf(11)),
                ("success", __v1::Node::leaf(1)),
                (
                    "errors",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 4,
                                    fields: &[
                                        ("code", __v1::Node::leaf(5)),
                                        ("message", __v1::Node::leaf(10)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("code", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "code",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_0_0, 6), (condition_0_1, 8)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "detail",
                    __v1::Node {
                        slot: 7,
                        fields: &[("why", __v1::Node::leaf(9))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("fault", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 12,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "key",
                        slot: 11,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[
            __v1::ErrorShape {
                needs: 1,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "success",
                                slot: 1,
                                optional: false,
                                kind: __v1::Kind::Bool,
                            },
                            __v1::Fit {
                                path: "errors",
                                slot: 2,
                                optional: false,
                                kind: __v1::Kind::List(
                                    &[
                                        __v1::Fit {
                                            path: "errors.0",
                                            slot: 4,
                                            optional: true,
                                            kind: __v1::Kind::Object(
                                                &[
                                                    __v1::Fit {
                                                        path: "errors.0.code",
                                                        slot: 5,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                    __v1::Fit {
                                                        path: "errors.0.message",
                                                        slot: 10,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                ],
                                            ),
                                        },
                                    ],
                                    &[6, 8],
                                ),
                            },
                            __v1::Fit {
                                path: "detail",
                                slot: 7,
                                optional: true,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "detail.why",
                                            slot: 9,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                }),
                also: __v1::Also::When(also_error_0),
                rules: &[
                    __v1::Rule {
                        verdict: __v1::Verdict::CredentialExpired,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: [E11, E12] }",
                        place: "tests/goldens/everything.yaml:113:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Throttled,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: E13 }, { errors: { any: { code: E14 } } }",
                        place: "tests/goldens/everything.yaml:114:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Transient,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail: present, errors: { none: { code: E15 } } }",
                        place: "tests/goldens/everything.yaml:115:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::RequestError,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail.why: some }",
                        place: "tests/goldens/everything.yaml:116:9",
                    },
                ],
                overrides: &[],
                decide: decide_error_0,
                code: &[&[__v1::Piece::Slot(5)]],
                message: &[
                    &[
                        __v1::Piece::Slot(10),
                        __v1::Piece::Plain(" ("),
                        __v1::Piece::Slot(5),
                        __v1::Piece::Plain(")"),
                    ],
                ],
            },
            __v1::ErrorShape {
                needs: 3,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "fault",
                                slot: 3,
                                optional: false,
                                kind: __v1::Kind::Text,
                            },
                        ],
                    ),
                }),
                also: __v1::Also::Fits,
                rules: &[],
                overrides: &[],
                decide: decide_error_1,
                code: &[],
                message: &[&[__v1::Piece::Slot(3)]],
            },
        ],
        also: true,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `code`.
    enum CodeCase {
        E14,
        E15,
        Other,
    }
    impl CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase::E14))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase2 {
        E14,
        E15,
        Other,
    }
    impl CodeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase2::E15))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `errors.0`.
    enum Errors0Case {
        Absent,
        Present { errors_0_code: Errors0CodeCase },
    }
    impl Errors0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            errors_0_code: Errors0CodeCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `errors.0.code`.
    enum Errors0CodeCase {
        E11,
        E12,
        E13,
        Other,
    }
    impl Errors0CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 5).text()? {
                    "E11" => Self::E11,
                    "E12" => Self::E12,
                    "E13" => Self::E13,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `errors` the conditions hold.
    enum ErrorsElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ErrorsElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 6))?,
                    __v1::share(__v1::at(slots, 8))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase {
        Absent,
        Present { detail_why: DetailWhyCase },
    }
    impl DetailCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide_error_0(
        slots: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        let errors_0 = Errors0Case::read(slots)?;
        let errors_elements = ErrorsElementsCase::read(slots)?;
        let detail = DetailCase::read(slots)?;
        match (errors_0, errors_elements, detail) {
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E11 }, _, _)
            | (Errors0Case::Present { errors_0_code: Errors0CodeCase::E12 }, _, _) => {
                ::core::option::Option::Some(0)
            }
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E13 }, _, _)
            | (_, ErrorsElementsCase::SomeNone, _)
            | (_, ErrorsElementsCase::SomeSome, _)
            | (_, ErrorsElementsCase::AllNone, _) => ::core::option::Option::Some(1),
            (_, ErrorsElementsCase::Empty, DetailCase::Present { .. })
            | (_, ErrorsElementsCase::NoneNone, DetailCase::Present { .. }) => {
                ::core::option::Option::Some(2)
            }
            (_, _, DetailCase::Present { detail_why: DetailWhyCase::Some }) => {
                ::core::option::Option::Some(3)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// The cases of `success`.
    enum SuccessCase {
        True,
        False,
    }
    impl SuccessCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase2 {
        Absent,
        Present { detail_why: DetailWhyCase2 },
    }
    impl DetailCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase2::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase2 {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn also_error_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let success = SuccessCase::read(slots)?;
            let detail = DetailCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (success, detail), (SuccessCase::False, DetailCase2::Absent) |
                    (SuccessCase::False, DetailCase2::Present { detail_why :
                    DetailWhyCase2::None })
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide_error_1(
        _: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = __v1::Token;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::PUT, at.base(0));
            request.path("/type");
            request.text(at.secret(1));
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<__v1::Token, __v1::DecodeError> {
            __v1::token(
                &READING,
                body,
                &[11],
                &[],
                __v1::Life::For(::core::time::Duration::from_millis(86400000)),
            )
        }
    }
}
mod __token_forever {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "forever",
        server: 0,
        tokens: &[],
        method: "POST",
        path: "/forever",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: true,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("key", __v1::Node::leaf(11)),
                ("success", __v1::Node::leaf(1)),
                (
                    "errors",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[
                            (
                                __v1::Position::At(0),
                                __v1::Node {
                                    slot: 4,
                                    fields: &[
                                        ("code", __v1::Node::leaf(5)),
                                        ("message", __v1::Node::leaf(10)),
                                    ],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                            ),
                        ],
                        each: &[
                            __v1::Each {
                                node: __v1::Node {
                                    slot: 0,
                                    fields: &[("code", __v1::Node::leaf(1))],
                                    items: &[],
                                    each: &[],
                                    inner: ::core::option::Option::None,
                                },
                                slots: 2,
                                fit: __v1::Fit {
                                    path: "",
                                    slot: 0,
                                    optional: false,
                                    kind: __v1::Kind::Object(
                                        &[
                                            __v1::Fit {
                                                path: "code",
                                                slot: 1,
                                                optional: false,
                                                kind: __v1::Kind::Text,
                                            },
                                        ],
                                    ),
                                },
                                given: &[],
                                tallies: &[(condition_0_0, 6), (condition_0_1, 8)],
                            },
                        ],
                        inner: ::core::option::Option::None,
                    },
                ),
                (
                    "detail",
                    __v1::Node {
                        slot: 7,
                        fields: &[("why", __v1::Node::leaf(9))],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("fault", __v1::Node::leaf(3)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 12,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "key",
                        slot: 11,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[
            __v1::ErrorShape {
                needs: 1,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "success",
                                slot: 1,
                                optional: false,
                                kind: __v1::Kind::Bool,
                            },
                            __v1::Fit {
                                path: "errors",
                                slot: 2,
                                optional: false,
                                kind: __v1::Kind::List(
                                    &[
                                        __v1::Fit {
                                            path: "errors.0",
                                            slot: 4,
                                            optional: true,
                                            kind: __v1::Kind::Object(
                                                &[
                                                    __v1::Fit {
                                                        path: "errors.0.code",
                                                        slot: 5,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                    __v1::Fit {
                                                        path: "errors.0.message",
                                                        slot: 10,
                                                        optional: false,
                                                        kind: __v1::Kind::Text,
                                                    },
                                                ],
                                            ),
                                        },
                                    ],
                                    &[6, 8],
                                ),
                            },
                            __v1::Fit {
                                path: "detail",
                                slot: 7,
                                optional: true,
                                kind: __v1::Kind::Object(
                                    &[
                                        __v1::Fit {
                                            path: "detail.why",
                                            slot: 9,
                                            optional: false,
                                            kind: __v1::Kind::Text,
                                        },
                                    ],
                                ),
                            },
                        ],
                    ),
                }),
                also: __v1::Also::When(also_error_0),
                rules: &[
                    __v1::Rule {
                        verdict: __v1::Verdict::CredentialExpired,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: [E11, E12] }",
                        place: "tests/goldens/everything.yaml:113:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Throttled,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ errors.0.code: E13 }, { errors: { any: { code: E14 } } }",
                        place: "tests/goldens/everything.yaml:114:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::Transient,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail: present, errors: { none: { code: E15 } } }",
                        place: "tests/goldens/everything.yaml:115:9",
                    },
                    __v1::Rule {
                        verdict: __v1::Verdict::RequestError,
                        partial: false,
                        revisable: false,
                        every: ::core::option::Option::None,
                        within: ::core::option::Option::None,
                        confirm: 1,
                        then: ::core::option::Option::None,
                        facts: "{ detail.why: some }",
                        place: "tests/goldens/everything.yaml:116:9",
                    },
                ],
                overrides: &[],
                decide: decide_error_0,
                code: &[&[__v1::Piece::Slot(5)]],
                message: &[
                    &[
                        __v1::Piece::Slot(10),
                        __v1::Piece::Plain(" ("),
                        __v1::Piece::Slot(5),
                        __v1::Piece::Plain(")"),
                    ],
                ],
            },
            __v1::ErrorShape {
                needs: 3,
                body: ::core::option::Option::Some(__v1::Fit {
                    path: "",
                    slot: 0,
                    optional: false,
                    kind: __v1::Kind::Object(
                        &[
                            __v1::Fit {
                                path: "fault",
                                slot: 3,
                                optional: false,
                                kind: __v1::Kind::Text,
                            },
                        ],
                    ),
                }),
                also: __v1::Also::Fits,
                rules: &[],
                overrides: &[],
                decide: decide_error_1,
                code: &[],
                message: &[&[__v1::Piece::Slot(3)]],
            },
        ],
        also: true,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `code`.
    enum CodeCase {
        E14,
        E15,
        Other,
    }
    impl CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase::E14))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `code`.
    enum CodeCase2 {
        E14,
        E15,
        Other,
    }
    impl CodeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "E14" => Self::E14,
                    "E15" => Self::E15,
                    _ => Self::Other,
                },
            )
        }
    }
    fn condition_0_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let code = CodeCase2::read(slots)?;
            ::core::option::Option::Some(::core::matches!(code, CodeCase2::E15))
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `errors.0`.
    enum Errors0Case {
        Absent,
        Present { errors_0_code: Errors0CodeCase },
    }
    impl Errors0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            errors_0_code: Errors0CodeCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `errors.0.code`.
    enum Errors0CodeCase {
        E11,
        E12,
        E13,
        Other,
    }
    impl Errors0CodeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 5).text()? {
                    "E11" => Self::E11,
                    "E12" => Self::E12,
                    "E13" => Self::E13,
                    _ => Self::Other,
                },
            )
        }
    }
    /// For how many elements of `errors` the conditions hold.
    enum ErrorsElementsCase {
        Empty,
        NoneNone,
        NoneSome,
        NoneAll,
        SomeNone,
        SomeSome,
        AllNone,
    }
    impl ErrorsElementsCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match (
                    __v1::share(__v1::at(slots, 6))?,
                    __v1::share(__v1::at(slots, 8))?,
                ) {
                    (__v1::Share::Empty, __v1::Share::Empty) => Self::Empty,
                    (__v1::Share::None, __v1::Share::None) => Self::NoneNone,
                    (__v1::Share::None, __v1::Share::Some) => Self::NoneSome,
                    (__v1::Share::None, __v1::Share::All) => Self::NoneAll,
                    (__v1::Share::Some, __v1::Share::None) => Self::SomeNone,
                    (__v1::Share::Some, __v1::Share::Some) => Self::SomeSome,
                    (__v1::Share::All, __v1::Share::None) => Self::AllNone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase {
        Absent,
        Present { detail_why: DetailWhyCase },
    }
    impl DetailCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide_error_0(
        slots: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        let errors_0 = Errors0Case::read(slots)?;
        let errors_elements = ErrorsElementsCase::read(slots)?;
        let detail = DetailCase::read(slots)?;
        match (errors_0, errors_elements, detail) {
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E11 }, _, _)
            | (Errors0Case::Present { errors_0_code: Errors0CodeCase::E12 }, _, _) => {
                ::core::option::Option::Some(0)
            }
            (Errors0Case::Present { errors_0_code: Errors0CodeCase::E13 }, _, _)
            | (_, ErrorsElementsCase::SomeNone, _)
            | (_, ErrorsElementsCase::SomeSome, _)
            | (_, ErrorsElementsCase::AllNone, _) => ::core::option::Option::Some(1),
            (_, ErrorsElementsCase::Empty, DetailCase::Present { .. })
            | (_, ErrorsElementsCase::NoneNone, DetailCase::Present { .. }) => {
                ::core::option::Option::Some(2)
            }
            (_, _, DetailCase::Present { detail_why: DetailWhyCase::Some }) => {
                ::core::option::Option::Some(3)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// The cases of `success`.
    enum SuccessCase {
        True,
        False,
    }
    impl SuccessCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).bool()? {
                    true => Self::True,
                    false => Self::False,
                },
            )
        }
    }
    /// The cases of `detail`.
    enum DetailCase2 {
        Absent,
        Present { detail_why: DetailWhyCase2 },
    }
    impl DetailCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 7) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            detail_why: DetailWhyCase2::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `detail.why`.
    enum DetailWhyCase2 {
        None,
        Some,
        Other,
    }
    impl DetailWhyCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 9).text()? {
                    "none" => Self::None,
                    "some" => Self::Some,
                    _ => Self::Other,
                },
            )
        }
    }
    fn also_error_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let success = SuccessCase::read(slots)?;
            let detail = DetailCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (success, detail), (SuccessCase::False, DetailCase2::Absent) |
                    (SuccessCase::False, DetailCase2::Present { detail_why :
                    DetailWhyCase2::None })
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    fn decide_error_1(
        _: &[__v1::Slot<'_>],
        _: &__v1::Known,
    ) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = __v1::Token;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let now_date = __v1::http_date(at.now);
            let now_text = __v1::rfc3339(at.now);
            let now_text_millis = __v1::rfc3339_millis(at.now);
            let packed = __v1::Encoding::Base64
                .encode(
                    [self.settings.tenant.as_str(), ":", self.settings.self_.as_str()]
                        .concat()
                        .as_bytes(),
                );
            let nothing = __v1::Encoding::Base64.encode(b"");
            let nonce = __v1::Encoding::Hex.encode(&at.chance.of_attempt(0)[..16]);
            let mut __inner = __v1::Object::new();
            __inner.member("a", self.settings.tenant.as_str());
            let mut __inner_1 = __v1::List::new();
            __inner_1.item(__v1::Literal("1"));
            __inner_1.item(__v1::Literal("true"));
            __inner_1.item(__v1::Literal("null"));
            __inner_1.item("x");
            __inner.member("b", __inner_1);
            let mut __inner_2 = __v1::Object::new();
            __inner_2.member("d", self.settings.region.as_str());
            __inner.member("c", __inner_2);
            let inner = __v1::json_text(__inner);
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(0));
            request.path("/forever");
            request.header("x-now", now_date.as_str());
            request
                .header(
                    "x-text",
                    [now_text.as_str(), " ", now_text_millis.as_str(), " {braces}"]
                        .concat()
                        .as_str(),
                );
            request.header("x-packed", packed.as_str());
            request.header("x-nothing", nothing.as_str());
            request.header("x-nonce", nonce.as_str());
            request.header("x-inner", inner.as_str());
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<__v1::Token, __v1::DecodeError> {
            __v1::token(&READING, body, &[11], &[], __v1::Life::UntilRefused)
        }
    }
}
mod scanned {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "scanned",
        server: 0,
        tokens: &[],
        method: "POST",
        path: "/",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Running),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ scan.status: [queued, in progress, self] }",
            place: "tests/goldens/everything.yaml:488:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ scan.status: done }",
            place: "tests/goldens/everything.yaml:489:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Failed),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ scan.status: [\"0810\", Absent, Not Submitted] }",
            place: "tests/goldens/everything.yaml:490:9",
        },
        __v1::Rule {
            verdict: __v1::Verdict::Unknown,
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "otherwise",
            place: "tests/goldens/everything.yaml:491:9",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                (
                    "scan",
                    __v1::Node {
                        slot: 1,
                        fields: &[
                            ("status", __v1::Node::leaf(2)),
                            ("title", __v1::Node::leaf(3)),
                        ],
                        items: &[],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
                ("scan_id", __v1::Node::leaf(4)),
                ("at", __v1::Node::leaf(6)),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 7,
        asides: &[(__v1::Aside::Header("x-signature"), 5)],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "scan",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Object(
                            &[
                                __v1::Fit {
                                    path: "scan.status",
                                    slot: 2,
                                    optional: false,
                                    kind: __v1::Kind::Text,
                                },
                                __v1::Fit {
                                    path: "scan.title",
                                    slot: 3,
                                    optional: true,
                                    kind: __v1::Kind::Text,
                                },
                            ],
                        ),
                    },
                    __v1::Fit {
                        path: "scan_id",
                        slot: 4,
                        optional: false,
                        kind: __v1::Kind::Int,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[2],
        code: &[],
        message: &[&[__v1::Piece::Slot(3)]],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `scan.status`.
    enum ScanStatusCase {
        Queued,
        InProgress,
        Done,
        N0810,
        Self_,
        AbsentWord,
        NotSubmitted,
        Other,
    }
    impl ScanStatusCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 2).text()? {
                    "queued" => Self::Queued,
                    "in progress" => Self::InProgress,
                    "done" => Self::Done,
                    "0810" => Self::N0810,
                    "self" => Self::Self_,
                    "Absent" => Self::AbsentWord,
                    "Not Submitted" => Self::NotSubmitted,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let scan_status = ScanStatusCase::read(slots)?;
        match scan_status {
            ScanStatusCase::Queued
            | ScanStatusCase::InProgress
            | ScanStatusCase::Self_ => ::core::option::Option::Some(0),
            ScanStatusCase::Done => ::core::option::Option::Some(1),
            ScanStatusCase::N0810
            | ScanStatusCase::AbsentWord
            | ScanStatusCase::NotSubmitted => ::core::option::Option::Some(2),
            _ => ::core::option::Option::Some(3),
        }
    }
    impl __v1::Operation for Call {
        type Reply = super::ScannedEvent;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(0));
            request.path("/");
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::ScannedEvent, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::ScannedEvent>>(body)
        }
    }
    impl __v1::Received for Call {
        fn proof(
            &self,
            event: &__v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> ::core::option::Option<__v1::Proof> {
            let slots = &*__v1::slots_with(&READING, event, &[]);
            self.proof_0(event, slots, at)
        }
    }
    impl Call {
        #[allow(unused_variables)]
        fn proof_0(
            &self,
            reply: &__v1::Reply,
            slots: &[__v1::Slot<'_>],
            at: &__v1::Attempt<'_>,
        ) -> ::core::option::Option<__v1::Proof> {
            let parts = __v1::Pairs::of(__v1::at(slots, 5).text()?, ";", ":");
            if !__v1::is_fresh(
                __v1::printed(slots, 6)?,
                __v1::Unit::Timestamp,
                ::core::time::Duration::from_millis(90000),
                at.now,
            ) {
                return ::core::option::Option::Some(__v1::Proof::Known(false));
            }
            ::core::option::Option::Some(
                __v1::Proof::Known(
                    __v1::hmac_sha256(
                            at.secret(0).as_bytes(),
                            &[
                                parts.first("t")?.as_bytes(),
                                ".".as_bytes(),
                                reply.body().as_ref(),
                            ],
                        )
                        .matches_any("v1 ", parts.all("v 1"), __v1::Encoding::Base64),
                ),
            )
        }
    }
}
mod hint {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "hint",
        server: 0,
        tokens: &[],
        method: "POST",
        path: "/",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[("id", __v1::Node::leaf(1))],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 2,
        asides: &[],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "id",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = super::HintEvent;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(0));
            request.path("/");
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::HintEvent, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::HintEvent>>(body)
        }
    }
    impl __v1::Received for Call {}
}
mod proved {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "proved",
        server: 0,
        tokens: &[],
        method: "POST",
        path: "/",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[
        __v1::Rule {
            verdict: __v1::Verdict::State(__v1::State::Succeeded),
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "{ kind: scan }",
            place: "tests/goldens/everything.yaml:517:17",
        },
        __v1::Rule {
            verdict: __v1::Verdict::Unknown,
            partial: false,
            revisable: false,
            every: ::core::option::Option::None,
            within: ::core::option::Option::None,
            confirm: 1,
            then: ::core::option::Option::None,
            facts: "otherwise",
            place: "tests/goldens/everything.yaml:517:48",
        },
    ];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node {
            slot: 0,
            fields: &[
                ("kind", __v1::Node::leaf(1)),
                ("at", __v1::Node::leaf(8)),
                (
                    "by",
                    __v1::Node {
                        slot: 2,
                        fields: &[],
                        items: &[(__v1::Position::At(0), __v1::Node::leaf(3))],
                        each: &[],
                        inner: ::core::option::Option::None,
                    },
                ),
            ],
            items: &[],
            each: &[],
            inner: ::core::option::Option::None,
        },
        slots: 11,
        asides: &[
            (__v1::Aside::Header("x-scheme"), 4),
            (__v1::Aside::Header("x-old"), 5),
            (__v1::Aside::Header("x-kind"), 6),
            (__v1::Aside::Header("authorization"), 7),
            (__v1::Aside::Header("x-sign"), 9),
            (__v1::Aside::Header("x-number"), 10),
        ],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Object(
                &[
                    __v1::Fit {
                        path: "kind",
                        slot: 1,
                        optional: false,
                        kind: __v1::Kind::Text,
                    },
                ],
            ),
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[1],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    /// The cases of `kind`.
    enum KindCase {
        Scan,
        Other,
    }
    impl KindCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "scan" => Self::Scan,
                    _ => Self::Other,
                },
            )
        }
    }
    fn decide(slots: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        let kind = KindCase::read(slots)?;
        match kind {
            KindCase::Scan => ::core::option::Option::Some(0),
            _ => ::core::option::Option::Some(1),
        }
    }
    pub(super) static KIND: ::core::option::Option<__v1::Fit> = ::core::option::Option::Some(__v1::Fit {
        path: "",
        slot: 0,
        optional: false,
        kind: __v1::Kind::Object(
            &[
                __v1::Fit {
                    path: "kind",
                    slot: 1,
                    optional: false,
                    kind: __v1::Kind::Text,
                },
                __v1::Fit {
                    path: "by",
                    slot: 2,
                    optional: true,
                    kind: __v1::Kind::List(
                        &[
                            __v1::Fit {
                                path: "by.0",
                                slot: 3,
                                optional: true,
                                kind: __v1::Kind::Text,
                            },
                        ],
                        &[],
                    ),
                },
            ],
        ),
    });
    /// The cases of `kind`.
    enum KindCase2 {
        N0810,
        Self_,
        StartsWithScan,
        Other,
    }
    impl KindCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 1).text()? {
                    "0810" => Self::N0810,
                    "self" => Self::Self_,
                    text if text.starts_with("scan") => Self::StartsWithScan,
                    _ => Self::Other,
                },
            )
        }
    }
    /// The cases of `by`.
    enum ByCase {
        Absent,
        Present { by_0: By0Case },
    }
    impl ByCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 2) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        Self::Present {
                            by_0: By0Case::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `by.0`.
    enum By0Case {
        Absent,
        Other { by_0_same: By0SameCase },
    }
    impl By0Case {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 3) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        let _ = __v1::at(slots, 3).text()?;
                        Self::Other {
                            by_0_same: By0SameCase::read(slots)?,
                        }
                    }
                },
            )
        }
    }
    /// Whether `by.0` is the same as another place.
    enum By0SameCase {
        Holds,
        HoldsNot,
    }
    impl By0SameCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                if __v1::same(
                    __v1::Family::Text,
                    __v1::at(slots, 3),
                    __v1::at(slots, 1),
                ) {
                    Self::Holds
                } else {
                    Self::HoldsNot
                },
            )
        }
    }
    /// The cases of `$header.x-kind`.
    enum HeaderXKindCase {
        Absent,
        Test,
        Other,
    }
    impl HeaderXKindCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 6) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        match __v1::at(slots, 6).text()? {
                            "test" => Self::Test,
                            _ => Self::Other,
                        }
                    }
                },
            )
        }
    }
    fn is_kind(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let kind = KindCase2::read(slots)?;
            let by = ByCase::read(slots)?;
            let header_x_kind = HeaderXKindCase::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (kind, by, header_x_kind), (KindCase2::N0810, ByCase::Present { by_0
                    : By0Case::Other { by_0_same : By0SameCase::HoldsNot } },
                    HeaderXKindCase::Absent) | (KindCase2::N0810, ByCase::Present { by_0
                    : By0Case::Other { by_0_same : By0SameCase::HoldsNot } },
                    HeaderXKindCase::Other) | (KindCase2::Self_, ByCase::Present { by_0 :
                    By0Case::Other { by_0_same : By0SameCase::HoldsNot } },
                    HeaderXKindCase::Absent) | (KindCase2::Self_, ByCase::Present { by_0
                    : By0Case::Other { by_0_same : By0SameCase::HoldsNot } },
                    HeaderXKindCase::Other) | (KindCase2::StartsWithScan, ByCase::Present
                    { by_0 : By0Case::Other { by_0_same : By0SameCase::HoldsNot } },
                    HeaderXKindCase::Absent) | (KindCase2::StartsWithScan,
                    ByCase::Present { by_0 : By0Case::Other { by_0_same :
                    By0SameCase::HoldsNot } }, HeaderXKindCase::Other)
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `$header.x-scheme`.
    enum HeaderXSchemeCase {
        Absent,
        One,
        Two,
        StartsWithJwt,
        Other,
    }
    impl HeaderXSchemeCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        match __v1::at(slots, 4).text()? {
                            "one" => Self::One,
                            "two" => Self::Two,
                            text if text.starts_with("jwt") => Self::StartsWithJwt,
                            _ => Self::Other,
                        }
                    }
                },
            )
        }
    }
    /// The cases of `$header.x-old`.
    enum HeaderXOldCase {
        Absent,
        Other,
    }
    impl HeaderXOldCase {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 5) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        let _ = __v1::at(slots, 5).text()?;
                        Self::Other
                    }
                },
            )
        }
    }
    fn when_0(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let header_x_scheme = HeaderXSchemeCase::read(slots)?;
            let header_x_old = HeaderXOldCase::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(
                    (header_x_scheme, header_x_old), (HeaderXSchemeCase::One,
                    HeaderXOldCase::Absent) | (HeaderXSchemeCase::Two,
                    HeaderXOldCase::Absent)
                ),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    /// The cases of `$header.x-scheme`.
    enum HeaderXSchemeCase2 {
        Absent,
        One,
        Two,
        StartsWithJwt,
        Other,
    }
    impl HeaderXSchemeCase2 {
        fn read(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __v1::at(slots, 4) {
                    __v1::Slot::Absent | __v1::Slot::Null => Self::Absent,
                    _ => {
                        match __v1::at(slots, 4).text()? {
                            "one" => Self::One,
                            "two" => Self::Two,
                            text if text.starts_with("jwt") => Self::StartsWithJwt,
                            _ => Self::Other,
                        }
                    }
                },
            )
        }
    }
    fn when_1(slots: &[__v1::Slot<'_>]) -> bool {
        fn hold(slots: &[__v1::Slot<'_>]) -> ::core::option::Option<bool> {
            let header_x_scheme = HeaderXSchemeCase2::read(slots)?;
            ::core::option::Option::Some(
                ::core::matches!(header_x_scheme, HeaderXSchemeCase2::StartsWithJwt),
            )
        }
        hold(slots) == ::core::option::Option::Some(true)
    }
    impl __v1::Operation for Call {
        type Reply = super::ProvedEvent;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(0));
            request.path("/");
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<super::ProvedEvent, __v1::DecodeError> {
            __v1::decode::<__v1::read::Rec<super::ProvedEvent>>(body)
        }
    }
    impl __v1::Received for Call {
        fn is_meant(&self, event: &__v1::Reply) -> bool {
            __v1::is_meant(
                &__v1::slots_with(&READING, event, &[]),
                KIND.as_ref(),
                is_kind,
            )
        }
        fn proof(
            &self,
            event: &__v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> ::core::option::Option<__v1::Proof> {
            let slots = &*__v1::slots_with(&READING, event, &[]);
            if when_0(slots) {
                return self.proof_0(event, slots, at);
            }
            if when_1(slots) {
                return self.proof_1(event, slots, at);
            }
            self.proof_2(event, slots, at)
        }
    }
    impl Call {
        #[allow(unused_variables)]
        fn proof_0(
            &self,
            reply: &__v1::Reply,
            slots: &[__v1::Slot<'_>],
            at: &__v1::Attempt<'_>,
        ) -> ::core::option::Option<__v1::Proof> {
            let made_0 = __v1::Encoding::Base64Url
                .encode(&__v1::sha256(&[reply.body().as_ref()]));
            let made_1 = {
                let mut joined = __v1::Joined::new("\n");
                joined.push(__v1::printed(slots, 8)?);
                joined.push(made_0.as_str());
                joined.push(::core::str::from_utf8(reply.body()).ok()?);
                joined.finish()
            };
            if !__v1::is_fresh(
                __v1::printed(slots, 8)?,
                __v1::Unit::UnixMillis,
                ::core::time::Duration::from_millis(60000),
                at.now,
            ) {
                return ::core::option::Option::Some(__v1::Proof::Known(false));
            }
            ::core::option::Option::Some({
                __v1::needs_jwt::<__v1::On>();
                __v1::Proof::ed25519(
                    &[made_1.as_bytes(), __v1::printed(slots, 1)?.as_bytes()],
                    __v1::at(slots, 9).text(),
                    __v1::Encoding::Base64,
                    {
                        let of = ::std::vec![];
                        let call = super::key_set::Call {
                            settings: ::std::sync::Arc::clone(&self.settings),
                        };
                        __v1::KeySource::vendor(call, &["the keys"], of)
                    },
                )
            })
        }
        #[allow(unused_variables)]
        fn proof_1(
            &self,
            reply: &__v1::Reply,
            slots: &[__v1::Slot<'_>],
            at: &__v1::Attempt<'_>,
        ) -> ::core::option::Option<__v1::Proof> {
            let parts = __v1::Pairs::of(__v1::at(slots, 7).text()?, ",", " ");
            let made_0 = __v1::Encoding::Base64Url
                .encode(&__v1::sha256(&[reply.body().as_ref()]));
            if !__v1::is_fresh(
                __v1::printed(slots, 8)?,
                __v1::Unit::UnixMillis,
                ::core::time::Duration::from_millis(60000),
                at.now,
            ) {
                return ::core::option::Option::Some(__v1::Proof::Known(false));
            }
            ::core::option::Option::Some({
                __v1::needs_jwt::<__v1::On>();
                let token = parts.first("Bearer")?;
                __v1::Proof::jwt(
                    token,
                    &["ES256", "RS512"],
                    ::std::vec![
                        (& ["body", "sha256"] as & [& str],
                        ::std::string::String::from(made_0.as_str())), (& ["at"] as & [&
                        str], ::std::string::String::from(__v1::printed(slots, 8) ?)), (&
                        ["https://acme.example/kind"] as & [& str],
                        ::std::string::String::from(["kind ", __v1::printed(slots, 1) ?]
                        .concat().as_str()))
                    ],
                    ::core::option::Option::None,
                    {
                        let with_0 = ::std::string::String::from(
                            __v1::printed(slots, 10)?,
                        );
                        let with_1 = __v1::jwt_header(token, "kid")?;
                        let of = ::std::vec![
                            ("number", ::std::string::String::from(& * with_0)), ("type",
                            ::std::string::String::from(& * with_1))
                        ];
                        let call = super::type_of_key::Call {
                            settings: ::std::sync::Arc::clone(&self.settings),
                            number: with_0.parse::<i64>().ok()?,
                            kind: ::std::string::String::from("sig"),
                            by: ::core::option::Option::Some(TypeOfKeyBy::Type(with_1)),
                        };
                        __v1::KeySource::vendor(call, &["key"], of)
                    },
                )
            })
        }
        #[allow(unused_variables)]
        fn proof_2(
            &self,
            reply: &__v1::Reply,
            slots: &[__v1::Slot<'_>],
            at: &__v1::Attempt<'_>,
        ) -> ::core::option::Option<__v1::Proof> {
            let made_0 = __v1::Encoding::Base64Url
                .encode(&__v1::sha256(&[reply.body().as_ref()]));
            let made_1 = {
                let mut joined = __v1::Joined::new("\n");
                joined.push(__v1::printed(slots, 8)?);
                joined.push(made_0.as_str());
                joined.push(::core::str::from_utf8(reply.body()).ok()?);
                joined.finish()
            };
            if !__v1::is_fresh(
                __v1::printed(slots, 8)?,
                __v1::Unit::UnixMillis,
                ::core::time::Duration::from_millis(60000),
                at.now,
            ) {
                return ::core::option::Option::Some(__v1::Proof::Known(false));
            }
            ::core::option::Option::Some(
                __v1::Proof::Known(
                    __v1::hmac_sha512(
                            &__v1::key_bytes(
                                at.secret(0).as_bytes(),
                                __v1::Encoding::Base64,
                            ),
                            &[made_1.as_bytes()],
                        )
                        .matches_any("", __v1::at(slots, 9).text(), __v1::Encoding::Hex),
                ),
            )
        }
    }
}
mod claimed {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    static META: __v1::Meta = __v1::Meta {
        vendor: "everything",
        operation: "claimed",
        server: 0,
        tokens: &[],
        method: "POST",
        path: "/",
        limits: __v1::Limits::new(::core::time::Duration::from_millis(2000))
            .with_rates(
                &[
                    __v1::Rate {
                        calls: 1000,
                        per: ::core::time::Duration::from_millis(3600000),
                    },
                ],
            )
            .with_concurrent(8),
        poll: __v1::Poll::new(::core::time::Duration::from_millis(3660000)),
        safe_to_repeat: false,
        etag: false,
        rules: RULES,
    };
    pub(super) static RULES: &[__v1::Rule] = &[];
    pub(super) static READING: __v1::Reading = __v1::Reading {
        node: __v1::Node::leaf(0),
        slots: 2,
        asides: &[(__v1::Aside::Header("x-jwt"), 1)],
        answer: __v1::Fit {
            path: "",
            slot: 0,
            optional: false,
            kind: __v1::Kind::Json,
        },
        errors: &[],
        also: false,
        rules: RULES,
        overrides: &[],
        decide,
        unsigned: false,
        others: ::core::option::Option::None,
        word: &[],
        code: &[],
        message: &[],
        hints: ::core::option::Option::None,
        any_body: false,
    };
    fn decide(_: &[__v1::Slot<'_>], _: &__v1::Known) -> ::core::option::Option<u16> {
        ::core::option::Option::None
    }
    impl __v1::Operation for Call {
        type Reply = ::settled::Json;
        fn meta(&self) -> &'static __v1::Meta {
            let _ = &self.settings;
            &META
        }
        fn request(
            &self,
            at: &__v1::Attempt<'_>,
        ) -> ::core::result::Result<__v1::Request, __v1::InvalidInput> {
            let mut request = __v1::Compose::new(__v1::Method::POST, at.base(0));
            request.path("/");
            request.finish()
        }
        fn judge<'r>(
            &self,
            reply: &'r __v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> __v1::Judgement<'r> {
            __v1::judge(
                &READING,
                reply,
                &__v1::Asked {
                    at,
                    given: &[],
                    verify: ::core::option::Option::None,
                },
            )
        }
        fn decode(
            &self,
            body: &[u8],
        ) -> ::core::result::Result<::settled::Json, __v1::DecodeError> {
            __v1::decode::<__v1::read::Json>(body)
        }
    }
    impl __v1::Received for Call {
        fn proof(
            &self,
            event: &__v1::Reply,
            at: &__v1::Attempt<'_>,
        ) -> ::core::option::Option<__v1::Proof> {
            let slots = &*__v1::slots_with(&READING, event, &[]);
            self.proof_0(event, slots, at)
        }
    }
    impl Call {
        #[allow(unused_variables)]
        fn proof_0(
            &self,
            reply: &__v1::Reply,
            slots: &[__v1::Slot<'_>],
            at: &__v1::Attempt<'_>,
        ) -> ::core::option::Option<__v1::Proof> {
            ::core::option::Option::Some({
                __v1::needs_jwt::<__v1::On>();
                let token = __v1::printed(slots, 1)?;
                __v1::Proof::jwt(
                    token,
                    &["HS384"],
                    ::std::vec![],
                    ::core::option::Option::Some((
                        &["iat"] as &[&str],
                        __v1::Unit::UnixSeconds,
                        ::core::time::Duration::from_millis(3600000),
                    )),
                    __v1::KeySource::given(
                        &__v1::key_bytes(at.secret(0).as_bytes(), __v1::Encoding::Hex),
                    ),
                )
            })
        }
    }
}
/// The jobs `scanning` of a client.
#[derive(Clone)]
pub struct ScanningJobs {
    core: __v1::Client,
    settings: ::std::sync::Arc<Settings>,
}
impl ::core::fmt::Debug for ScanningJobs {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ScanningJobs")
            .field("client", &self.core)
            .finish_non_exhaustive()
    }
}
impl ScanningJobs {
    /// Waits for many that were submitted before, and asks about all of them together.
    pub fn wait_all(
        &self,
        handles: impl ::core::iter::IntoIterator<Item = ScanningHandle>,
    ) -> ::settled::WaitAll<ScanningJob> {
        let settings = ::core::clone::Clone::clone(&self.settings);
        __v1::wait_all(
            ::core::clone::Clone::clone(&self.core),
            __links_scanning::together(settings),
            handles,
        )
    }
    /// One that was submitted before, by what was kept of it.
    pub fn at(&self, handle: ScanningHandle) -> ::settled::Job<ScanningJob> {
        let settings = ::core::clone::Clone::clone(&self.settings);
        __v1::job(
            ::core::clone::Clone::clone(&self.core),
            __links_scanning::links(settings),
            handle,
        )
    }
}
/// What must be kept to find a job `scanning` again.
#[derive(Clone)]
#[non_exhaustive]
pub struct ScanningHandle {
    /// The `scan id`.
    pub scan_id: i64,
}
impl ScanningHandle {
    /// A handle of what was kept.
    pub fn new(scan_id: i64) -> Self {
        ScanningHandle { scan_id }
    }
}
impl ::core::fmt::Debug for ScanningHandle {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ScanningHandle").field("scan_id", &self.scan_id).finish()
    }
}
/// The type of jobs `scanning`.
#[derive(Debug)]
pub enum ScanningJob {}
impl ::settled::JobSpec for ScanningJob {
    type Handle = ScanningHandle;
    type Reply = ScanReply;
    type Result = ();
    type Cancelled = ();
    type Submission = ();
    fn submission(body: &[u8]) -> ::core::result::Result<(), __v1::DecodeError> {
        {
            let _ = body;
            ::core::result::Result::Ok(())
        }
    }
}
mod __links_scanning {
    #[allow(unused_imports)]
    use super::*;
    struct Links {
        settings: ::std::sync::Arc<Settings>,
    }
    pub(super) fn links(
        settings: ::std::sync::Arc<Settings>,
    ) -> ::std::sync::Arc<dyn __v1::Links<ScanningJob>> {
        ::std::sync::Arc::new(Links { settings })
    }
    impl __v1::Links<ScanningJob> for Links {
        #[allow(unused_variables)]
        fn status(
            &self,
            handle: &super::ScanningHandle,
        ) -> ::std::boxed::Box<dyn __v1::Operation<Reply = super::ScanReply>> {
            let settings = &self.settings;
            ::std::boxed::Box::new(scan::Call {
                settings: ::std::sync::Arc::clone(settings),
                scan_id: ::core::clone::Clone::clone(&handle.scan_id),
            })
        }
    }
    pub(super) fn together(
        settings: ::std::sync::Arc<Settings>,
    ) -> ::std::sync::Arc<dyn __v1::Together<ScanningJob>> {
        ::std::sync::Arc::new(Links { settings })
    }
    impl ::settled::HasBatch for ScanningJob {}
    impl __v1::Together<ScanningJob> for Links {
        fn at_most(&self) -> usize {
            50
        }
        fn ask(
            &self,
            handles: &[&super::ScanningHandle],
        ) -> ::std::boxed::Box<dyn __v1::Operation<Reply = ()>> {
            let settings = &self.settings;
            __v1::silent(scans::Call {
                settings: ::std::sync::Arc::clone(settings),
                ids: handles
                    .iter()
                    .map(|handle| ::core::clone::Clone::clone(&handle.scan_id))
                    .collect(),
                page: ::core::option::Option::None,
            })
        }
        fn id(&self, handle: &super::ScanningHandle) -> ::std::string::String {
            ::std::string::ToString::to_string(&handle.scan_id)
        }
        fn items(&self) -> &'static __v1::Items {
            static ITEMS: __v1::Items = __v1::Items {
                path: &["data", "scans"],
                id: ::core::option::Option::None,
                part: ::core::option::Option::Some("scan"),
            };
            &ITEMS
        }
    }
}
/// The jobs `export_job` of a client.
#[derive(Clone)]
pub struct ExportJobJobs {
    core: __v1::Client,
    settings: ::std::sync::Arc<Settings>,
}
impl ::core::fmt::Debug for ExportJobJobs {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ExportJobJobs")
            .field("client", &self.core)
            .finish_non_exhaustive()
    }
}
impl ExportJobJobs {
    /// Submits one.
    pub fn submit(
        &self,
    ) -> ExportJobSubmit<__v1::Missing, __v1::Missing, __v1::Missing> {
        ExportJobSubmit {
            client: ::core::clone::Clone::clone(&self.core),
            call: __job_export_job::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                format: __v1::word_of(""),
                tag: ::core::option::Option::None,
                place: ::std::string::String::new(),
                limit: 10,
                data: ::std::string::String::new(),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// One that was submitted before, by what was kept of it.
    pub fn at(&self, handle: ExportJobHandle) -> ::settled::Job<ExportJobJob> {
        let settings = ::core::clone::Clone::clone(&self.settings);
        __v1::job(
            ::core::clone::Clone::clone(&self.core),
            __links_export_job::links(settings),
            handle,
        )
    }
}
/// What must be kept to find a job `export_job` again.
#[derive(Clone)]
#[non_exhaustive]
pub struct ExportJobHandle {
    /// The `export`.
    pub export: ::std::string::String,
    /// The `status url`.
    pub status_url: ::std::string::String,
    /// The `number`.
    pub number: i64,
    /// The `token`.
    pub token: ::settled::Secret,
    /// The `place`.
    pub place: ::std::string::String,
}
impl ExportJobHandle {
    /// A handle of what was kept.
    pub fn new(
        export: impl ::core::convert::Into<::std::string::String>,
        status_url: impl ::core::convert::Into<::std::string::String>,
        number: i64,
        token: impl ::core::convert::Into<::settled::Secret>,
        place: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        ExportJobHandle {
            export: export.into(),
            status_url: status_url.into(),
            number,
            token: token.into(),
            place: place.into(),
        }
    }
}
impl ::core::fmt::Debug for ExportJobHandle {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ExportJobHandle")
            .field("export", &self.export)
            .field("status_url", &::core::format_args!("[redacted]"))
            .field("number", &self.number)
            .field("token", &self.token)
            .field("place", &self.place)
            .finish()
    }
}
/// The type of jobs `export_job`.
#[derive(Debug)]
pub enum ExportJobJob {}
impl ::settled::JobSpec for ExportJobJob {
    type Handle = ExportJobHandle;
    type Reply = ExportStateReply;
    type Result = ::settled::Bytes;
    type Cancelled = ();
    type Submission = ::settled::Json;
    fn submission(
        body: &[u8],
    ) -> ::core::result::Result<::settled::Json, __v1::DecodeError> {
        __v1::decode::<__v1::read::Json>(body)
    }
}
impl ::settled::HasResult for ExportJobJob {}
impl ::settled::HasCancel for ExportJobJob {}
mod __links_export_job {
    #[allow(unused_imports)]
    use super::*;
    struct Links {
        settings: ::std::sync::Arc<Settings>,
    }
    pub(super) fn links(
        settings: ::std::sync::Arc<Settings>,
    ) -> ::std::sync::Arc<dyn __v1::Links<ExportJobJob>> {
        ::std::sync::Arc::new(Links { settings })
    }
    impl __v1::Links<ExportJobJob> for Links {
        #[allow(unused_variables)]
        fn status(
            &self,
            handle: &super::ExportJobHandle,
        ) -> ::std::boxed::Box<dyn __v1::Operation<Reply = super::ExportStateReply>> {
            let settings = &self.settings;
            ::std::boxed::Box::new(export_state::Call {
                settings: ::std::sync::Arc::clone(settings),
                status_url: ::core::clone::Clone::clone(&handle.status_url),
                number: ::core::clone::Clone::clone(&handle.number),
                part: ::core::option::Option::None,
                place: ::core::clone::Clone::clone(&handle.place),
            })
        }
        #[allow(unused_variables)]
        fn result(
            &self,
            handle: &super::ExportJobHandle,
            reply: &__v1::Reply,
            decision: ::core::option::Option<&__v1::Reply>,
            hops: &[__v1::Reply],
        ) -> ::core::result::Result<
            ::std::boxed::Box<dyn __v1::Operation<Reply = ::settled::Bytes>>,
            __v1::DecodeError,
        > {
            let settings = &self.settings;
            ::core::result::Result::Ok(
                ::std::boxed::Box::new(export_file::Call {
                    settings: ::std::sync::Arc::clone(settings),
                    download: __v1::take(
                        &export_state::READING,
                        reply,
                        &__v1::Taken {
                            texts: &[&[__v1::Piece::Slot(6)]],
                            rel: ::core::option::Option::None,
                            like: ::core::option::Option::None,
                        },
                        "download",
                    )?,
                    area: ::core::option::Option::None,
                }),
            )
        }
        #[allow(unused_variables)]
        fn cancel(
            &self,
            handle: &super::ExportJobHandle,
        ) -> ::core::option::Option<::std::boxed::Box<dyn __v1::Operation<Reply = ()>>> {
            let settings = &self.settings;
            ::core::option::Option::Some(
                ::std::boxed::Box::new(stop_export::Call {
                    settings: ::std::sync::Arc::clone(settings),
                    export: ::core::clone::Clone::clone(&handle.export),
                    token: ::core::clone::Clone::clone(&handle.token),
                }),
            )
        }
    }
}
/// A call of `start_export`, in the making.
///
/// It can be made once `format`, `place`, `data` are given.
#[must_use = "a call does nothing until it is sent"]
pub struct ExportJobSubmit<
    Format = __v1::Given,
    Place = __v1::Given,
    Data = __v1::Given,
> {
    client: __v1::Client,
    call: __job_export_job::Call,
    given: ::core::marker::PhantomData<(Format, Place, Data)>,
}
impl<Format, Place, Data> ::core::fmt::Debug for ExportJobSubmit<Format, Place, Data> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ExportJobSubmit")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl<Place, Data> ExportJobSubmit<__v1::Missing, Place, Data> {
    /// The input `format`.
    pub fn format(
        mut self,
        value: impl ::core::convert::Into<StartExportFormat>,
    ) -> ExportJobSubmit<__v1::Given, Place, Data> {
        self.call.format = value.into();
        ExportJobSubmit {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Format, Data> ExportJobSubmit<Format, __v1::Missing, Data> {
    /// The input `place`.
    pub fn place(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> ExportJobSubmit<Format, __v1::Given, Data> {
        self.call.place = value.into();
        ExportJobSubmit {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Format, Place> ExportJobSubmit<Format, Place, __v1::Missing> {
    /// The input `data`.
    pub fn data(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> ExportJobSubmit<Format, Place, __v1::Given> {
        self.call.data = value.into();
        ExportJobSubmit {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<Format, Place, Data> ExportJobSubmit<Format, Place, Data> {
    /// The input `tag`.
    ///
    /// Left out unless said.
    pub fn tag(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.tag = ::core::option::Option::Some(value.into());
        self
    }
    /// The input `limit`.
    ///
    /// `10` unless said.
    pub fn limit(mut self, value: i64) -> Self {
        self.call.limit = value;
        self
    }
    /// Submits the job, once.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors. Where the fate of a request is not known, the kind
    /// is `MayHaveArrived`.
    pub async fn send(
        self,
    ) -> ::core::result::Result<::settled::Job<ExportJobJob>, ::settled::Error>
    where
        Format: __v1::IsGiven,
        Place: __v1::IsGiven,
        Data: __v1::IsGiven,
    {
        __v1::submit(self.client, self.call).await
    }
    /// Submits the job and waits until it is settled. For the options of the wait, `send` it first.
    ///
    /// # Errors
    ///
    /// As `send`, and as the wait.
    pub async fn wait(
        self,
    ) -> ::core::result::Result<::settled::Done<ExportJobJob>, ::settled::Error>
    where
        Format: __v1::IsGiven,
        Place: __v1::IsGiven,
        Data: __v1::IsGiven,
    {
        __v1::submit_and_wait(self.client, self.call).await
    }
}
mod __job_export_job {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) format: StartExportFormat,
        pub(super) tag: ::core::option::Option<::std::string::String>,
        pub(super) place: ::std::string::String,
        pub(super) limit: i64,
        pub(super) data: ::std::string::String,
    }
    impl __v1::Submit for Call {
        type Job = ExportJobJob;
        const STEPS: usize = 2;
        const TELLS_STATE: bool = false;
        fn links(&self) -> ::std::sync::Arc<dyn __v1::Links<ExportJobJob>> {
            __links_export_job::links(::std::sync::Arc::clone(&self.settings))
        }
        #[allow(unused_variables)]
        fn step(
            &self,
            at: usize,
            replies: &[__v1::Reply],
        ) -> ::core::result::Result<
            ::std::boxed::Box<dyn __v1::Operation<Reply = ()>>,
            __v1::DecodeError,
        > {
            let settings = &self.settings;
            if at == 0 {
                return ::core::result::Result::Ok(
                    __v1::silent(start_export::Call {
                        settings: ::std::sync::Arc::clone(settings),
                        format: ::core::clone::Clone::clone(&self.format),
                        tag: ::core::clone::Clone::clone(&self.tag),
                        place: ::core::clone::Clone::clone(&self.place),
                        limit: ::core::clone::Clone::clone(&self.limit),
                    }),
                );
            }
            if at == 1 {
                return ::core::result::Result::Ok(
                    __v1::silent(feed_export::Call {
                        settings: ::std::sync::Arc::clone(settings),
                        export: __v1::take(
                            &start_export::READING,
                            __v1::reply_of(replies, 0)?,
                            &__v1::Taken {
                                texts: &[&[__v1::Piece::Slot(1)]],
                                rel: ::core::option::Option::None,
                                like: ::core::option::Option::None,
                            },
                            "export",
                        )?,
                        data: ::core::clone::Clone::clone(&self.data),
                        place: ::core::clone::Clone::clone(&self.place),
                    }),
                );
            }
            ::core::result::Result::Err(__v1::DecodeError::new("there is no such step"))
        }
        #[allow(unused_variables)]
        fn handle(
            &self,
            replies: &[__v1::Reply],
        ) -> ::core::result::Result<ExportJobHandle, __v1::DecodeError> {
            ::core::result::Result::Ok(ExportJobHandle {
                export: __v1::take(
                    &start_export::READING,
                    __v1::reply_of(replies, 0)?,
                    &__v1::Taken {
                        texts: &[&[__v1::Piece::Slot(1)]],
                        rel: ::core::option::Option::None,
                        like: ::core::option::Option::None,
                    },
                    "export",
                )?,
                status_url: __v1::take(
                    &start_export::READING,
                    __v1::reply_of(replies, 0)?,
                    &__v1::Taken {
                        texts: &[&[__v1::Piece::Slot(3)], &[__v1::Piece::Slot(4)]],
                        rel: ::core::option::Option::None,
                        like: ::core::option::Option::None,
                    },
                    "status url",
                )?,
                number: __v1::whole_number(
                    &__v1::take(
                        &start_export::READING,
                        __v1::reply_of(replies, 0)?,
                        &__v1::Taken {
                            texts: &[&[__v1::Piece::Slot(5)]],
                            rel: ::core::option::Option::None,
                            like: ::core::option::Option::None,
                        },
                        "number",
                    )?,
                    "number",
                )?,
                token: ::settled::Secret::new(
                    __v1::take(
                        &start_export::READING,
                        __v1::reply_of(replies, 0)?,
                        &__v1::Taken {
                            texts: &[&[__v1::Piece::Slot(6)]],
                            rel: ::core::option::Option::None,
                            like: ::core::option::Option::None,
                        },
                        "token",
                    )?,
                ),
                place: ::core::clone::Clone::clone(&self.place),
            })
        }
    }
}
/// The jobs `by_tag` of a client.
#[derive(Clone)]
pub struct ByTagJobs {
    core: __v1::Client,
    settings: ::std::sync::Arc<Settings>,
}
impl ::core::fmt::Debug for ByTagJobs {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ByTagJobs").field("client", &self.core).finish_non_exhaustive()
    }
}
impl ByTagJobs {
    /// Submits one.
    pub fn submit(&self) -> ByTagSubmit<__v1::Missing, __v1::Missing> {
        ByTagSubmit {
            client: ::core::clone::Clone::clone(&self.core),
            call: __job_by_tag::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
                by_hand: false,
                tag: ::core::option::Option::None,
                by: ::core::option::Option::None,
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// One that was submitted before, by what was kept of it.
    pub fn at(&self, handle: ByTagHandle) -> ::settled::Job<ByTagJob> {
        let settings = ::core::clone::Clone::clone(&self.settings);
        __v1::job(
            ::core::clone::Clone::clone(&self.core),
            __links_by_tag::links(settings),
            handle,
        )
    }
}
/// What must be kept to find a job `by_tag` again.
#[derive(Clone)]
#[non_exhaustive]
pub struct ByTagHandle {
    /// The `export`.
    pub export: ::std::string::String,
}
impl ByTagHandle {
    /// A handle of what was kept.
    pub fn new(export: impl ::core::convert::Into<::std::string::String>) -> Self {
        ByTagHandle {
            export: export.into(),
        }
    }
}
impl ::core::fmt::Debug for ByTagHandle {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ByTagHandle").field("export", &self.export).finish()
    }
}
/// The type of jobs `by_tag`.
#[derive(Debug)]
pub enum ByTagJob {}
impl ::settled::JobSpec for ByTagJob {
    type Handle = ByTagHandle;
    type Reply = Found;
    type Result = ::std::string::String;
    type Cancelled = ();
    type Submission = ExportReply;
    fn submission(
        body: &[u8],
    ) -> ::core::result::Result<ExportReply, __v1::DecodeError> {
        __v1::decode::<__v1::read::Rec<ExportReply>>(body)
    }
}
impl ::settled::HasResult for ByTagJob {}
mod __links_by_tag {
    #[allow(unused_imports)]
    use super::*;
    struct Links {
        settings: ::std::sync::Arc<Settings>,
    }
    pub(super) fn links(
        settings: ::std::sync::Arc<Settings>,
    ) -> ::std::sync::Arc<dyn __v1::Links<ByTagJob>> {
        ::std::sync::Arc::new(Links { settings })
    }
    impl __v1::Links<ByTagJob> for Links {
        #[allow(unused_variables)]
        fn status(
            &self,
            handle: &super::ByTagHandle,
        ) -> ::std::boxed::Box<dyn __v1::Operation<Reply = super::Found>> {
            let settings = &self.settings;
            ::std::boxed::Box::new(find_by::Call {
                settings: ::std::sync::Arc::clone(settings),
                by: ::core::option::Option::Some(
                    FindByBy::Export(::core::clone::Clone::clone(&handle.export)),
                ),
            })
        }
        #[allow(unused_variables)]
        fn result(
            &self,
            handle: &super::ByTagHandle,
            reply: &__v1::Reply,
            decision: ::core::option::Option<&__v1::Reply>,
            hops: &[__v1::Reply],
        ) -> ::core::result::Result<
            ::std::boxed::Box<dyn __v1::Operation<Reply = ::std::string::String>>,
            __v1::DecodeError,
        > {
            let settings = &self.settings;
            ::core::result::Result::Ok(
                ::std::boxed::Box::new(bare::Call {
                    settings: ::std::sync::Arc::clone(settings),
                }),
            )
        }
    }
}
/// A call of `export`, in the making.
///
/// It can be made once `by_hand`, `job_id` or `policy id` are given.
#[must_use = "a call does nothing until it is waited for"]
pub struct ByTagSubmit<ByHand = __v1::Given, By = __v1::Given> {
    client: __v1::Client,
    call: __job_by_tag::Call,
    given: ::core::marker::PhantomData<(ByHand, By)>,
}
impl<ByHand, By> ::core::fmt::Debug for ByTagSubmit<ByHand, By> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("ByTagSubmit")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl<By> ByTagSubmit<__v1::Missing, By> {
    /// The input `by_hand`.
    pub fn by_hand(mut self, value: bool) -> ByTagSubmit<__v1::Given, By> {
        self.call.by_hand = value;
        ByTagSubmit {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<ByHand> ByTagSubmit<ByHand, __v1::Missing> {
    /// The input `job_id`.
    pub fn job_id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> ByTagSubmit<ByHand, __v1::Given> {
        self.call.by = ::core::option::Option::Some(ByTagSubmitBy::JobId(value.into()));
        ByTagSubmit {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
    /// The input `policy id`.
    pub fn policy_id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> ByTagSubmit<ByHand, __v1::Given> {
        self.call.by = ::core::option::Option::Some(
            ByTagSubmitBy::PolicyId(value.into()),
        );
        ByTagSubmit {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
    /// One of the inputs of which exactly one is given.
    pub fn by(mut self, by: ByTagSubmitBy) -> ByTagSubmit<ByHand, __v1::Given> {
        self.call.by = ::core::option::Option::Some(by);
        ByTagSubmit {
            client: self.client,
            call: self.call,
            given: ::core::marker::PhantomData,
        }
    }
}
impl<ByHand, By> ByTagSubmit<ByHand, By> {
    /// The input `tag`.
    ///
    /// Left out unless said.
    pub fn tag(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        self.call.tag = ::core::option::Option::Some(value.into());
        self
    }
    /// Submits the job, once.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors. Where the fate of a request is not known, the kind
    /// is `MayHaveArrived`.
    pub async fn send(
        self,
    ) -> ::core::result::Result<::settled::Job<ByTagJob>, ::settled::Error>
    where
        ByHand: __v1::IsGiven,
        By: __v1::IsGiven,
    {
        __v1::submit(self.client, self.call).await
    }
    /// Submits the job and waits until it is settled. For the options of the wait, `send` it first.
    ///
    /// # Errors
    ///
    /// As `send`, and as the wait.
    pub async fn wait(
        self,
    ) -> ::core::result::Result<::settled::Done<ByTagJob>, ::settled::Error>
    where
        ByHand: __v1::IsGiven,
        By: __v1::IsGiven,
    {
        __v1::submit_and_wait(self.client, self.call).await
    }
}
/// Exactly one of `job_id`, `policy id`.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ByTagSubmitBy {
    /// The input `job_id`.
    JobId(::std::string::String),
    /// The input `policy id`.
    PolicyId(::std::string::String),
}
impl ByTagSubmitBy {
    /// The first that is given, in the vendor's order: `job_id`, `policy id`.
    ///
    /// # Errors
    ///
    /// Where none is given.
    pub fn from_options(
        job_id: ::core::option::Option<::std::string::String>,
        policy_id: ::core::option::Option<::std::string::String>,
    ) -> ::core::result::Result<Self, ::settled::InvalidInput> {
        let given = ::core::option::Option::None;
        let given = given.or(job_id.map(ByTagSubmitBy::JobId));
        let given = given.or(policy_id.map(ByTagSubmitBy::PolicyId));
        given
            .ok_or(
                ::settled::InvalidInput::new("by", "needs one of `job_id`, `policy id`"),
            )
    }
}
impl ::core::fmt::Debug for ByTagSubmitBy {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(
            match self {
                ByTagSubmitBy::JobId(_) => ::core::stringify!(JobId),
                ByTagSubmitBy::PolicyId(_) => ::core::stringify!(PolicyId),
            },
        )
    }
}
mod __job_by_tag {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
        pub(super) by_hand: bool,
        pub(super) tag: ::core::option::Option<::std::string::String>,
        pub(super) by: ::core::option::Option<ByTagSubmitBy>,
    }
    impl __v1::Submit for Call {
        type Job = ByTagJob;
        const STEPS: usize = 1;
        const TELLS_STATE: bool = false;
        fn links(&self) -> ::std::sync::Arc<dyn __v1::Links<ByTagJob>> {
            __links_by_tag::links(::std::sync::Arc::clone(&self.settings))
        }
        #[allow(unused_variables)]
        fn step(
            &self,
            at: usize,
            replies: &[__v1::Reply],
        ) -> ::core::result::Result<
            ::std::boxed::Box<dyn __v1::Operation<Reply = ()>>,
            __v1::DecodeError,
        > {
            let settings = &self.settings;
            if at == 0 {
                return ::core::result::Result::Ok(
                    __v1::silent(export::Call {
                        settings: ::std::sync::Arc::clone(settings),
                        by_hand: ::core::clone::Clone::clone(&self.by_hand),
                        tag: ::core::clone::Clone::clone(&self.tag),
                        by: self
                            .by
                            .as_ref()
                            .map(|by| match by {
                                ByTagSubmitBy::JobId(value) => {
                                    ExportBy::JobId(::core::clone::Clone::clone(value))
                                }
                                ByTagSubmitBy::PolicyId(value) => {
                                    ExportBy::PolicyId(::core::clone::Clone::clone(value))
                                }
                            }),
                    }),
                );
            }
            ::core::result::Result::Err(__v1::DecodeError::new("there is no such step"))
        }
        #[allow(unused_variables)]
        fn handle(
            &self,
            replies: &[__v1::Reply],
        ) -> ::core::result::Result<ByTagHandle, __v1::DecodeError> {
            ::core::result::Result::Ok(ByTagHandle {
                export: __v1::take(
                    &export::READING,
                    __v1::reply_of(replies, 0)?,
                    &__v1::Taken {
                        texts: &[&[__v1::Piece::Slot(3)]],
                        rel: ::core::option::Option::None,
                        like: ::core::option::Option::Some(("/exports/", "")),
                    },
                    "export",
                )?,
            })
        }
    }
}
/// The jobs `settled_at_once` of a client.
#[derive(Clone)]
pub struct SettledAtOnceJobs {
    core: __v1::Client,
    settings: ::std::sync::Arc<Settings>,
}
impl ::core::fmt::Debug for SettledAtOnceJobs {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("SettledAtOnceJobs")
            .field("client", &self.core)
            .finish_non_exhaustive()
    }
}
impl SettledAtOnceJobs {
    /// Submits one.
    pub fn submit(&self) -> SettledAtOnceSubmit {
        SettledAtOnceSubmit {
            client: ::core::clone::Clone::clone(&self.core),
            call: __job_settled_at_once::Call {
                settings: ::core::clone::Clone::clone(&self.settings),
            },
            given: ::core::marker::PhantomData,
        }
    }
    /// One that was submitted before, by what was kept of it.
    pub fn at(&self, handle: SettledAtOnceHandle) -> ::settled::Job<SettledAtOnceJob> {
        let settings = ::core::clone::Clone::clone(&self.settings);
        __v1::job(
            ::core::clone::Clone::clone(&self.core),
            __links_settled_at_once::links(settings),
            handle,
        )
    }
}
/// What must be kept to find a job `settled_at_once` again.
#[derive(Clone)]
#[non_exhaustive]
pub struct SettledAtOnceHandle {
    /// The `tag`.
    pub tag: ::core::option::Option<::std::string::String>,
}
impl SettledAtOnceHandle {
    /// A handle of what was kept.
    pub fn new(tag: ::core::option::Option<::std::string::String>) -> Self {
        SettledAtOnceHandle { tag }
    }
}
impl ::core::fmt::Debug for SettledAtOnceHandle {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("SettledAtOnceHandle").field("tag", &self.tag).finish()
    }
}
/// The type of jobs `settled_at_once`.
#[derive(Debug)]
pub enum SettledAtOnceJob {}
impl ::settled::JobSpec for SettledAtOnceJob {
    type Handle = SettledAtOnceHandle;
    type Reply = Found;
    type Result = ::settled::Bytes;
    type Cancelled = ();
    type Submission = Found;
    fn submission(body: &[u8]) -> ::core::result::Result<Found, __v1::DecodeError> {
        __v1::decode::<__v1::read::Rec<Found>>(body)
    }
}
impl ::settled::HasResult for SettledAtOnceJob {}
mod __links_settled_at_once {
    #[allow(unused_imports)]
    use super::*;
    struct Links {
        settings: ::std::sync::Arc<Settings>,
    }
    pub(super) fn links(
        settings: ::std::sync::Arc<Settings>,
    ) -> ::std::sync::Arc<dyn __v1::Links<SettledAtOnceJob>> {
        ::std::sync::Arc::new(Links { settings })
    }
    impl __v1::Links<SettledAtOnceJob> for Links {
        #[allow(unused_variables)]
        fn status(
            &self,
            handle: &super::SettledAtOnceHandle,
        ) -> ::std::boxed::Box<dyn __v1::Operation<Reply = super::Found>> {
            let settings = &self.settings;
            ::std::boxed::Box::new(find_by::Call {
                settings: ::std::sync::Arc::clone(settings),
                by: ::core::clone::Clone::clone(&handle.tag).map(FindByBy::Tag),
            })
        }
        #[allow(unused_variables)]
        fn hop(
            &self,
            at: usize,
            handle: &super::SettledAtOnceHandle,
            reply: &__v1::Reply,
            decision: ::core::option::Option<&__v1::Reply>,
            hops: &[__v1::Reply],
        ) -> ::core::result::Result<
            ::core::option::Option<::std::boxed::Box<dyn __v1::Operation<Reply = ()>>>,
            __v1::DecodeError,
        > {
            let settings = &self.settings;
            match at {
                0 => {
                    ::core::result::Result::Ok(
                        ::core::option::Option::Some(
                            __v1::silent(locate::Call {
                                settings: ::std::sync::Arc::clone(settings),
                                id: __v1::take(
                                    &find_by::READING,
                                    reply,
                                    &__v1::Taken {
                                        texts: &[&[__v1::Piece::Slot(2)]],
                                        rel: ::core::option::Option::None,
                                        like: ::core::option::Option::None,
                                    },
                                    "id",
                                )?,
                                tag: ::core::option::Option::Some(
                                    __v1::take(
                                        &find_by::READING,
                                        reply,
                                        &__v1::Taken {
                                            texts: &[&[__v1::Piece::Slot(3)]],
                                            rel: ::core::option::Option::None,
                                            like: ::core::option::Option::None,
                                        },
                                        "tag",
                                    )?,
                                ),
                            }),
                        ),
                    )
                }
                _ => ::core::result::Result::Ok(::core::option::Option::None),
            }
        }
        #[allow(unused_variables)]
        fn result(
            &self,
            handle: &super::SettledAtOnceHandle,
            reply: &__v1::Reply,
            decision: ::core::option::Option<&__v1::Reply>,
            hops: &[__v1::Reply],
        ) -> ::core::result::Result<
            ::std::boxed::Box<dyn __v1::Operation<Reply = ::settled::Bytes>>,
            __v1::DecodeError,
        > {
            let settings = &self.settings;
            ::core::result::Result::Ok(
                ::std::boxed::Box::new(export_file::Call {
                    settings: ::std::sync::Arc::clone(settings),
                    download: __v1::take(
                        &locate::READING,
                        __v1::reply_of(hops, 0)?,
                        &__v1::Taken {
                            texts: &[&[__v1::Piece::Slot(1)]],
                            rel: ::core::option::Option::None,
                            like: ::core::option::Option::None,
                        },
                        "download",
                    )?,
                    area: ::core::option::Option::None,
                }),
            )
        }
    }
}
/// A call of `begin`, in the making.
///
///
#[must_use = "a call does nothing until it is sent"]
pub struct SettledAtOnceSubmit {
    client: __v1::Client,
    call: __job_settled_at_once::Call,
    given: ::core::marker::PhantomData<()>,
}
impl ::core::fmt::Debug for SettledAtOnceSubmit {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("SettledAtOnceSubmit")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
impl SettledAtOnceSubmit {
    /// Submits the job, once.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors. Where the fate of a request is not known, the kind
    /// is `MayHaveArrived`.
    pub async fn send(
        self,
    ) -> ::core::result::Result<::settled::Job<SettledAtOnceJob>, ::settled::Error> {
        __v1::submit(self.client, self.call).await
    }
    /// Submits the job and waits until it is settled. For the options of the wait, `send` it first.
    ///
    /// # Errors
    ///
    /// As `send`, and as the wait.
    pub async fn wait(
        self,
    ) -> ::core::result::Result<::settled::Done<SettledAtOnceJob>, ::settled::Error> {
        __v1::submit_and_wait(self.client, self.call).await
    }
}
mod __job_settled_at_once {
    #[allow(unused_imports)]
    use super::*;
    pub(super) struct Call {
        pub(super) settings: ::std::sync::Arc<Settings>,
    }
    impl __v1::Submit for Call {
        type Job = SettledAtOnceJob;
        const STEPS: usize = 1;
        const TELLS_STATE: bool = true;
        fn links(&self) -> ::std::sync::Arc<dyn __v1::Links<SettledAtOnceJob>> {
            __links_settled_at_once::links(::std::sync::Arc::clone(&self.settings))
        }
        #[allow(unused_variables)]
        fn step(
            &self,
            at: usize,
            replies: &[__v1::Reply],
        ) -> ::core::result::Result<
            ::std::boxed::Box<dyn __v1::Operation<Reply = ()>>,
            __v1::DecodeError,
        > {
            let settings = &self.settings;
            if at == 0 {
                return ::core::result::Result::Ok(
                    __v1::silent(begin::Call {
                        settings: ::std::sync::Arc::clone(settings),
                    }),
                );
            }
            ::core::result::Result::Err(__v1::DecodeError::new("there is no such step"))
        }
        #[allow(unused_variables)]
        fn handle(
            &self,
            replies: &[__v1::Reply],
        ) -> ::core::result::Result<SettledAtOnceHandle, __v1::DecodeError> {
            ::core::result::Result::Ok(SettledAtOnceHandle {
                tag: __v1::take_if_there(
                    &begin::READING,
                    __v1::reply_of(replies, 0)?,
                    &__v1::Taken {
                        texts: &[&[__v1::Piece::Slot(2)]],
                        rel: ::core::option::Option::None,
                        like: ::core::option::Option::None,
                    },
                ),
            })
        }
    }
}
/// The jobs `searched` of a client.
#[derive(Clone)]
pub struct SearchedJobs {
    core: __v1::Client,
    settings: ::std::sync::Arc<Settings>,
}
impl ::core::fmt::Debug for SearchedJobs {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("SearchedJobs")
            .field("client", &self.core)
            .finish_non_exhaustive()
    }
}
impl SearchedJobs {
    /// One that was submitted before, by what was kept of it.
    pub fn at(&self, handle: SearchedHandle) -> ::settled::Job<SearchedJob> {
        let settings = ::core::clone::Clone::clone(&self.settings);
        __v1::job(
            ::core::clone::Clone::clone(&self.core),
            __links_searched::links(settings),
            handle,
        )
    }
}
/// What must be kept to find a job `searched` again.
#[derive(Clone)]
#[non_exhaustive]
pub struct SearchedHandle {
    /// The `scan id`.
    pub scan_id: i64,
}
impl SearchedHandle {
    /// A handle of what was kept.
    pub fn new(scan_id: i64) -> Self {
        SearchedHandle { scan_id }
    }
}
impl ::core::fmt::Debug for SearchedHandle {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("SearchedHandle").field("scan_id", &self.scan_id).finish()
    }
}
/// The type of jobs `searched`.
#[derive(Debug)]
pub enum SearchedJob {}
impl ::settled::JobSpec for SearchedJob {
    type Handle = SearchedHandle;
    type Reply = ScanReply;
    type Result = LocateReply;
    type Cancelled = ();
    type Submission = ();
    fn submission(body: &[u8]) -> ::core::result::Result<(), __v1::DecodeError> {
        {
            let _ = body;
            ::core::result::Result::Ok(())
        }
    }
}
impl ::settled::HasResults for SearchedJob {
    type Element = ::std::string::String;
    fn element(
        json: &[u8],
    ) -> ::core::result::Result<::std::string::String, __v1::DecodeError> {
        __v1::decode::<__v1::read::Text>(json)
    }
}
mod __links_searched {
    #[allow(unused_imports)]
    use super::*;
    struct Links {
        settings: ::std::sync::Arc<Settings>,
    }
    pub(super) fn links(
        settings: ::std::sync::Arc<Settings>,
    ) -> ::std::sync::Arc<dyn __v1::Links<SearchedJob>> {
        ::std::sync::Arc::new(Links { settings })
    }
    impl __v1::Links<SearchedJob> for Links {
        #[allow(unused_variables)]
        fn status(
            &self,
            handle: &super::SearchedHandle,
        ) -> ::std::boxed::Box<dyn __v1::Operation<Reply = super::ScanReply>> {
            let settings = &self.settings;
            ::std::boxed::Box::new(scan::Call {
                settings: ::std::sync::Arc::clone(settings),
                scan_id: ::core::clone::Clone::clone(&handle.scan_id),
            })
        }
        #[allow(unused_variables)]
        fn hop(
            &self,
            at: usize,
            handle: &super::SearchedHandle,
            reply: &__v1::Reply,
            decision: ::core::option::Option<&__v1::Reply>,
            hops: &[__v1::Reply],
        ) -> ::core::result::Result<
            ::core::option::Option<::std::boxed::Box<dyn __v1::Operation<Reply = ()>>>,
            __v1::DecodeError,
        > {
            let settings = &self.settings;
            match at {
                0 => {
                    ::core::result::Result::Ok(
                        ::core::option::Option::Some(
                            __v1::silent(paged::Call {
                                settings: ::std::sync::Arc::clone(settings),
                                cursor: ::core::option::Option::None,
                                number: 1,
                                by: ::core::option::Option::Some(
                                    PagedBy::Tag(
                                        __v1::take(
                                            &scan::READING,
                                            reply,
                                            &__v1::Taken {
                                                texts: &[&[__v1::Piece::Slot(5)]],
                                                rel: ::core::option::Option::None,
                                                like: ::core::option::Option::None,
                                            },
                                            "tag",
                                        )?,
                                    ),
                                ),
                            }),
                        ),
                    )
                }
                _ => ::core::result::Result::Ok(::core::option::Option::None),
            }
        }
        #[allow(unused_variables)]
        fn elements(
            &self,
            reply: &__v1::Reply,
            decision: ::core::option::Option<&__v1::Reply>,
            hops: &[__v1::Reply],
        ) -> ::core::result::Result<::std::vec::Vec<__v1::Entry>, __v1::DecodeError> {
            paged::LISTED_0.elements(__v1::reply_of(hops, 0)?)
        }
        #[allow(unused_variables)]
        fn result_of(
            &self,
            element: &__v1::Entry,
            handle: &super::SearchedHandle,
            reply: &__v1::Reply,
            decision: ::core::option::Option<&__v1::Reply>,
            hops: &[__v1::Reply],
        ) -> ::core::result::Result<
            ::std::boxed::Box<dyn __v1::Operation<Reply = super::LocateReply>>,
            __v1::DecodeError,
        > {
            let settings = &self.settings;
            ::core::result::Result::Ok(
                ::std::boxed::Box::new(locate::Call {
                    settings: ::std::sync::Arc::clone(settings),
                    id: paged::LISTED_0
                        .take(
                            element,
                            &__v1::Taken {
                                texts: &[&[__v1::Piece::Slot(0)]],
                                rel: ::core::option::Option::None,
                                like: ::core::option::Option::None,
                            },
                            "id",
                        )?,
                    tag: ::core::option::Option::Some(
                        __v1::take(
                            &scan::READING,
                            reply,
                            &__v1::Taken {
                                texts: &[&[__v1::Piece::Slot(5)]],
                                rel: ::core::option::Option::None,
                                like: ::core::option::Option::None,
                            },
                            "tag",
                        )?,
                    ),
                }),
            )
        }
    }
}
/// The jobs `born_elsewhere` of a client.
#[derive(Clone)]
pub struct BornElsewhereJobs {
    core: __v1::Client,
    settings: ::std::sync::Arc<Settings>,
}
impl ::core::fmt::Debug for BornElsewhereJobs {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("BornElsewhereJobs")
            .field("client", &self.core)
            .finish_non_exhaustive()
    }
}
impl BornElsewhereJobs {
    /// One that was submitted before, by what was kept of it.
    pub fn at(&self, handle: BornElsewhereHandle) -> ::settled::Job<BornElsewhereJob> {
        let settings = ::core::clone::Clone::clone(&self.settings);
        __v1::job(
            ::core::clone::Clone::clone(&self.core),
            __links_born_elsewhere::links(settings),
            handle,
        )
    }
}
/// What must be kept to find a job `born_elsewhere` again.
#[derive(Clone)]
#[non_exhaustive]
pub struct BornElsewhereHandle {
    /// The `job`.
    pub job: ::std::string::String,
    /// The `a1`.
    pub a1: ::std::string::String,
    /// The `a_1`.
    pub a_1: ::std::string::String,
    /// The `job_by`.
    pub job_by: ::std::string::String,
}
impl BornElsewhereHandle {
    /// A handle of what was kept.
    pub fn new(
        job: impl ::core::convert::Into<::std::string::String>,
        a1: impl ::core::convert::Into<::std::string::String>,
        a_1: impl ::core::convert::Into<::std::string::String>,
        job_by: impl ::core::convert::Into<::std::string::String>,
    ) -> Self {
        BornElsewhereHandle {
            job: job.into(),
            a1: a1.into(),
            a_1: a_1.into(),
            job_by: job_by.into(),
        }
    }
}
impl ::core::fmt::Debug for BornElsewhereHandle {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("BornElsewhereHandle")
            .field("job", &self.job)
            .field("a1", &self.a1)
            .field("a_1", &self.a_1)
            .field("job_by", &self.job_by)
            .finish()
    }
}
/// The type of jobs `born_elsewhere`.
#[derive(Debug)]
pub enum BornElsewhereJob {}
impl ::settled::JobSpec for BornElsewhereJob {
    type Handle = BornElsewhereHandle;
    type Reply = JobReply;
    type Result = ();
    type Cancelled = ::std::string::String;
    type Submission = ();
    fn submission(body: &[u8]) -> ::core::result::Result<(), __v1::DecodeError> {
        {
            let _ = body;
            ::core::result::Result::Ok(())
        }
    }
}
impl ::settled::HasCancel for BornElsewhereJob {}
mod __links_born_elsewhere {
    #[allow(unused_imports)]
    use super::*;
    struct Links {
        settings: ::std::sync::Arc<Settings>,
    }
    pub(super) fn links(
        settings: ::std::sync::Arc<Settings>,
    ) -> ::std::sync::Arc<dyn __v1::Links<BornElsewhereJob>> {
        ::std::sync::Arc::new(Links { settings })
    }
    impl __v1::Links<BornElsewhereJob> for Links {
        #[allow(unused_variables)]
        fn status(
            &self,
            handle: &super::BornElsewhereHandle,
        ) -> ::std::boxed::Box<dyn __v1::Operation<Reply = super::JobReply>> {
            let settings = &self.settings;
            ::std::boxed::Box::new(job::Call {
                settings: ::std::sync::Arc::clone(settings),
                job: ::core::clone::Clone::clone(&handle.job),
                a1: ::core::clone::Clone::clone(&handle.a1),
                a_1: ::core::clone::Clone::clone(&handle.a_1),
                job_by: ::core::clone::Clone::clone(&handle.job_by),
            })
        }
        #[allow(unused_variables)]
        fn cancel(
            &self,
            handle: &super::BornElsewhereHandle,
        ) -> ::core::option::Option<
            ::std::boxed::Box<dyn __v1::Operation<Reply = ::std::string::String>>,
        > {
            let settings = &self.settings;
            ::core::option::Option::Some(
                ::std::boxed::Box::new(bare::Call {
                    settings: ::std::sync::Arc::clone(settings),
                }),
            )
        }
    }
}
