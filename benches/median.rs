//! The time that the benchmarks give: the middle one of several runs.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The median time of so many runs; dropping what a run gives is not in it.
pub(crate) fn median<T>(rounds: usize, mut run: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            let result = run();
            let time = start.elapsed();
            drop(black_box(result));
            time
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}
