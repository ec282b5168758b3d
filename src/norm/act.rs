//! Acts and sets of them.

macro_rules! acts {
    ($($variant:ident = $word:literal, $english:literal;)+) => {
        /// An act that a norm permits or forbids: the fixed list A of the semantics.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Act {
            $(#[doc = $word] $variant,)+
        }

        impl Act {
            /// All acts, collection first.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word of the act: 提供.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The English term, as used in the bundle: provide.
            #[must_use]
            pub fn english(self) -> &'static str {
                match self { $(Self::$variant => $english,)+ }
            }

            /// The act of this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// The act of this English term.
            #[must_use]
            pub fn from_english(term: &str) -> Option<Self> {
                match term { $($english => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

acts! {
    Collect = "取得", "collect";
    Use = "利用", "use";
    Provide = "提供", "provide";
    Receive = "受領", "receive";
    Entrust = "委託", "entrust";
    AcceptEntrustment = "受託", "accept_entrustment";
    Share = "共同利用", "share";
    Transmit = "外部送信", "transmit_externally";
    TransferAbroad = "越境", "transfer_abroad";
    Publish = "掲載", "publish";
    Retain = "保管", "retain";
    Erase = "消去", "erase";
}

impl Act {
    /// Whether the act is done with somebody: provided to, received from, entrusted to. The operator does the others
    /// alone, and is their party.
    #[must_use]
    pub fn has_other_party(self) -> bool {
        !matches!(
            self,
            Self::Collect | Self::Use | Self::Publish | Self::Retain | Self::Erase
        )
    }
}

/// A set of acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ActSet(u16);

impl ActSet {
    /// Every act.
    pub const ALL: Self = Self((1 << Act::ALL.len()) - 1);
    /// The acts that serve a purpose of their own: what 「…のためにのみ利用します」 limits. Collecting, keeping and erasing serve
    /// that of another act, and a limit on them would forbid an operator to hold, or to erase, what he may use.
    pub const FOR_A_PURPOSE: Self = Self(
        1 << Act::Use as u16
            | 1 << Act::Provide as u16
            | 1 << Act::Share as u16
            | 1 << Act::Entrust as u16
            | 1 << Act::Transmit as u16
            | 1 << Act::Publish as u16,
    );
    /// No act.
    pub const EMPTY: Self = Self(0);

    /// One act.
    #[must_use]
    pub fn single(act: Act) -> Self {
        Self(1 << act as u8)
    }

    /// The set with the act added.
    #[must_use]
    pub fn with(self, act: Act) -> Self {
        Self(self.0 | 1 << act as u8)
    }

    /// Whether the act is in it.
    #[must_use]
    pub fn contains(self, act: Act) -> bool {
        self.0 & (1 << act as u8) != 0
    }

    /// What is in both.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this set and not in the other.
    #[must_use]
    pub fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Those that are done with somebody.
    #[must_use]
    pub fn with_other_party(self) -> Self {
        self.iter().filter(|act| act.has_other_party()).collect()
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The acts, in their fixed order.
    pub fn iter(self) -> impl Iterator<Item = Act> {
        Act::ALL.iter().copied().filter(move |act| self.contains(*act))
    }
}

impl FromIterator<Act> for ActSet {
    fn from_iter<I: IntoIterator<Item = Act>>(acts: I) -> Self {
        acts.into_iter().fold(Self::EMPTY, Self::with)
    }
}
