//! Acts with what belongs to them. A request in Japanese ends with its verb and in English begins with it, so its phrases go
//! before the act in the one language and after it in the other.

use super::super::kinds::{AnyOne, Case, What, Who};
use crate::norm::Processing;
use crate::text::sentence::{Items, Name, sentences};

sentences! {
    collect(data: What) =
        "{data}を取得する",
        "Collecting {data}";
    make_use(data: What) =
        "{data}を利用する",
        "Using {data}";
    provide(data: What) =
        "{data}を提供する",
        "Providing {data}";
    provide_to(data: What, party: Who) =
        "{data}を{party}に提供する",
        "Providing {data} to {party}";
    receive(data: What) =
        "{data}を受領する",
        "Receiving {data}";
    receive_from(data: What, party: Who) =
        "{data}を{party}から受領する",
        "Receiving {data} from {party}";
    entrust(data: What) =
        "{data}の取扱いを委託する",
        "Entrusting {data}";
    entrust_to(data: What, party: Who) =
        "{data}の取扱いを{party}に委託する",
        "Entrusting {data} to {party}";
    accept_entrustment(data: What) =
        "{data}の取扱いを受託する",
        "Accepting the entrustment of {data}";
    accept_entrustment_from(data: What, party: Who) =
        "{data}の取扱いを{party}から受託する",
        "Accepting the entrustment of {data} from {party}";
    share(data: What) =
        "{data}を共同して利用する",
        "Sharing {data}";
    share_with(data: What, party: Who) =
        "{data}を{party}と共同して利用する",
        "Sharing {data} with {party}";
    transmit(data: What) =
        "{data}を送信する",
        "Transmitting {data}";
    transmit_to(data: What, party: Who) =
        "{data}を{party}に送信する",
        "Transmitting {data} to {party}";
    transfer_abroad(data: What) =
        "{data}を外国に移転する",
        "Transferring abroad {data}";
    transfer_abroad_to(data: What, party: Who) =
        "{data}を外国にある{party}に移転する",
        "Transferring abroad {data} to {party}";
    publish(data: What) =
        "{data}を掲載する",
        "Publishing {data}";
    retain(data: What) =
        "{data}を保管する",
        "Retaining {data}";
    erase(data: What) =
        "{data}を消去する",
        "Erasing {data}";

    all_data() =
        "すべての情報",
        "all data";
    all_data_processed(state: Processing) =
        "「{state}」の状態に加工したすべての情報",
        "all {state} data";
    processed(state: Processing, data: Items) =
        "「{state}」の状態に加工した{data}",
        "{state} {data}";
    named(name: Name) =
        "「{name}」",
        "{name}";

    given(case: Case) =
        "{case}に、",
        ", given {case},";
    denied(case: Case) =
        "{case}に、",
        ", given {case},";
    withdrawn(names: Items) =
        "{names}が撤回された後に、",
        ", after the withdrawal of {names},";
    not_one(name: Name) =
        "「{name}」に当たらない場合",
        "not {name}";
    none_of(names: AnyOne) =
        "{names}のいずれにも当たらない場合",
        "none of {names}";
    whatever_else_holds() =
        "挙げていない条件の有無が分からないとき、",
        ", whatever other conditions hold,";
    for_any_purpose() =
        "目的を問わず、",
        " for any purpose";
    for_purpose(purpose: Name) =
        "「{purpose}」の目的で",
        " for the purpose {purpose}";
    for_another_purpose() =
        "その他の目的で",
        " for another purpose";
    by_route(route: Name) =
        "「{route}」により",
        " by the route {route}";
    to_whomever() =
        "相手を問わず、",
        " to whomever";
    from_whomever() =
        "相手を問わず、",
        " from whomever";
    with_whomever() =
        "相手を問わず、",
        " with whomever";
    done_by(party: Name) =
        "「{party}」が",
        " by {party}";
}
