//! What fuzzing has come upon, and what it begins with: each file of `fuzz/corpus` goes through the code that it goes through there.

use std::fs;

use crate::root;

#[path = "../../fuzz/bodies.rs"]
mod bodies;

/// What is done with bytes.
type Body = fn(&[u8]);

#[track_caller]
fn replay(target: &str, body: Body) {
    let files: Vec<_> = fs::read_dir(root().join("fuzz/corpus").join(target)).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 10, "{target}");
    files.iter().for_each(|file| body(&fs::read(file).unwrap()));
}

#[test]
fn the_corpus_does_no_harm() {
    let targets: [(&str, Body); 6] = [
        ("script", bodies::script),
        ("journal", bodies::journal),
        ("sheet", bodies::sheet),
        ("transcript", bodies::transcript),
        ("table", bodies::table),
        ("pack", bodies::pack),
    ];
    targets.into_iter().for_each(|(target, body)| replay(target, body));
}
