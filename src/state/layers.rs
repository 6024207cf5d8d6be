//! What the map shows, layer by layer.

/// A layer that the reader can switch off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// Pipelines, railways and roads of the projects.
    Projects,
    /// Navigable rivers, canals and seas.
    Waterways,
    /// Lanes over open sea.
    Sea,
    /// Ports, cities, crossings and locks, with their names.
    Places,
    /// Names of countries, seas and rivers.
    Labels,
    /// Rivers of the basemap.
    Rivers,
    /// Borders of countries.
    Borders,
    /// Meridians and parallels.
    Graticule,
}

impl Layer {
    /// Every layer, in the order of the switches and of the fragment.
    pub const ALL: [Self; 8] = [
        Self::Projects,
        Self::Waterways,
        Self::Sea,
        Self::Places,
        Self::Labels,
        Self::Rivers,
        Self::Borders,
        Self::Graticule,
    ];

    /// The name in fragments; its words are in the catalogs under `layers.<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::Waterways => "waterways",
            Self::Sea => "sea",
            Self::Places => "places",
            Self::Labels => "labels",
            Self::Rivers => "rivers",
            Self::Borders => "borders",
            Self::Graticule => "graticule",
        }
    }

    /// The layer of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.name() == name)
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The layers that are on. By default all are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Layers(u8);

impl Default for Layers {
    fn default() -> Self {
        Self(u8::MAX)
    }
}

impl Layers {
    /// No layer on.
    pub const NONE: Self = Self(0);

    /// Whether the layer is on.
    pub fn contains(self, layer: Layer) -> bool {
        self.0 & layer.bit() != 0
    }

    /// The same with one layer switched.
    #[must_use]
    pub fn toggled(self, layer: Layer) -> Self {
        Self(self.0 ^ layer.bit())
    }

    /// The layers that are on, in the order of [`Layer::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Layer> {
        Layer::ALL.into_iter().filter(move |layer| self.contains(*layer))
    }
}

impl FromIterator<Layer> for Layers {
    fn from_iter<Source: IntoIterator<Item = Layer>>(layers: Source) -> Self {
        Self(layers.into_iter().fold(0, |bits, layer| bits | layer.bit()))
    }
}
