//! What holds for any text, written once: for the tests beside this folder, and for the targets of `fuzz/`.
#![allow(dead_code, reason = "each test takes what it needs")]

pub mod comparing;
pub mod drawn;
pub mod forms;
pub mod mending;
pub mod pieces;
pub mod reading;
pub mod tape;
pub mod targets;
pub mod texts;
