//! Pass 6: what the wording itself says.

use super::document::Built;
use super::meaning::Resolver;

/// Checks the wording of the whole page.
pub(super) fn check(_built: &Built<'_>, _resolver: &mut Resolver<'_, '_, '_, '_>) {}
