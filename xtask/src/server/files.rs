//! Which file answers which request, and under which headers. No network: it is tested by calling.

use std::{
    collections::HashMap,
    path::{Component, Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result};
use percent_encoding::percent_decode_str;
use walkdir::WalkDir;

use crate::compress;

/// What the page may do while it is served from here: load and call its own origin, nothing else.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; \
    manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types default";

/// An answer to one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Header names and values.
    pub headers: Vec<(&'static str, String)>,
    /// The body; empty for a redirect.
    pub body: Vec<u8>,
}

/// The files that are served.
#[derive(Debug, Clone)]
pub struct Files {
    root: PathBuf,
    policy: Option<&'static str>,
    /// Endings of names that are sent as another type.
    types: Vec<(&'static str, &'static str)>,
    /// Whether pages of other origins may use the files.
    shared: bool,
    /// Files after brotli, by their real paths; empty where they are sent as they are.
    packed: Arc<HashMap<PathBuf, Vec<u8>>>,
}

impl Files {
    /// Serve the files below `root` as they are, under the policy.
    pub fn new(root: &Path) -> Result<Self> {
        let root = root
            .canonicalize()
            .with_context(|| format!("nothing to serve at {}", root.display()))?;
        let types = Vec::new();
        Ok(Self { root, policy: Some(POLICY), types, shared: false, packed: Arc::default() })
    }

    /// The same without the policy, for pages that are not ours.
    pub fn without_policy(self) -> Self {
        Self { policy: None, ..self }
    }

    /// The same under another policy.
    pub fn under(self, policy: &'static str) -> Self {
        Self { policy: Some(policy), ..self }
    }

    /// The same from a server that sends files whose names end so as another type.
    pub fn with_type(mut self, ending: &'static str, media_type: &'static str) -> Self {
        self.types.push((ending, media_type));
        self
    }

    /// The same for pages of other origins too, which then load modules and data from here.
    pub fn shared(self) -> Self {
        Self { shared: true, ..self }
    }

    /// The same after brotli, as a good host sends them; `.bin` files stay as they are. What was
    /// compressed is kept in `folder`. Only for browsers, all of which take brotli from this machine.
    pub fn packed(self, folder: &Path) -> Result<Self> {
        let mut packed = HashMap::new();
        for entry in WalkDir::new(&self.root) {
            let path = entry.context("the files could not be listed")?.into_path();
            let plain = path.extension().is_some_and(|ending| ending == "bin");
            if path.is_file() && !plain {
                let bytes = std::fs::read(&path)
                    .with_context(|| format!("{} was not read", path.display()))?;
                packed.insert(path, compress::brotli_kept(&bytes, folder)?);
            }
        }
        Ok(Self { packed: Arc::new(packed), ..self })
    }

    /// Answer one request, given its method and its target as sent (`/a/b?c`).
    pub fn answer(&self, method: &str, target: &str) -> Answer {
        if !matches!(method, "GET" | "HEAD") {
            let mut answer = plain(405, "This server only hands out files.");
            answer.headers.push(("Allow", "GET, HEAD".into()));
            return answer;
        }
        let Some(relative) = relative_path(target) else {
            return plain(400, "This address is not well formed.");
        };
        let missing = || plain(404, "There is no such file here.");
        // A link inside the site must not lead out of it, so the real path is compared.
        let Ok(mut path) = self.root.join(&relative).canonicalize() else {
            return missing();
        };
        if !path.starts_with(&self.root) {
            return missing();
        }
        if path.is_dir() {
            let address = target.split(['?', '#']).next().unwrap_or("/");
            if !address.ends_with('/') {
                let mut answer = plain(308, "");
                // Two leading slashes would name another host.
                let place = format!("/{}/", address.trim_start_matches('/'));
                answer.headers.push(("Location", place));
                return answer;
            }
            path.push("index.html");
        }
        let mut headers = headers(&path);
        let name = path.to_string_lossy();
        if let Some((_, other)) = self.types.iter().find(|(ending, _)| name.ends_with(ending)) {
            headers.retain(|(name, _)| *name != "Content-Type");
            headers.push(("Content-Type", (*other).into()));
        }
        headers.retain(|(name, _)| *name != "Content-Security-Policy");
        if let Some(policy) = self.policy {
            headers.push(("Content-Security-Policy", policy.into()));
        }
        if self.shared {
            headers.push(("Access-Control-Allow-Origin", "*".into()));
        }
        if let Some(body) = self.packed.get(&path) {
            headers.push(("Content-Encoding", "br".into()));
            return Answer { status: 200, headers, body: body.clone() };
        }
        match std::fs::read(&path) {
            Ok(body) => Answer { status: 200, headers, body },
            Err(_) => missing(),
        }
    }
}

fn plain(status: u16, text: &str) -> Answer {
    Answer { status, headers: headers(Path::new("answer.txt")), body: text.as_bytes().to_vec() }
}

fn headers(path: &Path) -> Vec<(&'static str, String)> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
    let cache = if has_hash(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    vec![
        ("Content-Type", mime(path).into()),
        ("Content-Security-Policy", POLICY.into()),
        ("Cache-Control", cache.into()),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Referrer-Policy", "no-referrer".into()),
    ]
}

/// The target's path below the root, or nothing when it is malformed or climbs.
fn relative_path(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let path = percent_decode_str(path.strip_prefix('/')?).decode_utf8().ok()?;
    if path.contains(['\\', '\0', ':']) {
        return None;
    }
    let path = Path::new(path.as_ref());
    path.components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
        .then(|| path.to_path_buf())
}

/// The type that browsers insist on: modules and wasm are refused under any other.
pub fn mime(path: &Path) -> &'static str {
    let extension = path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("")
        .to_ascii_lowercase();
    match extension.as_str() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "geojson" => "application/geo+json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" | "md" | "cff" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// Whether the name carries the hash that trunk writes: it then never changes its content.
fn has_hash(name: &str) -> bool {
    name.split(['-', '.', '_'])
        .any(|part| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> (tempfile::TempDir, Files) {
        let dir = tempfile::tempdir().expect("temp dir");
        let root = dir.path().join("site");
        std::fs::create_dir_all(root.join("icons")).expect("dirs");
        std::fs::write(dir.path().join("secret.txt"), "secret").expect("file");
        std::fs::write(root.join("index.html"), "<p>page").expect("file");
        std::fs::write(root.join("icons/index.html"), "<p>icons").expect("file");
        std::fs::write(root.join("atlas-0123456789abcdef_bg.wasm"), "wasm").expect("file");
        let files = Files::new(&root).expect("files");
        (dir, files)
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
        let found = answer.headers.iter().find(|header| header.0 == name);
        found.map_or("", |header| header.1.as_str())
    }

    #[test]
    fn the_page_comes_with_its_policy_and_is_not_kept() {
        let (_dir, files) = site();
        for target in ["/", "/?a=b", "/index.html", "/%69ndex.html", "/./index.html"] {
            let answer = files.answer("GET", target);
            assert_eq!((answer.status, &answer.body[..]), (200, &b"<p>page"[..]));
            assert_eq!(header(&answer, "Content-Type"), "text/html; charset=utf-8");
            assert_eq!(header(&answer, "Content-Security-Policy"), POLICY);
            assert_eq!(header(&answer, "Cache-Control"), "no-cache");
        }
    }

    #[test]
    fn packed_files_are_sent_compressed_and_no_page_of_ours_has_no_policy() {
        let (dir, files) = site();
        let kept = dir.path().join("kept");
        std::fs::write(dir.path().join("site/a.bin"), "numbers").expect("file");
        let files = files.packed(&kept).expect("packed").without_policy();
        let answer = files.answer("GET", "/");
        assert_eq!(header(&answer, "Content-Encoding"), "br");
        assert_eq!(header(&answer, "Content-Security-Policy"), "");
        assert_eq!(answer.body, compress::brotli(b"<p>page").expect("packed"));
        let plain = files.answer("GET", "/a.bin");
        assert_eq!((header(&plain, "Content-Encoding"), &plain.body[..]), ("", &b"numbers"[..]));
    }

    #[test]
    fn a_hashed_file_is_kept_for_good() {
        let (_dir, files) = site();
        let answer = files.answer("GET", "/atlas-0123456789abcdef_bg.wasm");
        assert_eq!(header(&answer, "Content-Type"), "application/wasm");
        assert!(header(&answer, "Cache-Control").contains("immutable"));
    }

    #[test]
    fn nothing_outside_is_reached() {
        let (_dir, files) = site();
        let climbs = [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/icons/../../secret.txt",
            "/..%2fsecret.txt",
            "/..\\secret.txt",
            "/%5c..%5csecret.txt",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/c:/secret.txt",
            "/%00",
            "/%ff",
            "secret.txt",
            "http://other.example/secret.txt",
            "",
        ];
        for target in climbs {
            let answer = files.answer("GET", target);
            assert!(matches!(answer.status, 400 | 404), "{target}: {answer:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_site_is_not_followed() {
        let (dir, files) = site();
        let link = dir.path().join("site/link.txt");
        std::os::unix::fs::symlink(dir.path().join("secret.txt"), link).expect("link");
        assert_eq!(files.answer("GET", "/link.txt").status, 404);
    }

    #[test]
    fn what_is_not_there_or_not_asked_rightly_is_refused() {
        let (_dir, files) = site();
        assert_eq!(files.answer("GET", "/none.js").status, 404);
        assert_eq!(files.answer("GET", "/index.html/x").status, 404);
        let answer = files.answer("POST", "/");
        assert_eq!((answer.status, header(&answer, "Allow")), (405, "GET, HEAD"));
    }

    #[test]
    fn a_folder_gets_its_slash() {
        let (_dir, files) = site();
        let answer = files.answer("GET", "/icons?x");
        assert_eq!((answer.status, header(&answer, "Location")), (308, "/icons/"));
        assert_eq!(files.answer("GET", "/icons/").body, b"<p>icons");
    }

    #[test]
    fn hashes_are_told_from_words() {
        assert!(has_hash("atlas-page-1a2b3c4d5e6f7a8b_bg.wasm"));
        assert!(has_hash("style-1a2b3c4d5e6f7a8b.css"));
        assert!(!has_hash("connectivity-atlas.js"));
        assert!(!has_hash("index.html"));
    }

    #[test]
    fn types_are_those_that_browsers_insist_on() {
        let of = |name: &str| mime(Path::new(name));
        assert_eq!(of("a.wasm"), "application/wasm");
        assert_eq!(of("a.MJS"), "text/javascript; charset=utf-8");
        assert_eq!(of("manifest.webmanifest"), "application/manifest+json");
        assert_eq!(of("LICENSE"), "application/octet-stream");
    }
}
