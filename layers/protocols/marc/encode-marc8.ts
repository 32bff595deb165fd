import { eaccCode } from './eacc.ts';
import { EAST_ASIAN, marc8Controls, marc8RightHalves, marc8Sets, TRAILING_MARK } from './marc8-tables.ts';
import { referenceAt, referenceTo } from './ncr.ts';

/** The place of a character: the set by its final byte, and its 7-bit code. */
type Place = { set: string; code: number };

/** The sets in look-up order; the three Greek letters of the older practice come last. */
const order = ['B', 'E', 'N', 'Q', '2', '3', '4', 'S', 'p', 'b', 'g'];
const oneLetter = 'pbg';
const isMark = /^\p{M}$/u;

let known: Map<string, Place[]> | undefined;
const placesOf = (character: string): readonly Place[] => {
  if (known === undefined) {
    known = new Map();
    for (const set of order) {
      for (const [code, each] of (marc8Sets[set] ?? []).entries())
        if (each !== undefined) known.set(each, [...(known.get(each) ?? []), { set, code }]);
    }
  }
  const places = known.get(character);
  if (places !== undefined) return places;
  const code = eaccCode(character);
  return code === undefined ? [] : [{ set: EAST_ASIAN, code }];
};

/** The halves of a double mark, which Unicode has too: the left one, the letter under the right one, the right one; and the whole mark. */
const halves: readonly (readonly [RegExp, string])[] = [
  [/\ufe20(\p{M}*\P{M}\p{M}*?)\ufe21/gu, '\u0361'],
  [/\ufe22(\p{M}*\P{M}\p{M}*?)\ufe23/gu, '\u0360'],
];

/**
 * Returns text as a MARC-8 round trip gives it: in NFC, without halves of surrogate pairs, and with each double mark whole (t͡s), for
 * ANSEL has one code for that and for the two halves (MARC 21 Specifications, Character sets, ANSEL).
 */
export const asMarc8Says = (text: string): string => {
  const unified = text.normalize('NFC').toWellFormed();
  if (!/[\ufe20\ufe22]/.test(unified)) return unified;
  return halves.reduce((whole, [pair, mark]) => whole.replace(pair, `${mark}$1`), unified).normalize('NFC');
};

const controls = new Map(Object.entries(marc8Controls).map(([byte, character]) => [character, Number(byte)]));

/** A character with its combining marks, in Unicode order. */
type Cluster = { base: string; marks: string[] };

const clustersOf = (text: string): Cluster[] => {
  const clusters: Cluster[] = [];
  for (const character of text) {
    const last = clusters.at(-1);
    if (!isMark.test(character)) clusters.push({ base: character, marks: [] });
    else if (last === undefined) clusters.push({ base: '', marks: [character] });
    else last.marks.push(character);
  }
  return clusters;
};

/** Decomposes a letter until the sets contain it: whole; then with one of its marks (ơ with a grave); then bare. */
const inSets = (cluster: Cluster): Cluster => {
  if (cluster.base === '' || placesOf(cluster.base).length > 0) return cluster;
  const whole = cluster.base + cluster.marks.join('');
  const [bare = '', ...marks] = whole.normalize('NFD');
  for (const [i, mark] of marks.entries()) {
    const joined = { base: (bare + mark).normalize('NFC'), marks: marks.toSpliced(i, 1) };
    // A mark moved before others must not change the composed letter.
    const same = (joined.base + joined.marks.join('')).normalize('NFC') === whole;
    if (same && placesOf(joined.base).length > 0) return joined;
  }
  return placesOf(bare).length > 0 ? { base: bare, marks } : cluster;
};

const escapeTo = (from: string, to: string): string => {
  const left = oneLetter.includes(from) ? '\u001bs' : '';
  if (to === 'B') return left === '' ? '\u001b(B' : left;
  if (oneLetter.includes(to)) return `${left}\u001b${to}`;
  return `${left}\u001b${to === EAST_ASIAN ? '$' : '('}${to}`;
};

const bytesOfCode = (code: number): string =>
  code < 0x100 ? String.fromCharCode(code) : String.fromCharCode(code >> 16, (code >> 8) & 0xff, code & 0xff);

