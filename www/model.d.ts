/**
 * The JS API of the Bijdragewijzer: plain objects in, plain objects out. It never throws: what is wrong
 * with a document or an argument comes back as meldingen.
 *
 * Signs: an amount is + when the bijdrage rises (nadeel) and − when it falls (voordeel), everywhere.
 * Amounts are text, exact to the cent: "-107139.58". Do not compute with them as numbers.
 *
 *     import init, { bereken } from "./rekenkern.js";
 *     await init();
 *     const { meldingen, uitkomst } = bereken({ versie: 1, uitgangspunt: "voorstel" });
 */

/** Euros with a point, at most two decimals; written with two: "750000.00". */
export type Euro = string;
/** A whole number as text: "90000". */
export type Aantal = string;
/** A share between "0" and "1", at most four decimals: "0.15" is 15%. */
export type Aandeel = string;
/** A yearly rise between "-1" and "1", at most four decimals: "0.02" is 2%. */
export type Index = string;
/** An exact number as text, in the unit that stands beside it. */
export type Getal = string;
/** A budget year. */
export type Jaar = number;
/** Lower case letters, digits, - and _: the name of a thing in the publicatie. */
export type Id = string;

export type Wijze = "structureel" | "jaarlijks" | "incidenteel";
export type Groep = "ophoging" | "reservering" | "kosten" | "baten";
export type Deel = "begroot" | "verrekening";
export type Eenheid = "euro" | "aantal" | "aandeel";
/** How sure a value is; "eigen" is what a user typed. */
export type Status = "bron" | "openbaar" | "afgeleid" | "aanname" | "eigen" | "onbekend";

/** Loads the module; call it once before anything else. Without an argument it is fetched beside the script. */
export default function init(input?: { module_or_path: unknown }): Promise<unknown>;
/** The same from bytes or a compiled module that are there already, for Node and for a worker. */
export function initSync(input: { module: unknown }): unknown;

/** The default publicatie. */
export function publicatie(): Publicatie;
/** The parameters of a publicatie; of the default one without an argument. */
export function parameters(publicatie?: Document<Publicatie>): ParametersAntwoord;
/** All meldingen of a scenario, and the scenario without what is refused. */
export function controleer(scenario?: Document<Scenario>, publicatie?: Document<Publicatie>): ControleerAntwoord;
/** The outcome of a scenario; of the proposal without an argument. */
export function bereken(scenario?: Document<Scenario>, publicatie?: Document<Publicatie>): BerekenAntwoord;
/**
 * How an amount comes about. `post` is a post, a total (effect, begroot, verrekening, definitief, cumulatief,
 * betaald, effect_begroot, bespaard, effect_van_ with a variant), what follows from totals (geheel, a total with
 * _tegenover_ongewijzigd, a yardstick such as grootste_stap_begroot or spreiding_definitief), bijdrage_oud, or
 * bijdrage_nieuw or btw_compensatie of a deelnemer. What runs over years runs up to `jaar`.
 * `deel` tells a post in the begroting from the same in the verrekening; without it the begroting comes first.
 */
export function herleiding(
  post: Id,
  jaar: Jaar,
  deelnemer?: Id | null,
  deel?: Deel | null,
  scenario?: Document<Scenario>,
  publicatie?: Document<Publicatie>,
): HerleidingAntwoord;

/** How low and how high an amount can be over the bands of the values it depends on; asked as `herleiding` is. */
export function hoekpunten(
  post: Id,
  jaar: Jaar,
  deelnemer?: Id | null,
  deel?: Deel | null,
  scenario?: Document<Scenario>,
  publicatie?: Document<Publicatie>,
): HoekpuntenAntwoord;

/** A document as an object or as JSON text; null and undefined mean the default. */
export type Document<T> = T | string | null;

/** What is wrong (fout: no outcome) or worth knowing (waarschuwing). */
export interface Melding {
  /** Never used for anything else: "F112". */
  code: string;
  ernst: "fout" | "waarschuwing";
  /** Where in the document, "$.financiering.reservering"; for an argument of `herleiding` its name. */
  pad: string;
  /** Dutch, a few words. */
  titel: string;
  /** Dutch: where, what is wrong and what to do. */
  tekst: string;
}

export interface ParametersAntwoord {
  /** Why the publicatie is refused; empty when it is not. */
  meldingen: Melding[];
  /** Absent when a melding refuses. */
  parameters?: ParameterGegeven[];
}

export interface ControleerAntwoord {
  meldingen: Melding[];
  /** Whether nothing refuses; absent when the publicatie is refused. */
  geldig?: boolean;
  /** What can be taken over; absent when the document could not be read at all. */
  scenario?: Scenario;
}

