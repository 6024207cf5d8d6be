// Types of <connectivity-atlas>. What they mean stands in README.md and in the project's docs/embedding.md.

export type Lang = "en" | "ur" | "ru";
export type Names = Record<Lang, string>;
export type Mode = "sea" | "river" | "rail" | "road" | "ferry" | "pipeline";
export type Status = "operational" | "under-construction" | "planned" | "shelved" | "suspended";
export type Range = { low: number; mid: number; high: number };

/** A refused call. Match on `code`; `message` is for people, in the language of the element. */
export class AtlasError extends Error {
  constructor(code: string, message: string);
  readonly code: string;
  /** With `bad-data`: each problem with its place in the file, as `places[3].names`. */
  readonly problems?: { path: string; message: string }[];
}

export interface Fact {
  what: string;
  value?: number;
  low?: number;
  high?: number;
  unit: string;
  date?: string;
  source: string;
  confidence: "sourced" | "computed" | "assumed";
  about?: true;
  note?: Names;
}

export interface Place {
  id: string;
  kind: string;
  names: Names;
  country?: string;
  lon: number;
  lat: number;
  position: "sourced" | "approximate";
  positionSource?: string;
  unlocode?: string;
  rank: 1 | 2 | 3;
  facts: Fact[];
}

export interface Corridor {
  id: string;
  kind: "project" | "waterway";
  names: Names;
  short?: Names;
  summary?: Names;
  mode: Mode;
  status: Status;
  statusDate?: string;
  statusSource?: string;
  context?: true;
  km: Fact[];
  facts: Fact[];
  milestones: { date: string; text: Names; source: string }[];
  geometry: {
    type: "LineString" | "MultiLineString";
    coordinates: number[][] | number[][][];
    accuracy: "surveyed" | "indicative" | "schematic";
    source?: string;
  };
  places: string[];
  sources: string[];
}

export interface Institution {
  id: string;
  names: Names;
  short: Names;
  summary?: Names;
  members: { country: string; from?: string; to?: string; status?: string; source: string }[];
  sources: string[];
}

export interface Source {
  id: string;
  title: string;
  publisher?: string;
  date?: string;
  url?: string;
  seen?: string;
  kind: string;
}

export interface TimelineEvent {
  id: string;
  date: string;
  origin: "paper" | "outside";
  text: string;
  lang: Lang;
  claims: string[];
  places: string[];
  projects: string[];
  institutions: string[];
  sources: string[];
}

export interface Verdict {
  state: "holds" | "holds-if" | "fails" | "untestable";
  numbers: { what: string; unit?: "hours" | "usd" | "count"; range?: Range; count?: number }[];
  query: RoutesQuery;
}

export interface Claim {
  id: string;
  section: string;
  paragraph?: number;
  kind: string;
  text: string;
  who?: string;
  citations: {
    label: string;
    state: "listed" | "missing" | "date-impossible" | "off-topic";
    reference?: string;
  }[];
  places: string[];
  projects: string[];
  institutions: string[];
  lang: Lang;
  waterways: string[];
  countries: string[];
  repeats: string[];
  people: string[];
  dates: string[];
  quantities: { value: number; unit: string; what: string; bound?: "over" | "about"; year?: number }[];
  check: {
    state: "agrees" | "partly" | "contested" | "disagrees" | "same-elsewhere" | "not-found" | "not-checked";
    note?: string;
    sources: string[];
  };
  verdict?: Verdict;
}

export interface RoutesQuery {
  from: string;
  to: string;
  via?: string[];
  by?: "time" | "cost" | "distance";
  month?: number;
  closed?: string[];
  modes?: Mode[];
  statuses?: Status[];
  vessel?: "sea-going" | "river-sea";
  cargo?: "teu" | "tonne";
  alternatives?: number;
  assumptions?: Record<string, Range>;
}

export interface Leg {
  from: string;
  to: string;
  mode: Mode;
  km: number;
  hours: Range;
  usd: Range;
  links: string[];
  status: Status;
  countries: string[];
  sources: string[];
}

export interface Route {
  legs: Leg[];
  km: number;
  hours: Range;
  usd: Range;
  chokepoints: string[];
  countries: string[];
  borders: number;
  gaugeBreaks: number;
  transhipments: number;
  evidence: { hours: number; usd: number; computed: { hours: number; usd: number } };
  notices: string[];
}

export interface Routes {
  routes: Route[];
  blocked?: { by: string[]; message: string };
}

export interface Reach {
  places: { id: string; hours: number; usd: number; km: number }[];
  bands: { type: "FeatureCollection"; features: unknown[] };
}

export interface Loss {
  id: string;
  lossHours?: number;
  lossUsd?: number;
  lossKm?: number;
  unreachable?: true;
}

export type FileFormat = "screen" | "slide" | "a4-landscape" | "a4-portrait" | "a3-landscape" | "a3-portrait";

export type FileKind = "svg" | "png" | "geojson" | "csv" | "bibtex" | "ris" | "csl-json";

export interface ConnectivityAtlasElement extends Omit<HTMLElement, "dataset"> {
  /** Kept when the element serves input; broken with an `AtlasError` where it cannot start. */
  readonly ready: Promise<void>;
  /**
   * Shows other data: an object in the form of `own-data.schema.json`, its JSON as a text, a file, or an answer of
   * `fetch`. Without data the embedded ones come back. Kept when they show, with the new `dataset()`.
   */
  load(data?: object | string | Blob | Response | null): Promise<Record<string, unknown>>;
  select(id: string): void;
  getState(): string;
  setState(fragment: string): void;
  dataset(): Promise<Record<string, unknown>>;
  places(): Promise<Place[]>;
  corridors(): Promise<Corridor[]>;
  institutions(): Promise<Institution[]>;
  sources(): Promise<Source[]>;
  events(): Promise<TimelineEvent[]>;
  claims(query?: Record<string, string>): Promise<Claim[]>;
  routes(query: RoutesQuery): Promise<Routes>;
  reach(query: Omit<RoutesQuery, "to" | "via" | "alternatives"> & { limit: number }): Promise<Reach>;
  critical(query: RoutesQuery): Promise<{ links: Loss[]; places: Loss[] }>;
  export(kind: FileKind, options?: { format?: FileFormat; scale?: number }): Promise<Blob>;
}

export interface AtlasEvents {
  "atlas-ready": CustomEvent<null>;
  "atlas-select": CustomEvent<{ kind: string; id: string }>;
  "atlas-change": CustomEvent<{ state: string }>;
  "atlas-route": CustomEvent<Routes>;
  "atlas-error": CustomEvent<{ code: string; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "connectivity-atlas": ConnectivityAtlasElement;
  }
  interface HTMLElementEventMap extends AtlasEvents {}
}
