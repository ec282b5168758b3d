//! A request in words, and what is wrong with the words.

use std::fmt;

/// A request in words, as in `ask p.policy 提供 氏名 --先 加盟店`. Acts and states may also be given by their keys in the
/// bundle (`provide`, `raw`).
#[derive(Debug, Clone, Copy, Default)]
pub struct Question<'a> {
    /// The act.
    pub act: &'a str,
    /// The data categories; all data where none is named.
    pub data: &'a [&'a str],
    /// The other party; the operator where none is named and the act needs no other.
    pub party: Option<&'a str>,
    /// The purpose.
    pub purpose: Option<&'a str>,
    /// The state of the data; raw where none is named.
    pub processing: Option<&'a str>,
    /// The conditions asserted.
    pub conditions: &'a [&'a str],
    /// The conditions denied, with all their kinds.
    pub denied: &'a [&'a str],
    /// The conditions withdrawn, with all their kinds.
    pub withdrawn: &'a [&'a str],
    /// Whether every other condition possibly holds.
    pub closed: bool,
    /// How much time has gone since events. Of others none has: no period that is counted from them is over.
    pub elapsed: &'a [Elapsed<'a>],
    /// The day that is asked about, as `2026-04-01`: for periods that end on a day, and for events whose day is given. None:
    /// no such period is over.
    pub on: Option<&'a str>,
    /// The route of collection.
    pub route: Option<&'a str>,
}

/// How much time has gone since an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elapsed<'a> {
    /// The event: a condition, or 取得.
    pub event: &'a str,
    /// A length of time as ISO 8601 writes it (`P4Y`, `P90D`), or the day of the event (`2021-02-28`).
    pub time: &'a str,
}

/// Which part of a request a word stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequestPart {
    /// 行為
    Act,
    /// 情報
    Data,
    /// 主体
    Party,
    /// 目的
    Purpose,
    /// 加工の状態
    Processing,
    /// 条件
    Condition,
    /// 条件, denied
    Denied,
    /// 条件, withdrawn
    Withdrawn,
    /// 経過: the event
    Event,
    /// 経過: the time
    Elapsed,
    /// 日
    Day,
    /// 経路
    Route,
}

impl RequestPart {
    /// The Japanese word for what is named there.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Act => "行為",
            Self::Data => "情報",
            Self::Party => "主体",
            Self::Purpose => "目的",
            Self::Processing => "加工の状態",
            Self::Condition | Self::Denied | Self::Withdrawn => "条件",
            Self::Event => "起点",
            Self::Elapsed => "経過",
            Self::Day => "日",
            Self::Route => "経路",
        }
    }

    /// The English term.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Data => "data category",
            Self::Party => "party",
            Self::Purpose => "purpose",
            Self::Processing => "processing state",
            Self::Condition | Self::Denied | Self::Withdrawn => "condition",
            Self::Event => "event",
            Self::Elapsed => "elapsed time",
            Self::Day => "day",
            Self::Route => "route",
        }
    }

    /// Whether the words for it are the language's and not the policy's.
    #[must_use]
    pub fn is_fixed(self) -> bool {
        matches!(self, Self::Act | Self::Processing)
    }

    /// The member of a request in JSON.
    #[must_use]
    pub fn member(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Data => "data",
            Self::Party => "party",
            Self::Purpose => "purpose",
            Self::Processing => "processing",
            Self::Condition => "conditions",
            Self::Denied => "denied",
            Self::Withdrawn => "withdrawn",
            Self::Event | Self::Elapsed => "elapsed",
            Self::Day => "on",
            Self::Route => "route",
        }
    }
}

/// A word of a request that cannot be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// Where it stands.
    pub part: RequestPart,
    /// The word.
    pub word: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a word of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It names nothing.
    Unknown {
        /// The nearest word that would be understood.
        nearest: Option<String>,
    },
    /// It may mean any of these, by their qualified names.
    Several(Vec<String>),
    /// It says of this name of the policy that the policy does not have it: その他：発送.
    Known(String),
    /// The condition is denied by it, and this kind of it, or itself, asserted.
    AssertedToo(String),
    /// It names a party of an act that the operator does alone, and the policy does not say who that is.
    DoneAlone,
    /// The times that the question gives say otherwise.
    AgainstTimes,
    /// It is neither a length of time nor a day.
    NoTime,
    /// It is no day.
    NoDay,
    /// It is the day of an event, and the question does not say which day it asks about.
    OnWhichDay,
    /// The event lies behind the day that is asked about.
    NotYet,
    /// Whether this period is over depends on the day it is counted from.
    Undecided(String),
}