export interface BerekenAntwoord {
  meldingen: Melding[];
  /** Absent when a melding refuses. */
  uitkomst?: Uitkomst;
}

export interface HerleidingAntwoord {
  meldingen: Melding[];
  /** Absent when a melding refuses. */
  herleiding?: Herleiding;
}

export interface HoekpuntenAntwoord {
  meldingen: Melding[];
  /** Absent when a melding refuses. */
  hoekpunten?: Hoekpunten;
}

/* ---- The scenario: an uitgangspunt and the deviations from it. What is absent comes from the uitgangspunt. */

export interface Scenario {
  formaat?: "bijdragewijzer/scenario";
  versie: 1;
  /** The publicatie it was made for; another one refuses it. */
  publicatie?: Id;
  /** What the user calls it, at most 120 characters. */
  naam?: string;
  /** The starting point; the first of the publicatie when absent. */
  uitgangspunt?: Id;
  /** Whose bijdrage is looked at; no amount depends on it. */
  deelnemer?: Id;
  varianten?: Id[];
  uitrol?: Uitrol[];
  /** For each choice of the publicatie the option. */
  keuzes?: Record<Id, Id>;
  financiering?: Financiering;
  /** What the board releases of the reservering, not negative. */
  vrijgave?: Jaarbedrag[];
  sleutel?: Sleutel;
  parameters?: Eigenwaarde[];
  onbekend?: Eigenpost[];
  rekenprotocol?: Rekenprotocol;
  bijdragen?: Eigenbijdrage[];
  /** The yearly rise of the bijdrage without the proposal. */
  index?: Index;
  onzekerheid?: Onzekerheid;
}

/** Only the driver of the variant is possible: inzet, omvang or start. */
export interface Uitrol {
  variant: Id;
  inzet?: Inzet[];
  omvang?: Omvang[];
  /** The year from which it runs. */
  start?: Jaar;
}

export interface Inzet {
  jaar: Jaar;
  waarde: Aandeel;
}

/** One of the two: a count, or a share of the number in a year. */
export interface Omvang {
  jaar: Jaar;
  waarde?: Aantal;
  aandeel?: Aandeel;
}

export interface Financiering {
  wijze?: Wijze;
  /** A year, in the transition years; not negative. */
  reservering?: Euro;
  /** In budget years. */
  vertraging?: 0 | 1 | 2;
  /** Kept once from a resultaat; not negative. */
  incidenteel?: Euro;
}

export interface Jaarbedrag {
  jaar: Jaar;
  bedrag: Euro;
}

/** Ids of keys; that of a group goes before `alle`. */
export interface Sleutel {
  alle?: Id;
  ophoging?: Id;
  reservering?: Id;
  kosten?: Id;
  baten?: Id;
  /** For groups whose key leaves the blocks to the scenario. */
  blokken?: Blokaandeel[];
  /** For groups whose key is "eigen"; who is not named weighs nothing. */
  gewichten?: Gewicht[];
}

export interface Blokaandeel {
  blok: Id;
  waarde: Aandeel;
}

export interface Gewicht {
  deelnemer: Id;
  /** Not negative, at most two decimals. */
  waarde: string;
}

/** An own value of a parameter, in its unit; laag and hoog are the value itself when absent. */
export interface Eigenwaarde {
  id: Id;
  /** For this year only; it goes before a value without a year. */
  jaar?: Jaar;
  waarde: Getal;
  laag?: Getal;
  hoog?: Getal;
}

/** The whole of a post that is onbekend. */
export interface Eigenpost {
  post: Id;
  jaar: Jaar;
  /** + when the bijdrage rises. */
  bedrag: Euro;
}

/** The budgeted baten as the mean of the last realised years. */
export interface Rekenprotocol {
  jaren?: number;
  gerealiseerd?: Jaarbedrag[];
}

export interface Eigenbijdrage {
  deelnemer: Id;
  jaar: Jaar;
  bedrag: Euro;
  /** Whether the amount contains the proposal already. */
  soort: "zonder_voorstel" | "met_voorstel";
}

export interface Onzekerheid {
  /** A whole number as text. */
  zaad?: string;
  /** 100 to 1.000.000. */
  trekkingen?: number;
  /** Whether bands with status aanname count too. */
  aannamen?: boolean;
}

/** One to four scenarios side by side: what a file or a link carries. */
export interface Vergelijking {
  formaat?: "bijdragewijzer/vergelijking";
  versie: 1;
  /** The uitgave of the publicatie that it was made with; another one warns. */
  uitgave?: string;
  scenarios: Scenario[];
  /** Which is on top, from 1. */
  bovenaan?: number;
}

