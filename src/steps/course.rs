//! The course of the examination: which step is due, which is not, and why. It looks at the exchanges alone, so that what a
//! script printed gives the same as what a browser fetched.

use super::ask::{self, Places};
use super::outcome::{self, Told};
use super::{Ask, Outcome, StepName, StepResult};
use crate::READS_ANSWERS;
use crate::evidence::{Deployment, Failure, Product};
use crate::facts::Facts;
use crate::prose::{Prose, prose};
use crate::read::exchange::{Content, Exchange};
use crate::read::key;

/// The steps, and what came of those that were asked.
pub(crate) struct Course<'f> {
    facts: &'f Facts<'f>,
    places: Result<Places<'f>, Prose>,
    told: [Option<(&'f Exchange, Told)>; StepName::ALL.len()],
}

/// Why a step is not asked.
type Reason = Prose;

impl<'f> Course<'f> {
    pub(crate) fn of(facts: &'f Facts<'f>) -> Self {
        let mut course = Self {
            facts,
            places: Places::of(facts),
            told: [const { None }; StepName::ALL.len()],
        };
        // The last answer of a step counts: somebody may have tried again.
        // Which step it was an address tells.
        for exchange in facts.exchanges.iter().filter(|_| READS_ANSWERS) {
            if let Some(step) = StepName::of(exchange)
                && let Some(slot) = course.told.get_mut(step as usize)
            {
                *slot = Some((exchange, outcome::of(step, exchange, facts)));
            }
        }
        course
    }

    /// The next step, and what it asks; `None` when the rest cannot say more.
    pub(crate) fn next(&self) -> Option<(StepName, Ask)> {
        let mut open = StepName::ALL
            .into_iter()
            .filter(|&step| self.told(step).is_none());
        open.find_map(|step| Some((step, self.ask(step).ok()?)))
    }

    /// Every step with what came of it, or why it was not asked. Empty where there is nothing to ask and nothing was.
    pub(crate) fn results(&self) -> Vec<StepResult> {
        let nothing_asked = self.told.iter().all(Option::is_none);
        if nothing_asked && self.facts.typed_site().is_none() {
            return Vec::new();
        }
        StepName::ALL
            .into_iter()
            .map(|step| self.result(step))
            .collect()
    }

    /// The hosts that the header may be sent to; empty where nothing may be asked.
    pub(crate) fn hosts(&self) -> Vec<String> {
        self.places.as_ref().map(Places::hosts).unwrap_or_default()
    }

    fn result(&self, step: StepName) -> StepResult {
        if let Some((exchange, told)) = self.told(step) {
            return StepResult {
                step,
                url: exchange.sent.url.clone(),
                outcome: told.outcome,
                text: told.text.clone(),
            };
        }
        let (url, text) = match self.ask(step) {
            Ok(ask) => (Some(ask.url), prose!("Not asked yet.")),
            Err(why) => (None, why),
        };
        StepResult {
            step,
            url,
            outcome: Outcome::NotAsked,
            text,
        }
    }

    fn told(&self, step: StepName) -> Option<&(&'f Exchange, Told)> {
        self.told.get(step as usize)?.as_ref()
    }

    fn exchange(&self, step: StepName) -> Option<&'f Exchange> {
        self.told(step).map(|(exchange, _)| *exchange)
    }

    fn passed(&self, step: StepName) -> bool {
        self.told(step)
            .is_some_and(|(_, told)| told.outcome == Outcome::Passed)
    }

    /// What the step asks, or why it is not asked.
    fn ask(&self, step: StepName) -> Result<Ask, Reason> {
        let places = self.places.as_ref().map_err(not_asked)?;
        self.is_open()?;
        match step {
            StepName::ServerInfo => {
                if places.is_gateway() {
                    return no(prose!(
                        "Not asked: the gateway tells nothing without a token."
                    ));
                }
                Ok(Ask::public(places.server_info()))
            }
            StepName::Myself => self.myself(places),
            StepName::TenantInfo => self.tenant_info(places),
            StepName::GatewayMyself => self.gateway_myself(places),
            _ => self.rest(step, places),
        }
    }

    /// Nothing is asked once the person stopped it, or Jira asked for a pause.
    fn is_open(&self) -> Result<(), Reason> {
        let asked = || self.told.iter().flatten().map(|(exchange, _)| exchange);
        if asked().any(|x| x.failure == Some(Failure::Cancelled)) {
            return no(prose!("Not asked: it was stopped."));
        }
        if asked().any(|x| x.status == Some(429)) {
            return no(prose!("Not asked: Jira asked for a pause first."));
        }
        Ok(())
    }

    fn myself(&self, places: &Places) -> Result<Ask, Reason> {
        if places.is_gateway() {
            return no(prose!(
                "Not asked: the gateway's address was typed, and is asked."
            ));
        }
        self.jira_lives_here(places)?;
        if places.is_cloud_site() && ask::straight_to_gateway(self.facts) {
            return no(prose!(
                "Not asked: this kind of token works only at the gateway."
            ));
        }
        self.with_credential(places.myself())
    }

    /// Whether a credential may go to the host: Jira answers there, or a browser does not let it be seen.
    fn jira_lives_here(&self, places: &Places) -> Result<(), Reason> {
        let Some(exchange) = self.exchange(StepName::ServerInfo) else {
            return Ok(());
        };
        let elsewhere = places.is_server() && told_deployment(exchange) == Some(Deployment::Cloud);
        if elsewhere {
            return no(prose!(
                "Not asked: this is a custom domain of a Cloud site, where Jira accepts no tokens."
            ));
        }
        let hidden = exchange.failure == Some(Failure::Unreachable)
            || matches!(exchange.status, Some(401 | 403));
        if self.passed(StepName::ServerInfo) || hidden {
            return Ok(());
        }
        no(prose!(
            "Not asked: Jira did not show itself at this address, so the credentials are not sent there."
        ))
    }

    fn tenant_info(&self, places: &Places) -> Result<Ask, Reason> {
        if self.facts.cloud_id().is_some() {
            return no(prose!("Not asked: the Cloud id is known."));
        }
        self.gateway_is_due(places)?;
        Ok(Ask::public(places.tenant_info().unwrap_or_default()))
    }

    fn gateway_myself(&self, places: &Places) -> Result<Ask, Reason> {
        self.gateway_is_due(places)?;
        match places.interface(true) {
            Some(base) => self.with_credential([&base, "/myself"].concat()),
            None if self.told(StepName::TenantInfo).is_some() => no(prose!(
                "Not asked: without the Cloud ID, the gateway has no address for this site."
            )),
            None => {
                self.with_credential(String::new())?;
                no(prose!("Not asked yet: the Cloud id comes first."))
            }
        }
    }

    /// The gateway is asked where its address was typed, where the site refused the token, and for tokens that work there
    /// alone.
    fn gateway_is_due(&self, places: &Places) -> Result<(), Reason> {
        if places.is_gateway() {
            return Ok(());
        }
        if !places.has_gateway() {
            return no(prose!("Not asked: no gateway serves this address."));
        }
        self.jira_lives_here(places)?;
        self.with_credential(String::new())?;
        if ask::straight_to_gateway(self.facts) {
            return Ok(());
        }
        match self.exchange(StepName::Myself) {
            Some(exchange) if exchange.status == Some(401) => Ok(()),
            Some(_) if self.passed(StepName::Myself) => {
                no(prose!("Not needed: the site itself accepted the token."))
            }
            Some(_) => no(prose!(
                "Not asked: only a refusal of the token would make it worth asking."
            )),
            None => no(prose!("Not asked yet: only if the site refuses the token.")),
        }
    }

    /// What needs a known account.
    fn rest(&self, step: StepName, places: &Places) -> Result<Ask, Reason> {
        if step == StepName::Confluence {
            return self.confluence(places);
        }
        let path = self.path(step)?;
        let at_gateway = self.account_is_known(places)?;
        if step == StepName::Issue && self.project_is_hidden() {
            return no(prose!(
                "Not asked: whoever cannot see the project cannot see its issues."
            ));
        }
        let base = places.interface(at_gateway).unwrap_or_default();
        self.with_credential([base, path].concat())
    }

    /// What stands behind the interface's address.
    fn path(&self, step: StepName) -> Result<String, Reason> {
        let (facts, project) = (self.facts, ask::project(self.facts));
        match (step, &project, ask::issue(facts)) {
            (StepName::Issue, _, Some(issue)) => {
                // One field is enough, and it holds nothing that somebody wrote.
                Ok(["/issue/", &issue.normal, "?fields=status"].concat())
            }
            (StepName::Issue, _, None) => no(prose!("Not asked: no issue was named.")),
            (StepName::Permissions, ..) => {
                Ok(["/mypermissions", &ask::permissions_query(facts, None)].concat())
            }
            (_, None, _) => no(prose!("Not asked: no project was named.")),
            (StepName::ProjectPermissions, project, _) => Ok([
                "/mypermissions",
                &ask::permissions_query(facts, project.as_ref()),
            ]
            .concat()),
            (_, Some(project), _) => Ok(["/project/", &project.normal].concat()),
        }
    }

    fn confluence(&self, places: &Places) -> Result<Ask, Reason> {
        let is_wanted = self.facts.profile.is_some_and(|profile| profile.confluence)
            || self.facts.evidence.answers.product == Some(Product::Confluence);
        if !is_wanted {
            return no(prose!("Not asked: nothing here needs Confluence."));
        }
        if places.is_server() {
            return no(prose!(
                "Not asked: on Data Center, Confluence has its own address."
            ));
        }
        let at_gateway = self.account_is_known(places)?;
        self.with_credential(places.confluence(at_gateway).unwrap_or_default())
    }

    /// Whether Jira knows the account, and knows it at the gateway. A stranger's answers would say nothing (jira-facts.md 4.1).
    fn account_is_known(&self, places: &Places) -> Result<bool, Reason> {
        let by_gateway = self.passed(StepName::GatewayMyself) || self.lacks_scope_alone();
        if by_gateway {
            return Ok(true);
        }
        if self.passed(StepName::Myself) {
            return Ok(false);
        }
        // A step before is still due, or it is said there why none is.
        let before = if places.is_gateway()
            || ask::straight_to_gateway(self.facts) && places.is_cloud_site()
        {
            StepName::GatewayMyself
        } else {
            StepName::Myself
        };
        match self.told(before) {
            Some(_) => no(prose!(
                "Not asked: Jira didn't name the account, so the answer would be the same as without a sign-in."
            )),
            None => self
                .ask(before)
                .and_then(|_| no(prose!("Not asked yet: who is calling comes first."))),
        }
    }

    /// The gateway knows the token, and only its word for the account is out of its scopes (jira-facts.md 3).
    fn lacks_scope_alone(&self) -> bool {
        let exchange = self.exchange(StepName::GatewayMyself);
        exchange.is_some_and(outcome::is_scope_mismatch)
    }

    fn project_is_hidden(&self) -> bool {
        let hidden = self
            .exchange(StepName::Project)
            .is_some_and(|x| x.status == Some(404));
        let same = ask::issue(self.facts)
            .zip(ask::project(self.facts))
            .is_some_and(|(issue, project)| key::project_of(&issue.normal) == project.normal);
        hidden && same
    }

    fn with_credential(&self, url: String) -> Result<Ask, Reason> {
        let (scheme, _) = ask::credential(self.facts, ask::is_cloud(self.facts))
            .map_err(|why| not_asked(&why))?;
        Ok(Ask {
            url,
            scheme: Some(scheme),
        })
    }
}

fn not_asked(why: &Prose) -> Reason {
    prose!("Not asked: {why}", why = why.clone())
}

fn no<T>(why: Prose) -> Result<T, Reason> {
    Err(why)
}

fn told_deployment(exchange: &Exchange) -> Option<Deployment> {
    match &exchange.body.content {
        Content::ServerInfo { deployment, .. } => *deployment,
        _ => None,
    }
}
