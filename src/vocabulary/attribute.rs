//! What a declaration says of its concept beside its name.

use super::dimension::Dimension;

macro_rules! attributes {
    ($($variant:ident = $word:literal, $english:literal, $dimension:ident, $doc:literal;)+) => {
        /// A fixed property that a declaration gives its concept in ［］.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Attribute {
            $(#[doc = $doc] $variant,)+
        }

        impl Attribute {
            /// Every attribute.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As written in a source.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The key used in the bundle.
            #[must_use]
            #[cfg(any(test, feature = "internals"))]
            pub fn english(self) -> &'static str {
                match self { $(Self::$variant => $english,)+ }
            }

            /// The vocabulary it belongs to.
            #[must_use]
            pub fn dimension(self) -> Dimension {
                match self { $(Self::$variant => Dimension::$dimension,)+ }
            }
        }
    };
}

attributes! {
    DirectIdentifier = "直接識別", "direct_identifier", Data, "Identifies a person by itself.";
    QuasiIdentifier = "準識別", "quasi_identifier", Data, "Identifies a person together with other items.";
    Sensitive = "要配慮", "special_care_required", Data, "要配慮個人情報, APPI article 2(3).";
    PersonallyReferable = "個人関連", "personally_referable", Data, "個人関連情報, APPI article 2(7).";
    Foreign = "外国", "foreign", Party, "In a foreign country, APPI article 28.";
    Group = "グループ", "group_company", Party, "A company of the operator's group.";
    Processor = "委託先", "processor", Party, "Handles data on the operator's behalf, APPI article 27(5)(i).";
    AcademicInstitution = "学術研究機関", "academic_institution", Party, "学術研究機関等, APPI article 16(8).";
    PublicBody = "行政機関", "public_body", Party, "A body of the state or a local government.";
}