/* ---- The uitkomst. A post with an unknown input has no amount; a total leaves it out and says so in exclusief. */

export interface Uitkomst {
  formaat: "bijdragewijzer/uitkomst";
  versie: 1;
  stempel: Stempel;
  jaren: Jaar[];
  /** What is kept once from a resultaat. */
  eenmalig: PostJaar[];
  posten: Post[];
  totaal: JaarTotaal[];
  /** In the order of the publicatie. */
  deelnemers: DeelnemerUitkomst[];
  /** The transition years. */
  reservering: ReserveringJaar[];
  stabiliteit: Stabiliteit;
  varianten: VariantJaar[];
  buiten_exploitatie: Buiten;
}

/** What it was computed with: the same stamp and scenario give the same bytes. */
export interface Stempel {
  rekenmodel: string;
  publicatie: Id;
  uitgave: string;
}

/** Either bedrag or onbekend. */
export interface PostJaar {
  jaar: Jaar;
  bedrag?: Euro;
  onbekend?: true;
}

/** A post is known by id and deel together. */
export interface Post {
  id: Id;
  deel: Deel;
  groep: Groep;
  aard: "structureel" | "incidenteel";
  bedragen: PostJaar[];
}

/** Differences with the bijdrage as it is now. */
export interface JaarTotaal {
  jaar: Jaar;
  /** Meerkosten − besparingen + minderbaten. */
  effect: Euro;
  /** In the begroting. */
  begroot: Euro;
  /** In the jaarrekening: − is a refund. */
  verrekening: Euro;
  /** begroot + verrekening. */
  definitief: Euro;
  /** definitief up to and including this year. */
  cumulatief: Euro;
  /** begroot, and the verrekening of the year before. */
  betaald: Euro;
  exclusief: ExclusiefPerTotaal;
}

/** For each total the ids of the unknown posts it leaves out. */
export interface ExclusiefPerTotaal {
  effect: Id[];
  begroot: Id[];
  verrekening: Id[];
  definitief: Id[];
}

export interface DeelnemerUitkomst {
  id: Id;
  jaren: DeelnemerJaar[];
  stabiliteit: Stabiliteit;
}

/** Shares in the totals; oud and nieuw are whole bijdragen. */
export interface DeelnemerJaar {
  jaar: Jaar;
  /** The bijdrage without the proposal; absent when it is not known. */
  oud?: Euro;
  /** Stands here when oud is not known. */
  onbekend?: true;
  effect: Euro;
  begroot: Euro;
  /** oud + begroot; absent when oud is. */
  nieuw?: Euro;
  verrekening: Euro;
  definitief: Euro;
  cumulatief: Euro;
  betaald: Euro;
  /** What a gemeente may compensate of nieuw. */
  btw_compensatie?: Euro;
  exclusief: ExclusiefPerTotaal;
}

export interface ReserveringJaar {
  jaar: Jaar;
  reservering: Euro;
  /** Absent when the scenario says nothing of it. */
  vrijgave?: Euro;
  /** What the effect uses of it. */
  uitputting: Euro;
  rest: Euro;
  /** What the effect is more than it. */
  tekort: Euro;
  exclusief: Id[];
}

export interface Stabiliteit {
  begroot: Maat;
  definitief: Maat;
}

/** What is unknown is absent: nothing is known of one of the years. */
export interface Maat {
  /** The largest step between two years. */
  grootste_stap?: Euro;
  /** The same with the step from now to the first year. */
  met_eerste_stap?: Euro;
  /** Highest − lowest. */
  spreiding?: Euro;
}

export interface VariantJaar {
  variant: Id;
  jaar: Jaar;
  actief: boolean;
  inzet?: Aandeel;
  /** A number that need not be whole when it was given as a share. */
  omvang?: Getal;
  /** The number after each step. */
  trechter?: Record<Id, Getal>;
  /** Staff: shown, never summed. */
  fte?: Getal;
}

/** Effects outside the exploitation: shown beside, never netted. */
export interface Buiten {
  verschuivingen: Verschuiving[];
  bespaard: Bespaard[];
}

/** Either bedrag or onbekend. */
export interface Verschuiving {
  id: Id;
  jaar: Jaar;
  dossiers?: Getal;
  bedrag?: Euro;
  onbekend?: true;
}

/** What citizens are not charged. */
export interface Bespaard {
  jaar: Jaar;
  bedrag: Euro;
  exclusief: Id[];
}

/* ---- The herleiding: every step of an amount, the last one is the amount itself. */

export interface Herleiding {
  formaat: "bijdragewijzer/herleiding";
  versie: 1;
  stappen: Stap[];
}