impl Unresolved {
    /// A word that would be understood in its place.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        match &self.why {
            Why::Unknown { nearest } => nearest.as_deref(),
            Why::Known(name) => Some(name),
            _ => None,
        }
    }

    /// The names of what it may mean, where it may mean several things.
    #[must_use]
    pub fn several(&self) -> &[String] {
        match &self.why {
            Why::Several(names) => names,
            _ => &[],
        }
    }

    /// What is wrong and what to do, in Japanese.
    #[must_use]
    pub fn japanese(&self) -> String {
        let (part, word) = (self.part.word(), &self.word);
        match &self.why {
            Why::AssertedToo(asserted) if asserted == word => {
                format!("{part}「{word}」を、満たされているとも満たされていないとも言っています")
            }
            Why::AssertedToo(asserted) => format!(
                "{part}「{word}」を満たされていないと言い、その一種の「{asserted}」を満たされていると言っています"
            ),
            Why::DoneAlone => format!(
                "事業者が自ら行う行為に相手はありません（{part}「{word}」を挙げずに尋ねるか、方針に事業者を書いてください）"
            ),
            Why::AgainstTimes => format!("{part}「{word}」について言っていることが、経過や日と食い違います"),
            Why::NoTime => format!(
                "経過「{word}」は、長さ（P4Y、P90D など。コマンドでは 4年、90日 とも書けます）でも日付（2021-02-28）でもありません"
            ),
            Why::NoDay => format!("「{word}」は日付ではありません（2026-04-01 のように書いてください）"),
            Why::OnWhichDay => {
                format!("「{word}」から数えるには、いつのことを尋ねるのかが要ります（コマンドでは --日、JSON では on）")
            }
            Why::NotYet => format!("「{word}」は、尋ねる日より後です"),
            Why::Undecided(period) => format!(
                "経過「{word}」だけでは、期間「{period}」を過ぎたかどうか決まりません（起点の日付と尋ねる日で尋ねてください）"
            ),
            Why::Known(name) => {
                format!("{part}「{name}」は方針にあります（「{word}」ではなく「{name}」と尋ねてください）")
            }
            Why::Several(names) => format!("{part}「{word}」は{}のどれを指すか決まりません", quoted(names)),
            Why::Unknown { nearest } => {
                let nearest = nearest.as_ref().map(|nearest| format!("（もしかして:「{nearest}」）"));
                let nearest = nearest.unwrap_or_default();
                match self.part.is_fixed() {
                    true => format!("「{word}」という{part}はありません{nearest}"),
                    false => format!("{part}「{word}」は宣言されていません{nearest}"),
                }
            }
        }
    }
}

impl fmt::Display for Unresolved {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (part, word) = (self.part.english(), &self.word);
        match &self.why {
            Why::AssertedToo(asserted) if asserted == word => {
                write!(formatter, "the {part} `{word}` is asserted and denied")
            }
            Why::AssertedToo(asserted) => write!(
                formatter,
                "the {part} `{word}` is denied, and `{asserted}`, a kind of it, asserted"
            ),
            Why::DoneAlone => write!(
                formatter,
                "the operator does this act alone: leave out the {part} `{word}`, or declare the operator (事業者)"
            ),
            Why::AgainstTimes => write!(
                formatter,
                "what is said of the {part} `{word}` is against the times given"
            ),
            Why::NoTime => write!(
                formatter,
                "`{word}` is neither a length of time (P4Y, P90D) nor a day (2021-02-28)"
            ),
            Why::NoDay => write!(formatter, "`{word}` is no day (2026-04-01)"),
            Why::OnWhichDay => write!(
                formatter,
                "to count from `{word}` the question must say which day it asks about (`on`)"
            ),
            Why::NotYet => write!(formatter, "`{word}` is later than the day asked about"),
            Why::Undecided(period) => write!(
                formatter,
                "`{word}` alone does not say whether the period {period} is over: give the day of the event and the day asked about"
            ),
            Why::Known(name) => write!(
                formatter,
                "the policy has the {part} `{name}`: ask about that, not `{word}`"
            ),
            Why::Several(names) => write!(formatter, "{part} `{word}` may mean any of {}", names.join(", ")),
            Why::Unknown { nearest } => {
                match self.part.is_fixed() {
                    true => write!(formatter, "there is no {part} `{word}`")?,
                    false => write!(formatter, "{part} `{word}` is not declared")?,
                }
                match nearest {
                    Some(nearest) => write!(formatter, " (did you mean `{nearest}`?)"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl std::error::Error for Unresolved {}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("「{name}」")).collect()
}
