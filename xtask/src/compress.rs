//! Brotli at its best, as a good host sends files: what sizes are counted in.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result};

use crate::digest;

/// The bytes after brotli, quality 11.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let (buffer, quality, window) = (1 << 16, 11, 22);
    let mut writer = brotli::CompressorWriter::new(Vec::new(), buffer, quality, window);
    writer.write_all(bytes).context("brotli")?;
    writer.flush().context("brotli")?;
    Ok(writer.into_inner())
}

/// The same, kept in `folder` under the digest of the bytes: compressing well takes seconds.
pub fn brotli_kept(bytes: &[u8], folder: &Path) -> Result<Vec<u8>> {
    let digest = digest::sha256(bytes);
    let path = folder.join(format!("{digest}.br"));
    if let Ok(kept) = fs::read(&path) {
        return Ok(kept);
    }
    let packed = brotli(bytes)?;
    // Written aside first: a file cut short by an interruption must not be taken for a whole one.
    let part = folder.join(format!("{digest}.part"));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&part, &packed))
        .and_then(|()| fs::rename(&part, &path))
        .with_context(|| format!("{} was not written", path.display()))?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_was_made() {
        let folder = tempfile::tempdir().expect("temp dir");
        let text = "border ".repeat(300);
        let made = brotli_kept(text.as_bytes(), folder.path()).expect("made");
        let kept = brotli_kept(text.as_bytes(), folder.path()).expect("kept");
        assert_eq!(made, kept);
        assert_eq!(made, brotli(text.as_bytes()).expect("made"));
        assert!(made.len() < 60, "{}", made.len());
        let other = brotli_kept(b"coast", folder.path()).expect("made");
        assert_ne!(other, made);
    }
}
