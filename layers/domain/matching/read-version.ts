import { control } from '../marc/fields.ts';
import type { MarcRecord } from '../marc/record.ts';
import { fold } from './fold.ts';
import { allValues } from './read-values.ts';

/** The kinds in the order in which they are compared. */
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

/** In what respect versions of one work that are published side by side differ. */
export type VersionKind = (typeof VERSION_KINDS)[number];

/** Which version a record says that it describes, by kind, in words for staff. */
export type Version = { [K in VersionKind]?: string };

type Said = readonly [says: RegExp, is: string];

const LENGTH: readonly Said[] = [
  [/\bunabridged\b|\bungekurzt|\bcomplete and unabridged/, 'unabridged'],
  [/\babridged\b|\bgekurzte|\babrege/, 'abridged'],
];
const PICTURE: readonly Said[] = [
  [/\bwide ?screen\b|\bletterbox/, 'widescreen'],
  [/\bfull ?(?:screen|frame)\b/, 'full screen'],
];
const READERS: readonly Said[] = [
  [
    /\b(?:teachers?|instructors?)( annotated| wraparound)? (?:ed|edition|guide|manual|book)\b|\blehrerausgabe/,
    'for teachers',
  ],
  [/\b(?:students?|pupils?) (?:ed|edition|book|workbook)\b/, 'for students'],
];
const PURPOSE: readonly Said[] = [
  [/\bcritical ed|\bkritische ausg/, 'critical edition'],
  [/\b(?:movie|film|media|tv) tie in\b/, 'film edition'],
];
const NOTATION: readonly Said[] = [
  [/\b(?:vocal|piano vocal) scores?\b|\bklavierauszug/, 'vocal score'],
  [/\b(?:miniature|study|pocket) scores?\b|\b(?:studien|taschen)partitur/, 'study score'],
  [/\b(?:chorus|choral) scores?\b|\bchorpartitur/, 'chorus score'],
  [/\bpiano scores?\b/, 'piano score'],
  [/\bcondensed scores?\b/, 'condensed score'],
  [/\bfull scores?\b/, 'full score'],
  [/^(?!.*\bscores?\b).*\b\d+ parts?\b/, 'parts'],
];
const VOICE: readonly Said[] = [
  [/\b(?:high|hohe|haute) (?:voice|stimme)|\bvoix (?:haute|elevee)|\bhigh key\b/, 'high voice'],
  [/\b(?:medium|mittlere) (?:voice|stimme)|\bvoix moyenne|\bmedium key\b/, 'medium voice'],
  [/\b(?:low|tiefe) (?:voice|stimme)|\bvoix grave|\blow key\b/, 'low voice'],
];
const PLATFORM: readonly Said[] = [
  [/\bplaystation 2\b|\bps2\b/, 'PlayStation 2'],
  [/\bplaystation 3\b|\bps3\b/, 'PlayStation 3'],
  [/\bplaystation 4\b|\bps4\b/, 'PlayStation 4'],
  [/\bplaystation 5\b|\bps5\b/, 'PlayStation 5'],
  [/\bxbox 360\b/, 'Xbox 360'],
  [/\bxbox one\b/, 'Xbox One'],
  [/\bxbox series/, 'Xbox Series'],
  [/\bwii u\b/, 'Wii U'],
  [/\bwii\b/, 'Wii'],
  [/\bnintendo switch\b/, 'Switch'],
  [/\bnintendo 3ds\b/, 'Nintendo 3DS'],
  [/\bnintendo ds\b/, 'Nintendo DS'],
];

// Format of music, 008/20; full score and score are not told apart in practice, nor are parts with a score.
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

/** What a text says in one respect: the first of all, or, where only one may be said, the only one. */
const firstOf = (said: readonly Said[], text: string): string | undefined =>
  said.find(([says]) => says.test(text))?.[1];

const onlyOf = (said: readonly Said[], text: string): string | undefined => {
  const [one, ...more] = said.filter(([says]) => says.test(text));
  return more.length === 0 ? one?.[1] : undefined;
};

const keyOf = (record: MarcRecord): string | undefined => {
  const keys = [...allValues(record, ['240'], 'r'), ...allValues(record, ['384'], 'a')];
  return keys[0] === undefined ? undefined : fold(keys[0].replace(/♭/g, ' flat').replace(/♯/g, ' sharp'));
};

const ofMusic = (record: MarcRecord, statement: string): Version => {
  const text = `${statement} ${fold(allValues(record, ['240'], 's').join(' '))}`;
  const extent = fold(allValues(record, ['300'], 'a').join(' '));
  const code = (control(record, '008') ?? '')[20] ?? ' ';
  const parts = firstOf(NOTATION, extent);
  return said({
    notation: firstOf(NOTATION, text) ?? parts ?? NOTATION_CODES[code],
    voice: onlyOf(VOICE, statement),
    key: keyOf(record),
  });
};

const said = (version: { [K in VersionKind]?: string | undefined }): Version =>
  Object.fromEntries(Object.entries(version).filter(([, value]) => value !== undefined));

/** Which version of several that are published side by side a record describes; undefined when it does not say. */
export const versionOf = (record: MarcRecord): Version | undefined => {
  const type = record.leader[6] ?? 'a';
  const statement = fold([...allValues(record, ['250', '254'], 'ab'), ...allValues(record, ['245'], 'bh')].join(' '));
  const edition = fold(allValues(record, ['250'], 'ab').join(' '));
  const version: Version = {
    ...said({
      length: firstOf(LENGTH, edition),
      readers: firstOf(READERS, statement),
      purpose: firstOf(PURPOSE, edition),
    }),
    ...('cd'.includes(type) ? ofMusic(record, statement) : {}),
    ...('ij'.includes(type) ? said({ key: keyOf(record) }) : {}),
    ...(type === 'g'
      ? said({ picture: onlyOf(PICTURE, fold([edition, ...allValues(record, ['538', '300'], 'ab')].join(' '))) })
      : {}),
    ...('mr'.includes(type)
      ? said({
          platform: onlyOf(PLATFORM, fold([edition, ...allValues(record, ['538', '753', '300'], 'ab')].join(' '))),
        })
      : {}),
  };
  return Object.keys(version).length === 0 ? undefined : version;
};
