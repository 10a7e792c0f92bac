//! What the product at hand, by its profile, makes of the evidence.

use super::Facts;
use crate::READS_ANSWERS;
use crate::evidence::{Deployment, Evidence, Field};
use crate::profile::{Profile, SiteForm};
use crate::read::change::ChangeKind;
use crate::read::site::SiteKind;
use crate::secret::Secret;
use crate::span::Span;
use crate::text;

/// A message of the product's own, found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProductMessage {
    /// The id of the problem that it speaks for.
    pub(crate) problem: &'static str,
    /// The field that holds it.
    pub(crate) field: Field,
    /// Where it stands in a pasted text.
    pub(crate) span: Span,
}

/// The product's own messages in the pasted text and in the answer's body.
pub(super) fn messages(evidence: &Evidence, profile: Option<&Profile>) -> Vec<ProductMessage> {
    let paste = evidence.paste.as_ref().map_or("", Secret::expose);
    let body = evidence
        .response
        .as_ref()
        .and_then(|response| response.body.as_deref());
    let mut found = Vec::new();
    for message in profile.iter().flat_map(|profile| &profile.messages) {
        for (field, given) in [
            (Field::Paste, paste),
            (Field::Response, body.unwrap_or_default()),
        ] {
            if let Some(place) = text::find_loosely(given, &message.text) {
                found.push(ProductMessage {
                    problem: message.problem,
                    field,
                    span: Span::of(given, place),
                });
            }
        }
    }
    found
}

/// Where Jira runs by what the product can talk to, where that is one alone.
pub(super) fn deployment(profile: Option<&Profile>) -> Option<Deployment> {
    match profile?.deployments.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

impl<'e> Facts<'e> {
    /// The product, where it cannot talk to this deployment.
    pub(crate) fn product_without(&self, deployment: Deployment) -> Option<&'e Profile> {
        if !READS_ANSWERS {
            return None;
        }
        self.profile.filter(|profile| !profile.takes(deployment))
    }

    /// The product, where it cannot use a token with scopes.
    pub(crate) fn product_without_scopes(&self) -> Option<&'e Profile> {
        if !READS_ANSWERS {
            return None;
        }
        self.profile.filter(|profile| !profile.token.scoped)
    }

    /// Whether the product asks for a whole address, as most do, or nobody says which.
    pub(crate) fn wants_url(&self) -> bool {
        self.profile
            .is_none_or(|profile| profile.site.form == SiteForm::Url)
    }

    /// The product, where its field wants another form of the site than the typed one.
    pub(crate) fn other_form_wanted(&self) -> Option<&'e Profile> {
        if !READS_ANSWERS {
            return None;
        }
        let profile = self.profile?;
        let wanted = profile.site_value(self.site.as_ref()?)?;
        let typed = self.text(Field::Site).trim();
        let is_other = match profile.site.form {
            SiteForm::Subdomain => !typed.eq_ignore_ascii_case(wanted),
            SiteForm::Host => typed.contains("://") || self.is_bare_name(),
            SiteForm::Url => self.is_bare_name(),
        };
        is_other.then_some(profile)
    }

    /// Whether the site's name alone was typed.
    pub(crate) fn is_bare_name(&self) -> bool {
        self.repaired(&[ChangeKind::BareName]).is_some()
    }

    /// The gateway, typed for a product that calls the site's own address.
    pub(crate) fn gateway_unwanted(&self) -> Option<&'e Profile> {
        if !READS_ANSWERS {
            return None;
        }
        let profile = self.profile?;
        let calls_it = profile.token.scoped && profile.site.form == SiteForm::Url;
        (self.site_kind() == Some(SiteKind::Gateway) && !calls_it).then_some(profile)
    }

    /// Whether the product works in one project and none is named, by an issue either.
    pub(crate) fn lacks_project(&self) -> bool {
        if !READS_ANSWERS {
            return false;
        }
        self.profile.is_some_and(|profile| profile.needs_project)
            && [Field::Project, Field::Issue]
                .iter()
                .all(|field| self.text(*field).trim().is_empty())
    }

    /// Whether the product is tested with an issue and none is named.
    pub(crate) fn lacks_issue(&self) -> bool {
        if !READS_ANSWERS {
            return false;
        }
        self.profile.is_some_and(|profile| profile.needs_issue)
            && self.text(Field::Issue).trim().is_empty()
    }
}
