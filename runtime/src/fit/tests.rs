use super::*;
use crate::slot::Slot;

const fn fit(slot: u16, kind: Kind) -> Fit {
    Fit { path: "a", slot, optional: false, kind }
}

fn all() -> Vec<Slot<'static>> {
    vec![
        Slot::Absent,
        Slot::Null,
        Slot::Bool(true),
        Slot::Number("7".into()),
        Slot::Number("7.5".into()),
        Slot::Number("9223372036854775808".into()),
        Slot::Number("1e999".into()),
        Slot::Text("7".into()),
        Slot::Text("x".into()),
        Slot::Text("TRUE".into()),
        Slot::List,
        Slot::Object,
        Slot::Inner,
    ]
}

/// Which of the values above have this type.
fn fitting(kind: Kind) -> Vec<usize> {
    let fit = fit(0, kind);
    let holds = |slot: &Slot<'static>| fit.holds(std::slice::from_ref(slot));
    all().iter().enumerate().filter(|(_, slot)| holds(slot)).map(|(at, _)| at).collect()
}

#[test]
fn each_type_takes_what_it_says_and_nothing_else() {
    assert_eq!(fitting(Kind::Text), [7, 8, 9]);
    assert_eq!(fitting(Kind::LenientText), [3, 4, 5, 6, 7, 8, 9]);
    assert_eq!(fitting(Kind::Bool), [2]);
    assert_eq!(fitting(Kind::LenientBool), [2, 9]);
    assert_eq!(fitting(Kind::Int), [3]);
    assert_eq!(fitting(Kind::LenientInt), [3, 7]);
    assert_eq!(fitting(Kind::Float), [3, 4, 5]);
    assert_eq!(fitting(Kind::Json), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    assert_eq!(fitting(Kind::Object(&[])), [11]);
    assert_eq!(fitting(Kind::Inner(&Fit { path: "a", slot: 0, optional: false, kind: Kind::Object(&[]) })), [12]);
    assert_eq!(fitting(Kind::List(&[], &[])), [10]);
    assert_eq!(fitting(Kind::Map(&[], &[])), [11]);
    static MEMBERS: [Fit; 2] = [fit(0, Kind::Bool), fit(0, Kind::Text)];
    assert_eq!(fitting(Kind::Union(&MEMBERS)), [2, 7, 8, 9]);
}

#[test]
fn only_what_is_optional_may_be_missing() {
    for slot in [Slot::Absent, Slot::Null] {
        let slots = [slot];
        assert!(Fit { optional: true, ..fit(0, Kind::Text) }.holds(&slots));
        assert!(!fit(0, Kind::Text).holds(&slots));
    }
    // Optional or not, what is there has the declared type.
    assert!(!Fit { optional: true, ..fit(0, Kind::Text) }.holds(&[Slot::Bool(true)]));
    // A slot that was never given out is absent.
    assert!(!fit(9, Kind::Text).holds(&[]));
}

#[test]
fn members_and_elements_count_too() {
    static OBJECT: Fit = Fit { path: "", slot: 0, optional: false, kind: Kind::Object(&[fit(1, Kind::Text)]) };
    assert!(OBJECT.holds(&[Slot::Object, Slot::Text("x".into())]));
    assert!(!OBJECT.holds(&[Slot::Object, Slot::Absent]));
    assert!(!OBJECT.holds(&[Slot::List, Slot::Text("x".into())]));
    let tally = |misfits| Slot::Tally { total: 3, held: 1, misfits };
    for kind in [Kind::List(&[], &[1]), Kind::Map(&[], &[1])] {
        let there = if matches!(kind, Kind::Map(..)) { Slot::Object } else { Slot::List };
        let fit = fit(0, kind);
        assert!(fit.holds(&[there.clone(), tally(0)]));
        assert!(!fit.holds(&[there, tally(1)]));
    }
}

#[test]
fn the_first_member_that_fits_is_the_member() {
    static MEMBERS: [Fit; 3] = [
        Fit { path: "", slot: 0, optional: false, kind: Kind::Object(&[fit(1, Kind::Text)]) },
        Fit { path: "", slot: 0, optional: false, kind: Kind::Object(&[]) },
        Fit { path: "", slot: 0, optional: false, kind: Kind::Text },
    ];
    assert_eq!(member_of(&MEMBERS, &[Slot::Object, Slot::Text("x".into())]), Some(0));
    assert_eq!(member_of(&MEMBERS, &[Slot::Object, Slot::Null]), Some(1));
    assert_eq!(member_of(&MEMBERS, &[Slot::Text("x".into()), Slot::Absent]), Some(2));
    assert_eq!(member_of(&MEMBERS, &[Slot::List, Slot::Absent]), None);
}
