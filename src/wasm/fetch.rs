//! One GET through the browser's `fetch`.
//!
//! gloo-net builds the request and reads the headers of the answer. Its own `send` is not used: it takes every rejection for
//! an `Error` and every result for a `Response`, and stops the module where a page's stub or an abort's reason is neither.
//! Nor is its `header`, which stops the module on a value that no header can carry.

use std::collections::BTreeMap;

use gloo_net::http;
use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, Headers, ReadableStreamDefaultReader, ReferrerPolicy,
    RequestCache, RequestCredentials, RequestRedirect, ResponseType,
};

use crate::evidence::{Failure, Response};
use crate::examination::LONGEST_BODY;
use crate::secret::Secret;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = fetch)]
    fn start(request: &web_sys::Request) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(call: &Function, milliseconds: u32, argument: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
}

/// One GET that is to be sent.
pub(super) struct Get {
    pub(super) url: String,
    pub(super) authorization: Option<Secret>,
    /// Ends it from outside.
    pub(super) signal: Option<AbortSignal>,
    /// How long it may take, the reading of the body included.
    pub(super) milliseconds: u32,
}

/// Sends it. Whatever happens, this returns when the time is over or the signal says so. Why a call failed is not looked
/// at: a browser tells scripts nothing true about it, and a page may reject with anything.
pub(super) async fn send(get: Get) -> Result<Response, Failure> {
    let control = AbortController::new().map_err(|_| Failure::Unreachable)?;
    let limit = Limit::start(get.signal.clone(), get.milliseconds);
    let outcome = exchange(&get, &control, &limit).await;
    // Ends what is still under way.
    control.abort();
    outcome
}

async fn exchange(
    get: &Get,
    control: &AbortController,
    limit: &Limit,
) -> Result<Response, Failure> {
    limit.check()?;
    let request = request(get, control).ok_or(Failure::Unreachable)?;
    let started = start(&request).map_err(|_| Failure::Unreachable)?;
    let answer = limit.wait(&started).await?.ok_or(Failure::Unreachable)?;
    let answer: web_sys::Response = answer.dyn_into().map_err(|_| Failure::Unreachable)?;
    match answer.type_() {
        ResponseType::Opaqueredirect => return Err(Failure::Redirected),
        ResponseType::Error | ResponseType::Opaque => return Err(Failure::Unreachable),
        _ => {}
    }
    let body = body(&answer, limit).await?;
    let answer = http::Response::from(answer);
    // One by one: `collect` would sort them first, with code of its own.
    let mut headers = BTreeMap::new();
    for (name, value) in answer.headers().entries() {
        headers.insert(name, value);
    }
    Ok(Response {
        status: Some(answer.status()),
        headers,
        body: Some(body),
    })
}

/// `None` where the browser refuses to build it: an address with a user in it, a header with a line break.
fn request(get: &Get, control: &AbortController) -> Option<web_sys::Request> {
    let headers = Headers::new().ok()?;
    headers.set("Accept", "application/json").ok()?;
    if let Some(value) = &get.authorization {
        headers.set("Authorization", value.expose()).ok()?;
    }
    let request = http::Request::get(&get.url)
        .headers(http::Headers::from_raw(headers))
        // Followed, a redirect would take the header along to a host that nobody named.
        .redirect(RequestRedirect::Manual)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoStore)
        .abort_signal(Some(&control.signal()))
        .build()
        .ok()?;
    Some(request.into())
}

/// The body as text, its wrong bytes replaced.
async fn body(answer: &web_sys::Response, limit: &Limit) -> Result<String, Failure> {
    let Some(stream) = answer.body() else {
        return Ok(String::new());
    };
    let reader: ReadableStreamDefaultReader = stream
        .get_reader()
        .dyn_into()
        .map_err(|_| Failure::CutOff)?;
    let bytes = read(&reader, limit).await;
    if bytes.is_err() {
        // What else comes is not wanted. That is no news for a stream that broke.
        let _ = limit.wait(&reader.cancel()).await;
    }
    Ok(String::from_utf8_lossy(&bytes?).into_owned())
}

async fn read(reader: &ReadableStreamDefaultReader, limit: &Limit) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    loop {
        let piece = limit.wait(&reader.read()).await?.ok_or(Failure::CutOff)?;
        let part = |name: &str| js_sys::Reflect::get(&piece, &name.into()).ok();
        if part("done").is_none_or(|done| done.is_truthy()) {
            return Ok(bytes);
        }
        let chunk = part("value").and_then(|value| value.dyn_into::<Uint8Array>().ok());
        let chunk = chunk.ok_or(Failure::CutOff)?;
        if bytes.len() + chunk.length() as usize > LONGEST_BODY {
            return Err(Failure::TooLarge);
        }
        bytes.extend(chunk.to_vec());
    }
}

/// The end that every wait of one call has. It holds against a promise that never settles, too.
struct Limit {
    signal: Option<AbortSignal>,
    /// Fulfilled at the end: by the timer with itself, by the signal with an event.
    end: Promise,
    finish: Function,
    timer: JsValue,
    mark: JsValue,
}

impl Limit {
    fn start(signal: Option<AbortSignal>, milliseconds: u32) -> Self {
        // Set by the next line; an empty function would be code from text, which a page's policy forbids.
        let mut finish: Function = JsValue::UNDEFINED.unchecked_into();
        let end = Promise::new(&mut |resolve, _| finish = resolve);
        let mark = JsValue::symbol(None);
        let timer = set_timeout(&finish, milliseconds, &mark);
        if let Some(signal) = &signal {
            // It refuses nothing but what is no function.
            let _ = signal.add_event_listener_with_callback("abort", &finish);
        }
        Self {
            signal,
            end,
            finish,
            timer,
            mark,
        }
    }

    fn check(&self) -> Result<(), Failure> {
        match &self.signal {
            Some(signal) if signal.aborted() => Err(Failure::Cancelled),
            _ => Ok(()),
        }
    }

    /// What the promise gives; `None` where it is rejected.
    async fn wait(&self, promise: &Promise) -> Result<Option<JsValue>, Failure> {
        let first = Promise::race(&Array::of2(promise, &self.end));
        let settled = JsFuture::from(first).await;
        self.check()?;
        match settled {
            Ok(value) if value == self.mark => Err(Failure::Timeout),
            settled => Ok(settled.ok()),
        }
    }
}

impl Drop for Limit {
    fn drop(&mut self) {
        clear_timeout(&self.timer);
        if let Some(signal) = &self.signal {
            let _ = signal.remove_event_listener_with_callback("abort", &self.finish);
        }
    }
}
