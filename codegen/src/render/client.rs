//! The client of a vendor and its builder.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{builder, docs, ident, job, webhook};
use crate::model::{Part, Role, Server, Setting, SettingKind, Text, Token, Vendor};

/// `Client`, `ClientBuilder` and the settings they share.
pub(super) fn render(vendor: &Vendor, rt: &TokenStream, root: &TokenStream) -> TokenStream {
    let text: Vec<_> = vendor.settings.iter().filter(|setting| !is_secret(setting)).collect();
    let names: Vec<_> = text.iter().map(|setting| ident(&setting.rust)).collect();
    let texts: Vec<_> = text.iter().map(|setting| &setting.name).collect();
    let defaults = text.iter().map(|setting| match setting.kind.default() {
        Some(default) => quote!(::core::option::Option::Some(::std::string::String::from(#default))),
        None => quote!(::core::option::Option::None),
    });
    let secrets = vendor.settings.iter().filter(|setting| is_secret(setting));
    let secrets = secrets.map(|setting| format!("{}{}", setting.name, if setting.optional { "?" } else { "" }));
    let setters = vendor.settings.iter().map(|setting| setter(setting, root));
    let module = vendor.module.trim_start_matches("r#");
    let servers = vendor.servers.iter().enumerate().map(|(at, server)| self::server(at, server, vendor));
    let is_choice = !vendor.servers.is_empty();
    let choice = is_choice.then(|| quote!(__server: ::core::option::Option<usize>,));
    let no_choice = is_choice.then(|| quote!(__server: ::core::option::Option::None,));
    let core = match is_choice {
        true => {
            let chosen = vendor.servers.iter().enumerate().map(|(at, server)| urls(at, server, vendor));
            quote!(match self.__server { #(#chosen)* _ => self.core })
        }
        false => quote!(self.core),
    };
    let roles = vendor.roles.iter().enumerate().skip(1).map(|(at, role)| self::role(at, role));
    // One whose base URL comes with a token need not be given.
    let role_methods = vendor.roles.iter().map(|role| if role.token.is_some() { "" } else { role.rust.as_str() });
    let hosts = &vendor.hosts;
    let tokens = vendor.tokens.iter().map(|one| token(one, rt));
    let made = text.iter().map(|setting| made(setting, vendor, rt));
    let operations = vendor.operations.iter().map(|one| builder::method(vendor, one, rt, root));
    let jobs = vendor.jobs.iter().map(job::method);
    let webhooks = vendor.webhooks.iter().map(|one| webhook::method(vendor, one, rt, root));
    let about = docs::line(&format!(
        "A client of {}. Clones are cheap and share the connection pool, the credentials and the vendor's limits.",
        docs::plain(&vendor.name)
    ));
    let base_url = match vendor.servers.is_empty() {
        true => " The base URL, without the operations' paths.",
        false => " A base URL of your own, without the operations' paths.",
    };
    let settings = format_ident!("Settings");
    let no_server = match vendor.servers.is_empty() {
        true => String::new(),
        false => {
            let calls = vendor.servers.iter().map(|server| format!("`.{}()`", server.name.trim_start_matches("r#")));
            calls.collect::<Vec<_>>().join(", ")
        }
    };
    quote! {
        #about
        #[derive(Debug, Clone)]
        pub struct Client {
            core: #rt::Client,
            settings: ::std::sync::Arc<#settings>,
        }

        struct #settings {
            #(#names: ::std::string::String,)*
        }

        impl ::core::fmt::Debug for #settings {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct("Settings") #(.field(#texts, &self.#names))* .finish()
            }
        }

        impl Client {
            #[doc = " Starts a client."]
            pub fn builder() -> ClientBuilder {
                ClientBuilder {
                    core: #rt::ClientBuilder::new().servers(#no_server, &[#(#role_methods),*]).hosts(&[#(#hosts),*]),
                    #no_choice
                    #(#names: #defaults,)*
                }
            }

            #(#operations)*
            #(#jobs)*
            #(#webhooks)*
        }

        #[doc = " Builds a [`Client`]."]
        #[must_use = "a builder does nothing until `build` is called"]
        #[derive(Debug)]
        pub struct ClientBuilder {
            core: #rt::ClientBuilder,
            #choice
            #(#names: ::core::option::Option<::std::string::String>,)*
        }

        impl ClientBuilder {
            #(#servers)*

            #[doc = #base_url]
            pub fn base_url(mut self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                self.core = self.core.base_url(url);
                self
            }

            #(#roles)*
            #(#setters)*

            #[doc = " Sends by `transport` instead of the default one."]
            pub fn transport(mut self, transport: impl #root::Transport) -> Self {
                self.core = self.core.transport(transport);
                self
            }

            #[doc = " Reads time from `clock` instead of the default one."]
            pub fn clock(mut self, clock: impl #root::Clock) -> Self {
                self.core = self.core.clock(clock);
                self
            }

            #[doc = " The longest body that is read, in bytes after decompression. 1 MiB unless said."]
            pub fn body_limit(mut self, bytes: usize) -> Self {
                self.core = self.core.body_limit(bytes);
                self
            }

            #[doc = " Signs with this machine's clock as it is. Otherwise a clock that is off by more than 10 s is corrected by the"]
            #[doc = " `Date` of the vendor's replies."]
            pub fn own_clock(mut self) -> Self {
                self.core = self.core.own_clock();
                self
            }

            #[doc = " Lets credentials go over plain `http` to hosts that are not this machine."]
            pub fn allow_plain_http(mut self) -> Self {
                self.core = self.core.allow_plain_http();
                self
            }

            #[doc = " Builds the client."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Of kind `Config`, where a setting is missing or empty, or the base URL cannot be used; the text names what"]
            #[doc = " to call."]
            pub fn build(self) -> ::core::result::Result<Client, #root::Error> {
                let settings = #settings {
                    #(#names: #made,)*
                };
                let core = #core;
                let settings = ::std::sync::Arc::new(settings);
                let core = core.tokens([#(#tokens),*]).build(#module, &[#(#secrets),*])?;
                ::core::result::Result::Ok(Client { core, settings })
            }
        }
    }
}

/// A token's source.
fn token(token: &Token, rt: &TokenStream) -> TokenStream {
    let module = ident(&token.operation.call);
    let count = Literal::usize_unsuffixed(token.fields.len());
    let needs = token.operation.tokens.iter().map(|at| Literal::usize_unsuffixed(*at));
    let bases = token.fields.iter().enumerate().filter(|(_, field)| field.is_base);
    let bases = bases.map(|(at, _)| Literal::usize_unsuffixed(at));
    let replaces = token.replaces.iter().map(|(at, _)| Literal::usize_unsuffixed(*at));
    quote! {
        #rt::TokenSource::new(
            #module::Call { settings: ::std::sync::Arc::clone(&settings) },
            #count,
            &[#(#needs),*],
            &[#(#bases),*],
            &[#(#replaces),*],
        )
    }
}

fn is_secret(setting: &Setting) -> bool {
    matches!(setting.kind, SettingKind::Secret(_))
}

/// The method that picks a server.
fn server(at: usize, server: &Server, vendor: &Vendor) -> TokenStream {
    let (name, at) = (ident(&server.name), Literal::usize_unsuffixed(at));
    let written = |url: &Text| -> String {
        let part = |part: &Part| match part {
            Part::Plain(text) => text.clone(),
            Part::Setting(at) => format!("{{{}}}", vendor.settings[*at].name),
            Part::Token(at, field) => {
                let token = &vendor.tokens[*at];
                format!("{{{}.{}}}", token.operation.name.value, token.fields[*field].path)
            }
            _ => String::new(),
        };
        url.0.iter().map(part).collect()
    };
    let shown: Vec<_> = server.urls.iter().map(|url| docs::code(&written(url))).collect();
    let docs =
        docs::line(&format!("Talks to the server `{}`: {}.", server.name.trim_start_matches("r#"), shown.join(", ")));
    quote! {
        #docs
        pub fn #name(mut self) -> Self {
            self.__server = ::core::option::Option::Some(#at);
            self
        }
    }
}

/// The base URLs of a server, where it was picked.
fn urls(at: usize, server: &Server, vendor: &Vendor) -> TokenStream {
    let at = Literal::usize_unsuffixed(at);
    let urls = server.urls.iter().map(|url| {
        let parts = url.0.iter().map(|part| match part {
            Part::Setting(at) => {
                let setting = ident(&vendor.settings[*at].rust);
                quote!(settings.#setting.as_str())
            }
            Part::Plain(text) => quote!(#text),
            _ => quote!(""),
        });
        quote!([#(#parts),*].concat())
    });
    quote!(::core::option::Option::Some(#at) => self.core.otherwise([#(#urls),*]),)
}

/// The method that gives a base URL of the caller's own for a role.
fn role(at: usize, role: &Role) -> TokenStream {
    let (name, at) = (ident(&role.rust), Literal::usize_unsuffixed(at));
    let docs =
        docs::line(&format!("A base URL of your own for the operations that are asked of {}.", docs::code(&role.name)));
    quote! {
        #docs
        pub fn #name(mut self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
            self.core = self.core.url(#at, url);
            self
        }
    }
}

/// A setting that was given, as its type allows it.
fn made(setting: &Setting, vendor: &Vendor, rt: &TokenStream) -> TokenStream {
    let (name, text, module) = (ident(&setting.rust), &setting.name, vendor.module.trim_start_matches("r#"));
    let made = match &setting.kind {
        SettingKind::Text(_) if setting.optional => quote!(self.#name.unwrap_or_default()),
        SettingKind::Words(words, _) if setting.optional => {
            quote!(match self.#name {
                ::core::option::Option::Some(word) => {
                    #rt::one_of(#module, #text, ::core::option::Option::Some(word), &[#(#words),*])?
                }
                ::core::option::Option::None => ::std::string::String::new(),
            })
        }
        SettingKind::HostLabel(_) => quote!(#rt::host_label(#module, #text, self.#name)?),
        SettingKind::Words(words, _) => quote!(#rt::one_of(#module, #text, self.#name, &[#(#words),*])?),
        SettingKind::Text(_) | SettingKind::Url | SettingKind::Secret(_) => {
            quote!(#rt::setting(#module, #text, self.#name)?)
        }
    };
    if !setting.only_in_servers {
        return made;
    }
    // What another server's base URL is made of need not be given; nor who has a base URL of their own.
    let is_used = |url: &Text| {
        url.0.iter().any(|part| matches!(part, Part::Setting(at) if vendor.settings[*at].name == setting.name))
    };
    let servers = vendor.servers.iter().enumerate().filter(|(_, server)| server.urls.iter().any(is_used));
    let servers = servers.map(|(at, _)| Literal::usize_unsuffixed(at));
    quote!(match self.__server {
        ::core::option::Option::Some(#(#servers)|*) => #made,
        _ => ::std::string::String::new(),
    })
}

fn setter(setting: &Setting, root: &TokenStream) -> TokenStream {
    let (name, text) = (ident(&setting.rust), &setting.name);
    let docs = docs::about(setting.about.as_deref(), &format!("The setting {}.", docs::code(text)));
    let optional = setting.optional.then(|| quote!(#[doc = ""] #[doc = " May be left out."]));
    if is_secret(setting) {
        return quote! {
            #docs
            #optional
            pub fn #name(mut self, secret: impl ::core::convert::Into<#root::Credential>) -> Self {
                self.core = self.core.secret(#text, secret);
                self
            }
        };
    }
    let default = setting.kind.default().map(|default| {
        let default = format!(" {} unless said.", docs::code(default));
        quote!(#[doc = ""] #[doc = #default])
    });
    let words = match &setting.kind {
        SettingKind::Words(words, _) => {
            let words: Vec<_> = words.iter().map(|word| docs::code(word)).collect();
            let words = format!(" One of {}.", words.join(", "));
            Some(quote!(#[doc = ""] #[doc = #words]))
        }
        _ => None,
    };
    quote! {
        #docs
        #optional
        #words
        #default
        pub fn #name(mut self, value: impl ::core::convert::Into<::std::string::String>) -> Self {
            self.#name = ::core::option::Option::Some(value.into());
            self
        }
    }
}
