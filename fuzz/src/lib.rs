//! The promises, compiled once for all targets.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../../tests/promises/mod.rs"]
mod held;

pub use held::targets;