/** Writes bytes with the escapes that they need. G1 stays ANSEL; all other sets are designated to G0. */
class Encoder {
  out = '';
  references = 0;
  private g0 = 'B';

  /** Returns the place at which a character needs no escape, otherwise its first one. */
  choose(places: readonly Place[]): Place | undefined {
    return places.find(({ set }) => set === this.g0) ?? places.find(({ set }) => set === 'E') ?? places[0];
  }

  enter(set: string): void {
    if (set === 'E' || set === this.g0) return;
    this.out += escapeTo(this.g0, set);
    this.g0 = set;
  }

  put({ set, code }: Place): void {
    this.enter(set);
    this.out += set === 'E' ? String.fromCharCode(code + 0x80) : bytesOfCode(code);
  }

  /** A space or control exists in every set; EACC readers consume three bytes at a time, so its set is left first. */
  putPlain(byte: number): void {
    if (this.g0 === EAST_ASIAN) this.enter('B');
    this.out += String.fromCharCode(byte);
  }

  putReference(character: string): void {
    this.enter('B');
    this.references++;
    this.out += referenceTo(character);
  }
}

/** Returns the marks that go before the letter; from the first one that cannot, all follow it, so that their order is unchanged. */
const marksOf = ({ base, marks }: Cluster): { before: string[]; behind: string[] } => {
  const cannot = (mark: string): boolean => mark === TRAILING_MARK || placesOf(mark).length === 0;
  const first = base === '' ? 0 : marks.findIndex(cannot);
  return first === -1 ? { before: marks, behind: [] } : { before: marks.slice(0, first), behind: marks.slice(first) };
};

const putMark = (encoder: Encoder, mark: string): void => {
  const place = encoder.choose(placesOf(mark));
  if (place !== undefined) encoder.put(place);
};

/** Writes one cluster; `opened` are the double marks that the previous one began. Returns those that it begins itself. */
const putCluster = (encoder: Encoder, cluster: Cluster, opened: readonly string[], escaped: boolean): string[] => {
  const { base } = cluster;
  const place = encoder.choose(placesOf(base));
  const { before, behind } = marksOf(cluster);
  if (place !== undefined && !escaped && before.length > 0) encoder.enter(place.set);
  for (const mark of opened) encoder.put({ set: 'E', code: marc8RightHalves.get(mark) ?? 0 });
  for (const mark of before) putMark(encoder, mark);
  const control = controls.get(base);
  if (escaped) encoder.putReference(base);
  else if (place !== undefined) encoder.put(place);
  else if (base !== '' && base <= ' ') encoder.putPlain(base.charCodeAt(0));
  else if (control !== undefined) encoder.putPlain(control);
  else if (base !== '') encoder.putReference(base);
  for (const mark of behind) {
    const trailing = mark === TRAILING_MARK && base !== '' ? placesOf(mark)[0] : undefined;
    if (trailing === undefined) encoder.putReference(mark);
    else encoder.put(trailing);
  }
  return before.filter((mark) => marc8RightHalves.has(mark));
};

/** Text in MARC-8, one character per byte, and the number of characters written as references. */
export type WrittenMarc8 = { binary: string; references: number };

/**
 * Encodes the text of one subfield in MARC-8: marks before their letters, letters decomposed that no set contains, all other sets by
 * their escapes, ASCII again at the end. Characters that MARC-8 lacks are written as numeric character references and counted, as is an
 * ampersand that would read as one (MARC 21 Specifications, Character sets).
 */
export const encodeMarc8 = (text: string): WrittenMarc8 => {
  const encoder = new Encoder();
  let at = 0;
  let opened: string[] = [];
  const whole = asMarc8Says(text);
  for (const cluster of clustersOf(whole)) {
    const escaped = cluster.base === '&' && referenceAt(whole, at) !== undefined;
    at += cluster.base.length + cluster.marks.join('').length;
    opened = putCluster(encoder, inSets(cluster), opened, escaped);
  }
  encoder.enter('B');
  return { binary: encoder.out, references: encoder.references };
};
