import { fold } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { control } from '../../../../layers/protocols/marc/fields.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { allValues } from './read-values.ts';

/** The kinds in the order of comparison. */
export const VERSION_KINDS = [
  'length',
  'picture',
  'readers',
  'purpose',
  'notation',
  'voice',
  'key',
  'platform',
] as const;

/** A respect in which versions of one work that are published in parallel differ. */
export type VersionKind = (typeof VERSION_KINDS)[number];

/** The version that a record describes, by kind, in text for staff. `coded`: the notation comes from 008/20 alone. */
export type Version = { [K in VersionKind]?: string } & { coded?: true };

type VersionPattern = readonly [says: RegExp, is: string];

const LENGTH: readonly VersionPattern[] = [
  [/\bunabridged\b|\bungekurzt/, 'unabridged'],
  [/\babridged\b|\bgekurzte|\babrege/, 'abridged'],
];
const PICTURE: readonly VersionPattern[] = [
  [/\bwide ?screen\b|\bletterbox/, 'widescreen'],
  [/\bfull ?(?:screen|frame)\b/, 'full screen'],
];
const READERS: readonly VersionPattern[] = [
  [
    /\b(?:teachers?|instructors?)( annotated| wraparound)? (?:ed|edition|guide|manual|book)\b|\blehrerausgabe/,
    'for teachers',
  ],
  [/\b(?:students?|pupils?) (?:ed|edition|book|workbook)\b/, 'for students'],
];
const PURPOSE: readonly VersionPattern[] = [
  [/\bcritical ed|\bkritische ausg/, 'critical edition'],
  [/\b(?:movie|film|media|tv) tie in\b/, 'film edition'],
];
const NOTATION: readonly VersionPattern[] = [
  [/\b(?:vocal|piano vocal) scores?\b|\bklavierauszug/, 'vocal score'],
  [/\b(?:miniature|study|pocket) scores?\b|\b(?:studien|taschen)partitur/, 'study score'],
  [/\b(?:chorus|choral) scores?\b|\bchorpartitur/, 'chorus score'],
  [/\bpiano scores?\b/, 'piano score'],
  [/\bcondensed scores?\b/, 'condensed score'],
  [/\bfull scores?\b/, 'full score'],
  [/^(?!.*\bscores?\b).*\b\d+ parts?\b/, 'parts'],
];
const VOICE: readonly VersionPattern[] = [
  [/\b(?:high|hohe|haute) (?:voice|stimme)|\bvoix (?:haute|elevee)|\bhigh key\b/, 'high voice'],
  [/\b(?:medium|mittlere) (?:voice|stimme)|\bvoix moyenne|\bmedium key\b/, 'medium voice'],
  [/\b(?:low|tiefe) (?:voice|stimme)|\bvoix grave|\blow key\b/, 'low voice'],
];
const PLATFORMS = [
  ...['PlayStation 2', 'PlayStation 3', 'PlayStation 4', 'PlayStation 5', 'Xbox 360', 'Xbox One', 'Xbox Series'],
  ...['Wii', 'Wii U', 'Nintendo Switch', 'Nintendo DS', 'Nintendo 3DS'],
];
const PLATFORM: readonly VersionPattern[] = PLATFORMS.map((name) => [
  new RegExp(`\\b${name.toLowerCase()}\\b(?! u\\b)`),
  name,
]);

// Format of music, 008/20. `l`, a score, is used as `a`, full score; several formats together are not significant.
const NOTATION_CODES: Readonly<Record<string, string>> = {
  a: 'full score',
  b: 'study score',
  c: 'vocal score',
  d: 'chorus score',
  e: 'condensed score',
  h: 'chorus score',
  k: 'vocal score',
  l: 'full score',
  p: 'piano score',
};

// Notes may be of any length; the relevant text is at the beginning.
const LONG = 2000;

const textOf = (record: MarcRecord, tags: readonly string[], codes: string): string =>
  fold(allValues(record, tags, codes).join(' ').slice(0, LONG));

/** Returns the first match of a text in one respect. */
const firstOf = (patterns: readonly VersionPattern[], text: string): string | undefined =>
  patterns.find(([says]) => says.test(text))?.[1];

/** Returns the match of a text in one respect; undefined when it has several, such as a box with both. */
const onlyOf = (patterns: readonly VersionPattern[], text: string): string | undefined => {
  const [one, ...more] = patterns.filter(([says]) => says.test(text));
  return more.length === 0 ? one?.[1] : undefined;
};

/** Returns the key of a score in English; other languages use other letters for keys. */
const keyOf = (record: MarcRecord): string | undefined =>
  [...allValues(record, ['384'], 'a'), ...allValues(record, ['240'], 'r')]
    .map((text) => fold(text.replace(/♭/g, ' flat').replace(/♯/g, ' sharp')))
    .find((key) => /\b(?:major|minor)$/.test(key));

const ofMusic = (record: MarcRecord, statement: string): Version => {
  const text = `${statement} ${textOf(record, ['240'], 's')}`;
  const extent = textOf(record, ['300'], 'a');
  const code = (control(record, '008') ?? '')[20] ?? ' ';
  const inWords = firstOf(NOTATION, text) ?? firstOf(NOTATION, extent);
  const notation = inWords ?? NOTATION_CODES[code];
  return {
    ...withoutUnstated({ notation, voice: onlyOf(VOICE, statement), key: keyOf(record) }),
    ...(inWords !== notation && { coded: true }),
  };
};

const withoutUnstated = (version: { [K in VersionKind]?: string | undefined }): Version =>
  Object.fromEntries(Object.entries(version).filter(([, value]) => value !== undefined));

const ofMaterial = (record: MarcRecord, statement: string, edition: string): Version => {
  const type = record.leader[6] ?? 'a';
  if ('cd'.includes(type)) return ofMusic(record, statement);
  if (!'gmr'.includes(type)) return {};
  const text = `${edition} ${textOf(record, ['538', '753', '300'], 'ab')}`;
  return type === 'g'
    ? withoutUnstated({ picture: onlyOf(PICTURE, text) })
    : withoutUnstated({ platform: onlyOf(PLATFORM, text) });
};

/** Returns which of several versions published in parallel a record describes; undefined when it does not state one. */
export const versionOf = (record: MarcRecord): Version | undefined => {
  const edition = textOf(record, ['250', '254'], 'ab');
  const statement = `${edition} ${textOf(record, ['245'], 'bh')}`;
  const version: Version = {
    ...withoutUnstated({
      length: firstOf(LENGTH, edition),
      readers: firstOf(READERS, statement),
      purpose: firstOf(PURPOSE, edition),
    }),
    ...ofMaterial(record, statement, edition),
  };
  return Object.keys(version).length === 0 ? undefined : version;
};
