//! The examination as JavaScript drives it. Each call into the core is one that returns, so that `load.js` meets a crash
//! where it happens: one inside a promise of wasm-bindgen's would leave that promise unsettled for ever.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::AbortSignal;
use zeroize::Zeroizing;

use super::fetch::{self, Get};
use super::relay::Relay;
use super::{Given, browser_host, refusal};
use crate::evidence::{Call, Failure, Response};
use crate::examination::Examination;
use crate::json::Reply;
use crate::profile::Profile;
use crate::steps::StepResult;
use crate::tree::read_by_key;
use crate::veiled::veiled;
use crate::{Diagnosis, Leg};

/// How long a step may take where nobody says otherwise.
const USUAL_MILLISECONDS: u32 = 10_000;

#[derive(Default)]
struct Options {
    profile: Option<Profile>,
    relay: Option<String>,
    timeout: Option<u32>,
}

read_by_key!(Options { "profile": profile, "relay": relay, "timeout": timeout });

#[derive(Serialize)]
struct Examined {
    diagnosis: Diagnosis,
    calls: Vec<Call>,
}

veiled!(Examined { diagnosis, calls });

#[derive(Serialize)]
struct Progress {
    steps: Vec<StepResult>,
    journey: Vec<Leg>,
}

veiled!(Progress { steps, journey });

/// One examination. Its results are JSON, but for the name of a step.
#[wasm_bindgen]
pub struct Examining {
    examination: Examination,
    relay: Option<Relay>,
    milliseconds: u32,
    /// What came of the call that is under way, once it is there.
    outcome: Rc<Cell<Option<Result<Response, Failure>>>>,
}

#[wasm_bindgen]
impl Examining {
    /// `new Examining(pack([evidence, options]))`
    #[wasm_bindgen(constructor)]
    pub fn new(given: Vec<u8>) -> Result<Self, JsError> {
        let given = Zeroizing::new(given);
        let read = Given::unpack(&given).and_then(|mut given| {
            let evidence = given.evidence()?;
            Ok((evidence, given.next::<Options>()?))
        });
        let (evidence, options) = read.map_err(|why| refusal(&why))?;
        let relay = options.relay.as_deref().map(Relay::read).transpose();
        Ok(Self {
            relay: relay.map_err(JsError::new)?,
            // A timer takes no more than this.
            milliseconds: options
                .timeout
                .unwrap_or(USUAL_MILLISECONDS)
                .min(i32::MAX as u32),
            examination: Examination::new(evidence, options.profile, browser_host),
            outcome: Rc::default(),
        })
    }

    /// The hosts that get the header.
    pub fn hosts(&self) -> String {
        let hosts = self.examination.hosts().to_vec();
        Reply::of(&self.examination.veil().over(hosts)).into_json()
    }

    /// The step that comes next; none where the rest cannot say more.
    pub fn next(&self) -> Result<JsValue, JsError> {
        const SERIALIZER: Serializer = Serializer::new().serialize_missing_as_null(true);
        let step = self.examination.next().map(|step| step.name);
        Ok(step.serialize(&SERIALIZER)?)
    }

    /// Sends it. The promise is fulfilled when the outcome is there.
    pub fn send(&self, signal: Option<AbortSignal>) -> Promise {
        let step = self.examination.next();
        let milliseconds = self.milliseconds;
        let get = step.and_then(|step| {
            let url = match &self.relay {
                Some(relay) => relay.url(&step.url)?,
                None => step.url,
            };
            Some(Get {
                url,
                authorization: step.authorization,
                signal,
                milliseconds,
            })
        });
        let slot = Rc::clone(&self.outcome);
        future_to_promise(async move {
            let outcome = match get {
                Some(get) => fetch::send(get).await,
                None => Err(Failure::Unreachable),
            };
            slot.set(Some(outcome));
            Ok(JsValue::UNDEFINED)
        })
    }

    /// Takes the outcome in.
    pub fn tell(&mut self) {
        if let Some(outcome) = self.outcome.take() {
            self.examination.tell(outcome);
        }
    }

    /// All steps, what came of those that were taken, and how far the calls got.
    pub fn progress(&self) -> String {
        let Diagnosis { steps, journey, .. } = self.examination.diagnosis();
        let progress = Progress { steps, journey };
        Reply::of(&self.examination.veil().over(progress)).into_json()
    }

    /// The diagnosis of what was found, and the calls.
    pub fn result(&self) -> String {
        let examined = Examined {
            diagnosis: self.examination.diagnosis(),
            calls: self.examination.calls().to_vec(),
        };
        Reply::of(&self.examination.veil().over(examined)).into_json()
    }
}
