use super::*;
#[test]
fn smoke() {
    let a = Automaton::new();
    eprintln!("{} needles {} states", automaton::needles().len(), a.len());
    eprintln!(
        "{:?}",
        find(
            "x Client must be\n> authenticated to access this resource.",
            Field::Paste
        )
    );
}
