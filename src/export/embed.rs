//! HTML that shows a view in another page: to be copied by whoever writes that page.

/// What the pieces are made of.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The address of the atlas's page with the view behind `#`.
    pub link: &'a str,
    /// The name of the atlas in the reader's language.
    pub name: &'a str,
}

impl View<'_> {
    /// The folder that the page lies in, and the view.
    fn parts(&self) -> (&str, &str) {
        let (page, state) = self.link.split_once('#').unwrap_or((self.link, ""));
        let folder = page.rfind('/').map_or("", |end| &page[..=end]);
        (folder, state)
    }

    /// The element, with so much furniture.
    pub fn element(&self, controls: &str) -> String {
        let (folder, state) = self.parts();
        let module = escaped(&format!("{folder}connectivity-atlas.js"));
        let (state, controls) = (escaped(state), escaped(controls));
        format!(
            "<script type=\"module\" src=\"{module}\"></script>\n\
             <connectivity-atlas controls=\"{controls}\" state=\"{state}\"></connectivity-atlas>"
        )
    }

    /// A frame, with the script that gives it its height.
    pub fn frame(&self) -> String {
        let (folder, _) = self.parts();
        let (link, name) = (escaped(self.link), escaped(self.name));
        let script = escaped(&format!("{folder}embed.js"));
        format!(
            "<iframe src=\"{link}\" title=\"{name}\" width=\"100%\" height=\"480\" loading=\"lazy\" \
             allow=\"clipboard-write\"></iframe>\n\
             <script async=\"\" src=\"{script}\"></script>"
        )
    }

    /// A picture of that file name that leads to the view, with a text for those who do not see it.
    pub fn picture(&self, file: &str, text: &str) -> String {
        let (link, file, text) = (escaped(self.link), escaped(file), escaped(text));
        format!(
            "<a href=\"{link}\"><img src=\"{file}\" alt=\"{text}\" loading=\"lazy\" \
             style=\"max-width: 100%\" /></a>"
        )
    }
}

/// A text inside an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
