//! Icons: 18 px box, 1.5 px stroke, the colour of the text around.

use leptos::prelude::*;

/// An icon of the atlas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// The mark of the product: a ring joined to a square by one curve.
    Mark,
    /// A magnifying glass.
    Search,
    /// A cross.
    Close,
    /// A half-filled disc.
    Theme,
    /// A link.
    Link,
    /// An arrow out of a tray.
    Export,
    /// Sheets on a pile.
    Layers,
    /// Plus.
    Plus,
    /// Minus.
    Minus,
    /// Four corners.
    Home,
    /// Rows and columns.
    Table,
    /// A ruler.
    Measure,
    /// Two arrows, one up and one down.
    Swap,
    /// An i in a ring.
    About,
    /// A folded sheet.
    Map,
    /// A way with its two ends.
    Routes,
    /// A flag.
    Tour,
    /// A speech with a tick.
    Claims,
    /// The face of a clock.
    Timeline,
    /// A page of text.
    Sources,
}

impl Icon {
    /// The outline, as a path of an 18 by 18 box.
    fn path(self) -> &'static str {
        match self {
            Self::Mark => {
                "M4 6.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM6 4c5 0 3 9 7.5 9.6M13 11.5h4v4h-4z"
            }
            Self::Search => "M7.8 13a5.2 5.2 0 1 0 0-10.4 5.2 5.2 0 0 0 0 10.4zM11.6 11.6 16 16",
            Self::Close => "M4 4l10 10M14 4 4 14",
            Self::Theme => "M9 15.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z",
            Self::Link => {
                "M7.5 10.5a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-1 1M10.5 7.5a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1-1"
            }
            Self::Export => "M9 11V2.5M5.5 6 9 2.5 12.5 6M6 8.5H3.5V15.5h11V8.5H12",
            Self::Layers => "M9 2.5 16 6.2 9 9.9 2 6.2zM2 9.4 9 13l7-3.6M2 12.4 9 16l7-3.6",
            Self::Plus => "M9 3v12M3 9h12",
            Self::Minus => "M3 9h12",
            Self::Table => "M2.5 3.5h13v11h-13zM2.5 7.2h13M2.5 10.8h13M7 3.5v11",
            Self::Swap => "M5.5 14.5v-11M2.5 6.5l3-3 3 3M12.5 3.5v11M9.5 11.5l3 3 3-3",
            Self::About => "M9 15.8a6.8 6.8 0 1 0 0-13.6 6.8 6.8 0 0 0 0 13.6zM9 8.2v4.4M9 5.3v.6",
            Self::Map => "M2.5 4.5 7 3l4 1.5L15.5 3v10.5L11 15l-4-1.5L2.5 15zM7 3v10.5M11 4.5V15",
            Self::Routes => {
                "M4.5 15.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6.5 13.5H12a2.7 2.7 0 0 0 0-5.4H6a2.55 2.55 0 0 1 0-5.1h5M11 1.2h3.6v3.6H11z"
            }
            Self::Tour => "M4 16V2.2M4 3h10l-2.5 3.2L14 9.5H4",
            Self::Claims => "M2.5 2.8h13v9.7H8.3l-3.5 3v-3H2.5zM6 7.5 8.2 9.7 12.2 5.6",
            Self::Timeline => "M9 15.8a6.8 6.8 0 1 0 0-13.6 6.8 6.8 0 0 0 0 13.6zM9 5v4.3l3 1.8",
            Self::Sources => "M4 2.5h6.8L14 5.7v9.8H4zM6.6 7.5h4.8M6.6 10h4.8M6.6 12.5h3",
            Self::Home => "M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4",
            Self::Measure => {
                "M1.8 12.2 12.2 1.8l4 4L5.8 16.2zM4.6 9.4l1.6 1.6M7.2 6.8l2.3 2.3M9.8 4.2l1.6 1.6"
            }
        }
    }
}

/// Draws an icon; the control around it carries the name.
#[component]
pub fn IconView(
    /// Which.
    icon: Icon,
) -> impl IntoView {
    let filled = (icon == Icon::Theme)
        .then(|| view! { <path class="icon-fill" d="M9 2.5a6.5 6.5 0 0 1 0 13z"/> });
    view! {
        <svg class="icon" viewBox="0 0 18 18" aria-hidden="true">
            <path d=icon.path()/>
            {filled}
        </svg>
    }
}
