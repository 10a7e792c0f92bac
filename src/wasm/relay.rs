//! A relay: a folder on the page's own origin, below which the embedder's server answers as Jira does.

use crate::text::Signs;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Url;

/// The address of the folder, with a slash at its end.
pub(super) struct Relay(String);

impl Relay {
    /// Reads what the embedder named; refuses what would take the credentials elsewhere, and says why.
    pub(super) fn read(typed: &str) -> Result<Self, &'static str> {
        let origin = of(&js_sys::global(), "location")
            .and_then(|place| of(&place, "origin")?.as_string())
            .ok_or("relay: there is no page here, so it has no origin of its own")?;
        if !of(&js_sys::global(), "isSecureContext").is_some_and(|secure| secure.is_truthy()) {
            return Err(
                "relay: this page did not come over https, so the token would travel in the clear",
            );
        }
        if !typed.starts_with_any("/hH") {
            return Err("relay: it must be a path that begins with a slash, such as /jira/");
        }
        let url = Url::new_with_base(typed, &origin)
            .map_err(|_| "relay: it is neither a path nor an address")?;
        if url.origin() != origin {
            return Err("relay: it must be on the page's own origin, and this one is elsewhere");
        }
        if !(url.username().is_empty() && url.password().is_empty()) {
            return Err("relay: it must not hold a user name or a password");
        }
        if !(url.search().is_empty() && url.hash().is_empty()) {
            return Err("relay: it must be a folder, without ? and #");
        }
        let path = url.pathname();
        let slash = if path.ends_with('/') { "" } else { "/" };
        Ok(Self([origin.as_str(), &path, slash].concat()))
    }

    /// Where the relay answers for an address at Jira: the same path and query, below it.
    pub(super) fn url(&self, at_jira: &str) -> Option<String> {
        let url = Url::new(at_jira).ok()?;
        let path = url.pathname();
        Some([&self.0, path.trim_start_matches('/'), &url.search()].concat())
    }
}

/// A property of an object of the page.
fn of(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok()
}
