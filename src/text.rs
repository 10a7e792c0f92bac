//! Characters that are not what they seem.
