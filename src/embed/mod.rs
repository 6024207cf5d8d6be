//! The hosts of the atlas.
