//! What is collected and what is handled: H0509, H0510.

use crate::text::sentence::{ActName, Clause, Name, Request, sentences};

sentences! {
    never_collected(name: Name) =
        "「{name}」は、取得すると書かれていないのに扱われています",
        "`{name}` is handled and never collected";
    handled_by(clause: Clause, act: ActName) =
        "{clause}が{act}を認めています",
        "{clause} permits to {act} it";
    collection() =
        "取得の定め",
        "what is collected";
    handled_for_example(request: Request, clause: Clause, name: Name) =
        "例えば、{request}ことを{clause}が認めますが、「{name}」を取得する定めがありません",
        "{clause} permits {request}, for example, and nothing permits to collect `{name}`";
    collect_it(name: Name) =
        "取得する情報に「{name}」を加えるか、この条項から外してください。ほかの情報から作り出すもの（分析の結果、やり取りの記録など）なら、このままで構いません",
        "state that `{name}` is collected, or take it out of the clause; leave it where it is made from other data (what an analysis gives, a record)";
    never_used(name: Name) =
        "「{name}」を取得しますが、使う定めがありません",
        "`{name}` is collected, and nothing says what for";
    collected_by(clause: Clause) =
        "{clause}で取得",
        "collected by {clause}";
    minimisation() =
        "必要のない情報は取得しないのが原則です（データの最小化）",
        "what is not needed is not collected (data minimisation)";
    use_it(name: Name) =
        "利用目的の項目に「{name}」を加えるか、取得をやめてください",
        "add `{name}` to the data of a purpose, or stop collecting it";
}
