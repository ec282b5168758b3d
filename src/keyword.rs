//! The words of the language: one table of keywords with the English term of each.
//!
//! `docs/terms.md` pairs them for readers; a test holds the two together. What each statement may hold is in
//! `resolve::shape`.

macro_rules! keywords {
    ($d:tt $($(#[doc = $doc:literal])+ $kind:ident $(as $pattern:ident $(, each as $each:ident)?)? {
        $($(#[$said:meta])* $variant:ident = $word:literal, $english:literal;)+
    })+) => {
        /// What a statement is. `Prose`, `Entry` and `Unknown` have no word of their own: the place decides.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Keyword {
            $($(#[doc = $english] $variant,)+)+
            /// Plain wording: a paragraph, or a bullet in a chapter.
            Prose,
            /// An entry in the block of a dimension: a data item in 項目, a recipient in 提供先.
            Entry,
            /// A statement whose keyword could not be made out. It was reported; what it declares is not missed.
            Unknown,
        }

        /// What a keyword is for. The table says it once; what is true of all keywords of a kind is asked of the kind.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[doc = $doc])+ $kind,)+
            /// What has no word: a paragraph, an entry, or what could not be made out.
            Wordless,
        }

        impl Keyword {
            /// Every keyword that is written with a word.
            pub const WORDS: &'static [Self] = &[$($(Self::$variant),+),+];

            /// The word as written; empty for the kinds that have none.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $($(Self::$variant => $word,)+)+
                    Self::Prose | Self::Entry | Self::Unknown => "",
                }
            }

            /// The term of the field in English, as code, JSON and documentation use it.
            #[must_use]
            pub fn english(self) -> &'static str {
                match self {
                    $($(Self::$variant => $english,)+)+
                    Self::Prose => "paragraph",
                    Self::Entry => "entry",
                    Self::Unknown => "unknown",
                }
            }

            /// What it is for.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self {
                    $($(Self::$variant)|+ => Kind::$kind,)+
                    Self::Prose | Self::Entry | Self::Unknown => Kind::Wordless,
                }
            }

            /// The keyword that is written so.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($($word => Some(Self::$variant),)+)+
                    _ => None,
                }
            }
        }

        $(keywords!(@pattern [$($pattern)?] $($variant)+);)+
        $(keywords!(@each [$($($each)?)?] $d $($(#[$said])* $variant = $word;)+);)+
    };
    (@each [] $($rest:tt)*) => {};
    (@each [$each:ident] $d:tt $($row:tt)+) => {
        /// Hands the keywords of a kind, with what is said of each and its word, to the macro that makes something of all
        /// of them: `each!(macro)`.
        macro_rules! $each {
            ($d make:ident) => { $d make! { $($row)+ } };
        }
        pub(crate) use $each;
    };
    (@pattern [] $($variant:ident)+) => {};
    (@pattern [$pattern:ident] $($variant:ident)+) => {
        /// The pattern of all keywords of a kind, for a `match` without `_`: a new one of the kind is answered, a new
        /// one of no such kind does not compile.
        macro_rules! $pattern {
            () => {
                $($crate::keyword::Keyword::$variant)|+
            };
        }
        pub(crate) use $pattern;
    };
}

keywords! { $
    /// The policy as a whole, what it brings in, and who issues it.
    Frame as frames {
        Policy = "方針", "policy";
        Import = "取込", "import";
        Operator = "事業者", "operator";
        Address = "住所", "address";
        Representative = "代表者", "representative";
    }
    /// A date of the policy.
    Date as dates {
        Established = "制定", "established";
        Revised = "改定", "revised";
        LastRevised = "最終改定", "last revised";
        Effective = "施行", "effective";
    }
    /// What is said of a revision.
    Revision as revisions {
        Summary = "概要", "revision summary";
        Acknowledgement = "承認", "acknowledgement";
        PreviousRevision = "旧版", "previous revision";
    }
    /// How the page is laid out and numbered.
    Page as pages {
        Contents = "目次", "table of contents";
        Numbering = "番号", "numbering style";
        LevelWords = "呼び名", "level words";
    }
    /// A level of the outline.
    Level as levels {
        Chapter = "章", "chapter";
        Section = "節", "section";
        Subsection = "項", "subsection";
    }
    /// A heading or a table, which mean nothing by themselves.
    Layout {
        GroupHeading = "見出し", "group heading";
        Table = "表", "table";
        Columns = "列", "table columns";
        Row = "行", "table row";
    }
    /// A declaration of the vocabulary, and the blocks that list what is declared.
    Vocabulary {
        DefinedTerm = "用語", "defined term";
        Data = "情報", "data category";
        Party = "主体", "party";
        Purpose = "目的", "purpose";
        Examples = "例", "examples";
        Condition = "条件", "condition";
        Cases = "場合", "cases";
        Route = "経路", "source of collection";
    }
    /// An act: what the operator does with data.
    Act as acts {
        Collect = "取得", "collect";
        Use = "利用", "use";
        Provide = "提供", "provide";
        Receive = "受領", "receive";
        Entrust = "委託", "entrust";
        AcceptEntrustment = "受託", "accept entrustment";
        Share = "共同利用", "share";
        Transmit = "外部送信", "transmit externally";
        TransferAbroad = "越境", "transfer abroad";
        Publish = "掲載", "publish";
        Retain = "保管", "retain";
        Erase = "消去", "erase";
    }
    /// The prohibition of an act.
    Prohibition as prohibitions {
        CollectNot = "取得しない", "prohibition to collect";
        UseNot = "利用しない", "prohibition to use";
        ProvideNot = "提供しない", "prohibition to provide";
        ReceiveNot = "受領しない", "prohibition to receive";
        EntrustNot = "委託しない", "prohibition to entrust";
        AcceptEntrustmentNot = "受託しない", "prohibition to accept entrustment";
        ShareNot = "共同利用しない", "prohibition to share";
        TransmitNot = "外部送信しない", "prohibition to transmit externally";
        TransferAbroadNot = "越境しない", "prohibition to transfer abroad";
        PublishNot = "掲載しない", "prohibition to publish";
        RetainNot = "保管しない", "prohibition to retain";
        EraseNot = "消去しない", "prohibition to erase";
    }
    /// A part of a clause: what it is about, and under which terms.
    Part as parts {
        Recipient = "提供先", "recipient";
        Provider = "提供元", "provider";
        Destination = "送信先", "destination";
        Items = "項目", "data items";
        Processing = "加工", "processing requirement";
        Drop = "除外", "drop";
        Keep = "残す", "keep";
        Generalise = "一般化", "generalise";
        State = "水準", "processing state";
        LegalBasis = "根拠", "legal basis";
        Period = "期間", "retention period";
        Unless = "但し", "exception";
    }
    /// A rider, and what it rules.
    Rider {
        Rider = "特約", "rider";
        Target = "対象", "target";
        Limit = "限定", "limit";
        Acts = "行為", "acts";
        Forbid = "禁止", "forbid";
        Permit = "許可", "permit";
    }
    /// How clauses and names bear on one another.
    Relation {
        Priority = "優先", "priority";
        Linking = "紐付け", "linking";
    }
    /// What must be told and rules nothing. What stands before each is its description in the schema of the bundle, where
    /// its name in lower case is its key.
    Notice as notices, each as each_notice {
        /// 権利: what a person may ask for (dpv:DataSubjectRight; APPI articles 32 to 39).
        DataSubjectRights = "権利", "data-subject rights";
        /// 手数料: what asking costs (APPI article 38).
        Fees = "手数料", "fees";
        /// 安全管理: security measures (dpv:TechnicalOrganisationalMeasure; APPI article 23).
        SecurityMeasures = "安全管理", "security measures";
        /// 責任者: the person in charge.
        PersonInCharge = "責任者", "person in charge";
        /// 窓口: where to ask or complain (APPI articles 32 and 40).
        Contact = "窓口", "contact";
        /// 任意性: whether giving the data is voluntary.
        Voluntariness = "任意性", "voluntariness";
        /// 認定団体: the accredited personal information protection organisation (APPI article 47).
        AccreditedBody = "認定団体", "accredited body";
    }
    /// A policy test and the answer it expects.
    Test {
        Test = "検証", "policy test";
        Expected = "結果", "expected decision";
    }
}

impl Keyword {
    /// What an element is that stands in this block without a keyword.
    #[must_use]
    pub fn element_kind(self) -> Self {
        match self {
            Self::Data => Self::Data,
            Self::Party => Self::Party,
            Self::Condition | Self::Cases => Self::Condition,
            Self::Purpose | Self::Examples => Self::Purpose,
            Self::Route => Self::Route,
            Self::DefinedTerm => Self::DefinedTerm,
            Self::Items | Self::Recipient | Self::Provider | Self::Destination => Self::Entry,
            _ => Self::Prose,
        }
    }
}
