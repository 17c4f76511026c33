//! Every fix at once: the mended text, read again, has no finding that was not there before, nothing that was mended is
//! found once more, and no figure has changed.
#![cfg(not(feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::std_instead_of_core)]

#[path = "promises/mod.rs"]
mod held;

use gangmu::{Options, Profile};
use held::mending::broken;
use held::texts::texts;

#[test]
fn mending_makes_nothing_new() {
    let mut strict = Options::default();
    strict.profile = Profile::Strict;
    let mut failures = Vec::new();
    for (name, text) in texts() {
        failures.extend(broken(&name, &text, &Options::default()));
        failures.extend(broken(&format!("{name}, strict"), &text, &strict));
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}