export interface Stap {
  nummer: number;
  /** Dutch. */
  naam: string;
  id: Id;
  deel?: Deel;
  jaar: Jaar;
  deelnemer?: Id;
  soort: "tussenstap" | "post" | "totaal" | "deling";
  /** With the numbers of steps and the names of gegevens. */
  formule: string;
  /** The formula as a Dutch sentence. */
  tekst: string;
  /** In the unit of the step; absent when onbekend or when no decimal holds it exactly. */
  bedrag?: Getal;
  onbekend?: true;
  gegevens?: Gegeven[];
  exclusief?: Id[];
}

/** A value that a step uses, with where it comes from. */
export interface Gegeven {
  id: Id;
  naam: string;
  jaar?: Jaar;
  deelnemer?: Id;
  eenheid: Eenheid;
  waarde?: Getal;
  /** As people write it in Dutch: "€ 5.700.000,00". */
  getoond: string;
  status: Status;
  bron?: string;
  paragraaf: string;
}

/* ---- Hoekpunten: the true lowest and highest of an amount. */

export interface Hoekpunten {
  formaat: "bijdragewijzer/hoekpunten";
  versie: 1;
  /** Stands here when no one knows the amount; the rest is absent then. */
  onbekend?: true;
  laag?: Euro;
  /** The amount itself. */
  midden?: Euro;
  hoog?: Euro;
  /** Whether both ends are reached; if not they are bounds. */
  exact?: boolean;
  hoek_laag?: Hoek[];
  hoek_hoog?: Hoek[];
  exclusief?: Id[];
  /** Dutch, a sentence for each end. */
  tekst?: string[];
}

/** A value at one end of its band. */
export interface Hoek {
  parameter: Id;
  /** Absent when the parameter is one value for all years. */
  jaar?: Jaar;
  waarde: Getal;
  kant: "laag" | "hoog";
}

/* ---- The register of parameters. */

/** A parameter as `parameters` gives it. */
export interface ParameterGegeven {
  id: Id;
  naam: string;
  eenheid: Eenheid;
  /** Absent when onbekend, or when it differs per year. */
  waarde?: Getal;
  laag?: Getal;
  hoog?: Getal;
  per_jaar?: Jaarwaarde[];
  /** Whether each year is a value of its own. */
  jaarlijks: boolean;
  status: Status;
  /** The id of the document. */
  bron?: Id;
  paragraaf: string;
  toelichting?: string;
}

/* ---- The publicatie: facts with their herkomst. */

export interface Publicatie {
  formaat: "bijdragewijzer/publicatie";
  versie: 1;
  id: Id;
  titel: string;
  organisatie: string;
  uitgave: string;
  datum: string;
  stand: "concept" | "opiniërend" | "vastgesteld" | "vervangen";
  voorbehoud?: string;
  bronnen: Bron[];
  /** The years of the outcome. */
  horizon: Periode;
  /** The transition years. */
  overgang?: Periode;
  dekking: Dekking;
  /** The year whose voorschotten are the bijdrage without the proposal. */
  basisjaar: Jaar;
  /** The year that an answer speaks of first. */
  antwoordjaar?: Jaar;
  blokken: Blok[];
  reeksen: Reeks[];
  /** The order settles ties. */
  deelnemers: Deelnemer[];
  verdeelsleutels: Verdeelsleutel[];
  parameters: Parameter[];
  keuzes?: Keuze[];
  varianten: Variant[];
  /** Outside the variants: always in the effect. */
  regels?: Regel[];
  buiten_exploitatie?: BuitenExploitatie[];
  /** The first is the proposal. */
  uitgangspunten: Uitgangspunt[];
  cijfers?: Cijfer[];
  vragen?: Vraag[];
}

export interface Bron {
  id: Id;
  titel: string;
  datum?: string;
  vindplaats?: string;
}

/** Both ends included. */
export interface Periode {
  van: Jaar;
  tot: Jaar;
}

/** The years that an amount kept from a resultaat covers, and the year of that resultaat. */
export interface Dekking {
  van: Jaar;
  tot: Jaar;
  resultaat: Jaar;
}

export interface Herkomst {
  bron?: Id;
  paragraaf: string;
}

export interface Blok {
  id: Id;
  naam: string;
  enkelvoud: string;
}

export interface Reeks {
  jaar: Jaar;
  soort: "begroting" | "rekening" | "wijziging" | "meerjarenraming";
  naam: string;
  status: Exclude<Status, "eigen">;
  herkomst: Herkomst;
}

export interface Deelnemer {
  id: Id;
  naam: string;
  blok: Id;
  bijdragen: Bijdrage[];
  btw_compensatie?: BtwCompensatie;
}

