//! Counting the steps of a reading (feature `counted-work`), so that a test can show that they grow as the text does,
//! without a clock. Without the feature it is nothing.

#[cfg(feature = "counted-work")]
static STEPS: core::sync::atomic::AtomicUsize = core::sync::atomic::AtomicUsize::new(0);

/// Notes that `steps` characters, bytes or entries were looked at. Every loop whose length depends on the text says so
/// here: the scanners, the looks to the left and right of a number, the searches in lists.
#[inline(always)]
pub(crate) fn done(steps: usize) {
    #[cfg(feature = "counted-work")]
    STEPS.fetch_add(steps, core::sync::atomic::Ordering::Relaxed);
    let _ = steps;
}

/// The steps counted so far by all readings of this process.
///
/// ```
/// let before = gangmu::steps();
/// gangmu::parse("开展培训12次。");
/// assert!(gangmu::steps() > before);
/// ```
#[cfg(feature = "counted-work")]
pub fn steps() -> usize {
    STEPS.load(core::sync::atomic::Ordering::Relaxed)
}
