//! The client of a vendor and its builder.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{builder, docs, ident};
use crate::model::{Setting, SettingKind, Vendor};

/// `Client`, `ClientBuilder` and the settings they share.
pub(super) fn render(vendor: &Vendor, rt: &TokenStream, root: &TokenStream) -> TokenStream {
    let text: Vec<_> = vendor.settings.iter().filter_map(as_text).collect();
    let names: Vec<_> = text.iter().map(|(setting, _)| ident(&setting.rust)).collect();
    let texts: Vec<_> = text.iter().map(|(setting, _)| &setting.name).collect();
    let defaults = text.iter().map(|(_, default)| match default {
        Some(default) => quote!(::core::option::Option::Some(::std::string::String::from(#default))),
        None => quote!(::core::option::Option::None),
    });
    let secrets = vendor.settings.iter().filter(|setting| as_text(setting).is_none()).map(|setting| &setting.name);
    let setters = vendor.settings.iter().map(|setting| setter(setting, root));
    let servers = vendor.servers.iter().map(|server| {
        let (name, url) = (ident(&server.name), &server.url);
        let docs = docs::line(&format!("Talks to the server `{}`: `{url}`.", server.name.trim_start_matches("r#")));
        quote! {
            #docs
            pub fn #name(mut self) -> Self {
                self.core = self.core.base_url(#url);
                self
            }
        }
    });
    let operations = vendor.operations.iter().map(|one| builder::method(vendor, one, rt));
    let about = docs::line(&format!(
        "A client of {}. Clones are cheap and share the connection pool, the credentials and the vendor's limits.",
        docs::plain(&vendor.name)
    ));
    let module = vendor.module.trim_start_matches("r#");
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
                ClientBuilder { core: #rt::ClientBuilder::new().servers(#no_server), #(#names: #defaults,)* }
            }

            #(#operations)*
        }

        #[doc = " Builds a [`Client`]."]
        #[must_use = "a builder does nothing until `build` is called"]
        #[derive(Debug)]
        pub struct ClientBuilder {
            core: #rt::ClientBuilder,
            #(#names: ::core::option::Option<::std::string::String>,)*
        }

        impl ClientBuilder {
            #(#servers)*

            #[doc = #base_url]
            pub fn base_url(mut self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                self.core = self.core.base_url(url);
                self
            }

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
                    #(#names: #rt::setting(#module, #texts, self.#names)?,)*
                };
                let core = self.core.build(#module, &[#(#secrets),*])?;
                ::core::result::Result::Ok(Client { core, settings: ::std::sync::Arc::new(settings) })
            }
        }
    }
}

fn as_text(setting: &Setting) -> Option<(&Setting, &Option<String>)> {
    match &setting.kind {
        SettingKind::Text(default) => Some((setting, default)),
        SettingKind::Secret(_) => None,
    }
}

fn setter(setting: &Setting, root: &TokenStream) -> TokenStream {
    let (name, text) = (ident(&setting.rust), &setting.name);
    let docs = docs::about(setting.about.as_deref(), &format!("The setting {}.", docs::code(text)));
    match &setting.kind {
        SettingKind::Text(default) => {
            let default = default.as_ref().map(|default| {
                let default = format!(" {} unless said.", docs::code(default));
                quote!(#[doc = ""] #[doc = #default])
            });
            quote! {
                #docs
                #default
                pub fn #name(mut self, value: impl ::core::convert::Into<::std::string::String>) -> Self {
                    self.#name = ::core::option::Option::Some(value.into());
                    self
                }
            }
        }
        SettingKind::Secret(_) => quote! {
            #docs
            pub fn #name(mut self, secret: impl ::core::convert::Into<#root::Credential>) -> Self {
                self.core = self.core.secret(#text, secret);
                self
            }
        },
    }
}
