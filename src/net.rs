//! Addresses: how they are taken apart, and the hosts that are known by name.

pub(crate) mod hosts;
pub(crate) mod url_parts;

pub(crate) use self::url_parts::UrlParts;
