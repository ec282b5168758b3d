//! The rooms, for the tests, benches and fuzz targets of this repository. Not for programs: whatever is here may change with any
//! commit, and the feature that shows it is no part of the crate's interface.

pub mod bundle {
    //! See the room of the name.
    pub use crate::bundle::*;
}
#[cfg(feature = "compile")]
pub mod check {
    //! See the room of the name.
    pub use crate::check::*;
}
#[cfg(feature = "compile")]
pub mod compile {
    //! See the room of the name.
    pub use crate::compile::*;
}
#[cfg(feature = "compile")]
pub mod conformance {
    //! See the room of the name.
    pub use crate::conformance::*;
}
pub mod decide {
    //! See the room of the name.
    pub use crate::decide::*;
}
#[cfg(feature = "compile")]
pub mod diagnostic {
    //! See the room of the name.
    pub use crate::diagnostic::*;
}
#[cfg(feature = "diff")]
pub mod diff {
    //! See the room of the name.
    pub use crate::diff::*;
}
pub mod document {
    //! See the room of the name.
    pub use crate::document::*;
}
#[cfg(feature = "compile")]
pub mod format {
    //! See the room of the name.
    pub use crate::format::*;
}
pub mod keyword {
    //! See the room of the name.
    pub use crate::keyword::*;
}
pub mod norm {
    //! See the room of the name.
    pub use crate::norm::*;
}
#[cfg(feature = "compile")]
pub mod opa {
    //! See the room of the name.
    pub use crate::opa::*;
}
pub mod policy {
    //! See the room of the name.
    pub use crate::policy::*;
}
#[cfg(feature = "compile")]
pub mod render {
    //! See the room of the name.
    pub use crate::render::*;
}
#[cfg(feature = "compile")]
pub mod resolve {
    //! See the room of the name.
    pub use crate::resolve::*;
}
#[cfg(feature = "compile")]
pub mod source {
    //! See the room of the name.
    pub use crate::source::*;
}
pub mod span {
    //! See the room of the name.
    pub use crate::span::*;
}
#[cfg(feature = "compile")]
pub mod syntax {
    //! See the room of the name.
    pub use crate::syntax::*;
}
pub mod vocabulary {
    //! See the room of the name.
    pub use crate::vocabulary::*;
}
#[cfg(feature = "compile")]
pub mod wording {
    //! See the room of the name.
    pub use crate::wording::*;
}
