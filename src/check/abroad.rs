//! H0511 and H0512: transfers abroad (個人情報保護法28条). A clause that reaches a party abroad says so, and a 越境 reaches one.

use super::subject::{Subject, acts};
use super::words;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::ClauseId;
use crate::norm::{Act, Norm, NormId};
use crate::policy::TransferAbroad;
use crate::region::Witness;
use crate::vocabulary::{Attribute, LeafSet};

/// Findings on parties abroad that no 越境 covers, and on 越境 that covers nobody.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let foreign = subject.parties().leaves_with(Attribute::Foreign);
    let mut diagnostics = Vec::new();
    for norms in subject.clauses.values() {
        let first = norms.iter().find(|id| reaches_unstated(subject, **id, &foreign));
        diagnostics.extend(first.map(|id| unstated(subject, *id, &foreign)));
    }
    for transfer in &subject.policy.transfers_abroad {
        if !reaches_somebody(subject, transfer, &foreign) {
            diagnostics.push(idle(subject, transfer));
        }
    }
    diagnostics
}

/// Whether a clause lies in one that the 越境 names, or in the 越境 itself, whose detail it is then.
fn covers(subject: &Subject<'_>, transfer: &TransferAbroad, clause: ClauseId) -> bool {
    let path = subject.policy.document.path(clause);
    path.contains(&transfer.clause) || transfer.covers.iter().any(|covered| path.contains(covered))
}

fn reaches_unstated(subject: &Subject<'_>, id: NormId, foreign: &LeafSet) -> bool {
    let norm = subject.norm(id);
    let clause = norm.provenance.clause;
    let transfers = &subject.policy.transfers_abroad;
    !norm.effect.refuses()
        && !subject.is_inert(id)
        && is_transfer(subject, norm)
        && norm.parties.leaves.intersects(foreign)
        && !transfers.iter().any(|transfer| covers(subject, transfer, clause))
}

/// Article 28 speaks of personal data: sending what only relates to a person (個人関連情報) from a device is not among it.
fn is_transfer(subject: &Subject<'_>, norm: &Norm) -> bool {
    let direct = acts(&[Act::Provide, Act::Entrust, Act::Share, Act::TransferAbroad]);
    let related = || subject.data().leaves_with(Attribute::PersonallyReferable);
    !norm.acts.intersection(direct).is_empty()
        || norm.acts.contains(Act::Transmit) && !norm.data.leaves.is_subset(&related())
}

fn unstated(subject: &Subject<'_>, id: NormId, foreign: &LeafSet) -> Diagnostic {
    let clause = subject.cited(id);
    let norm = subject.norm(id);
    let reached = norm.parties.leaves.intersection(foreign);
    let parties = words::quoted(&words::described(subject.parties(), &reached));
    let witness = Witness {
        party: reached.first().unwrap_or_default(),
        ..Witness::under(norm)
    };
    let request = witness.told(subject, &[norm]);
    let name = subject.callable(id).unwrap_or("条項の名前").to_owned();
    Diagnostic::new(
        Code::H0511,
        Text::new(
            format!("{clause}は外国にある{}に及びますが、越境の定めがありません", parties.ja),
            format!("{clause} reaches {} abroad, and no 越境 covers it", parties.en),
        ),
    )
    .label(
        subject.span(id),
        Text::new(format!("相手方は{}", parties.ja), format!("to {}", parties.en)),
    )
    .note(Text::new(
        format!("例えば、{}ことが国外に及びます。外国にある第三者への提供には、国名や制度の情報を示した同意などが要ります（個人情報保護法28条）", request.ja),
        format!(
            "{}, for example, goes abroad, which takes consent after information on the country, or another ground (APPI article 28)",
            request.en
        ),
    ))
    .help(Text::new(
        format!("越境の章を設け、`越境［{name}］` でこの条項を挙げてください"),
        format!("add `越境［{name}］`"),
    ))
}

fn reaches_somebody(subject: &Subject<'_>, transfer: &TransferAbroad, foreign: &LeafSet) -> bool {
    let inside = |clause: ClauseId| covers(subject, transfer, clause);
    subject
        .policy
        .norms
        .iter()
        .any(|norm| !norm.effect.refuses() && norm.parties.leaves.intersects(foreign) && inside(norm.provenance.clause))
}

fn idle(subject: &Subject<'_>, transfer: &TransferAbroad) -> Diagnostic {
    let document = &subject.policy.document;
    let titles: Vec<String> = transfer
        .covers
        .iter()
        .map(|clause| document.plain(&document.clause(*clause).title))
        .collect();
    let titles = words::quoted(&titles);
    let (label, help) = match transfer.covers.is_empty() {
        true => (
            Text::new("どの条項にも結び付いていません", "it names no clause"),
            Text::new(
                "`越境［条項の名前］` のように、国外に及ぶ提供や委託の条項を挙げてください。条項がなければ、それを加えます",
                "name the clauses whose acts reach abroad: `越境［…］`; where there is none, write it",
            ),
        ),
        false => (
            Text::new(
                format!("{}の相手方に、外国にある主体がいません", titles.ja),
                format!("no party of {} is abroad", titles.en),
            ),
            Text::new(
                "外国にある相手方を `主体 名前［外国、国名＝…］` と宣言し、条項の相手方に加えてください。いなければ、この定めを削除します",
                "declare the party abroad as `主体 …［外国、国名＝…］` and name it in the clause; where there is none, delete this",
            ),
        ),
    };
    Diagnostic::new(
        Code::H0512,
        Text::new("この越境の定めが及ぶ行為はありません", "this 越境 reaches no act"),
    )
    .label(transfer.span, label)
    .note(Text::new(
        "外国にある第三者への提供では、相手の国名などの情報を示すことが求められます（個人情報保護法28条2項）",
        "a transfer abroad takes information on the country of the recipient (APPI article 28(2))",
    ))
    .help(help)
}