/** Not negative. */
export interface Bijdrage {
  jaar: Jaar;
  soort: "begroting" | "rekening" | "wijziging" | "meerjarenraming";
  bedrag: Euro;
}

export interface BtwCompensatie {
  bedrag: Euro;
  herkomst: Herkomst;
}

export interface Verdeelsleutel {
  id: Id;
  naam: string;
  soort: "evenredig" | "blok" | "eigen";
  /** The year of the voorschotten; "eigen" has none. */
  jaar?: Jaar;
  /** Without them the scenario gives the blocks. */
  blokken?: Sleutelblok[];
  status: Exclude<Status, "eigen">;
  herkomst: Herkomst;
  toelichting?: string;
}

export interface Sleutelblok {
  blok: Id;
  /** A weight: not negative, at most two decimals. */
  waarde: string;
}

/** Without waarde and per_jaar the status is onbekend. */
export interface Parameter {
  id: Id;
  naam: string;
  eenheid: Eenheid;
  waarde?: Getal;
  laag?: Getal;
  hoog?: Getal;
  per_jaar?: Jaarwaarde[];
  jaarlijks?: boolean;
  status: Exclude<Status, "eigen">;
  herkomst: Herkomst;
  toelichting?: string;
}

export interface Jaarwaarde {
  jaar: Jaar;
  waarde: Getal;
  laag?: Getal;
  hoog?: Getal;
}

export interface Keuze {
  id: Id;
  naam: string;
  opties: Optie[];
}

export interface Optie {
  id: Id;
  naam: string;
}

export interface Variant {
  id: Id;
  naam: string;
  toelichting?: string;
  drijver: "inzet" | "omvang" | "start";
  /** The parameter with the number of documents in a year. */
  jaartotaal?: Id;
  /** The parameter with the staff at full inzet. */
  fte?: Id;
  /** For the drivers inzet and omvang; a year that is not named is 0. */
  uitrol?: Startwaarde[];
  /** For the driver start. */
  start?: Jaar;
  trechter?: Trechterstap[];
  regels: Regel[];
  /** Variants that count the same thing. */
  dubbel_met?: Id[];
}

export interface Startwaarde {
  jaar: Jaar;
  waarde: Aandeel | Aantal;
  status?: Exclude<Status, "eigen">;
}

/** The step before (or "omvang") × a share. */
export interface Trechterstap {
  id: Id;
  naam: string;
  van: Id;
  /** A parameter. */
  aandeel: Id;
}

/** bedrag × stap × factoren ÷ basis: + for meerkosten and minderbaten, − for a besparing. */
export interface Regel {
  id: Id;
  naam: string;
  soort: "meerkosten" | "besparing" | "minderbaten";
  /** A parameter in euros. */
  bedrag: Id;
  /** The driver or a step of the trechter. */
  stap?: Id;
  /** A parameter with a count. */
  basis?: Id;
  /** Parameters with shares. */
  factoren?: Id[];
  moment: "elk_jaar" | "eerste_jaar" | "vervolgjaren" | "eenmalig";
  /** The option under which it counts. */
  bij?: Bij;
}

export interface Bij {
  keuze: Id;
  optie: Id;
}

/** Three parameters: a number, a share of it, and the average claim. */
export interface BuitenExploitatie {
  id: Id;
  naam: string;
  aantal: Id;
  aandeel: Id;
  bedrag: Id;
}

export interface Uitgangspunt {
  id: Id;
  naam: string;
  toelichting?: string;
  herkomst: Herkomst;
  scenario: Scenario;
}

/** A figure of a source, with the source's own sign. */
export interface Cijfer {
  id: Id;
  onderwerp: string;
  herkomst: Herkomst;
  waarde: Getal;
  eenheid: Eenheid;
  /** What the source rounds to; exact when absent. */
  afgerond_op?: Getal;
  model?: Model;
  /** Whether the model's sign is the opposite one. */
  tegengesteld?: boolean;
  reden?: string;
}

/**
 * Either a parameter (or an end of its band, or how far that lies above the value; possibly times another parameter), or
 * the published bijdragen of a year, or posts of an uitgangspunt in a year.
 */
export interface Model {
  parameter?: Id;
  grens?: "waarde" | "laag" | "hoog" | "marge";
  maal?: Id;
  reeks?: "begroting" | "rekening" | "wijziging" | "meerjarenraming";
  uitgangspunt?: Id;
  posten?: Id[];
  deel?: Deel;
  jaar?: Jaar;
}

export interface Vraag {
  vraag: string;
  waarom?: string;
}
