import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import type { Carrier } from './carrier.ts';
import { allValues } from './read-values.ts';

/** A format of a disc, a tape or a film in cataloguing terms; `videodisc` and similar words are less specific. */
type Found = readonly [says: RegExp, format: string];

// The first match counts; the most specific patterns come first.
const VIDEO: readonly Found[] = [
  [/ultra hd|4k uhd/, '4K disc'],
  [/blu-? ?ray/, 'Blu-ray'],
  [/\bdvd/, 'DVD'],
  [/laser ?dis[ck]|laser optical|\bcav\b|\bclv\b/, 'laserdisc'],
  [/\bvhs\b/, 'VHS'],
  [/\bbeta/, 'Beta'],
  [/video ?dis[ck]/, 'videodisc'],
  [/video ?cassette|video ?tape/, 'videocassette'],
  [/film reel|film cartridge/, 'film'],
];
const AUDIO: readonly Found[] = [
  [/playaway|media player/, 'media player'],
  [/\bmp3\b/, 'MP3 disc'],
  [/33 ?(?:1\/3|⅓)|\blp\b/, 'LP'],
  [/\b45 rpm/, '45 rpm disc'],
  [/\b78 rpm/, '78 rpm disc'],
  [/cassette/, 'cassette'],
  [/compact dis[ck]|\bcds?\b|(?:sound|audio) ?dis[ck].*(?:digital|4 ?3\/4|12 cm)/, 'CD'],
  [/dis[ck]/, 'sound disc'],
  [/tape reel|audiotape/, 'tape'],
];
const MICRO: readonly Found[] = [
  [/microfiche/, 'microfiche'],
  [/microfilm/, 'microfilm'],
  [/micro-?opaque|micro-?card/, 'micro-opaque'],
];

// 007/00-01 with 007/03 of sound, 007/04 of video; a sound disc that turns at 1.4 m a second is a CD.
const CODED: readonly Found[] = [
  [/^vd..v/, 'DVD'],
  [/^vd..s/, 'Blu-ray'],
  [/^vd..g/, 'laserdisc'],
  [/^vf..b/, 'VHS'],
  [/^vf..a/, 'Beta'],
  [/^vd/, 'videodisc'],
  [/^vf/, 'videocassette'],
  [/^ss/, 'cassette'],
  [/^sd.f/, 'CD'],
  [/^sd.b/, 'LP'],
  [/^sd.c/, '45 rpm disc'],
  [/^sd.d/, '78 rpm disc'],
  [/^sd/, 'sound disc'],
  [/^st/, 'tape'],
  [/^h[bcdhj]/, 'microfilm'],
  [/^h[ef]/, 'microfiche'],
  [/^hg/, 'micro-opaque'],
];

const WORDED: { readonly [C in Carrier]?: readonly Found[] } = { video: VIDEO, audio: AUDIO, micro: MICRO };
const CODE_OF: { readonly [C in Carrier]?: string } = { video: 'v', audio: 's', micro: 'h' };

const GENERAL: Readonly<Record<string, string>> = {
  '4K disc': 'videodisc',
  'Blu-ray': 'videodisc',
  DVD: 'videodisc',
  laserdisc: 'videodisc',
  VHS: 'videocassette',
  Beta: 'videocassette',
  'MP3 disc': 'sound disc',
  LP: 'sound disc',
  '45 rpm disc': 'sound disc',
  '78 rpm disc': 'sound disc',
  CD: 'sound disc',
};

// Notes may be of any length; the relevant text is at the beginning.
const LONG = 2000;

const firstStated = (found: readonly Found[], text: string): string | undefined =>
  found.find(([says]) => says.test(text))?.[1];

/** Returns the text in which a record states its format: note of the system (538), extent, 34x, edition, medium, reproduction. */
const words = (record: MarcRecord): string =>
  [
    ...allValues(record, ['538', '300', '340', '344', '347', '533'], 'abcen'),
    ...allValues(record, ['250', '338'], 'a'),
    ...allValues(record, ['245'], 'h'),
  ]
    .join(' ; ')
    .slice(0, LONG)
    .toLowerCase();

/** Returns the format of a recording, a film or a microform, by its text before its code; undefined for all other carriers. */
export const formatOf = (record: MarcRecord, carrier: Carrier): string | undefined => {
  const [worded, code] = [WORDED[carrier], CODE_OF[carrier]];
  if (worded === undefined || code === undefined) return undefined;
  const stated = firstStated(worded, words(record));
  const codes = record.control.filter(({ tag, value }) => tag === '007' && value.startsWith(code));
  const coded = codes.map(({ value }) => firstStated(CODED, value)).find((one) => one !== undefined);
  return stated === undefined || GENERAL[coded ?? ''] === stated ? (coded ?? stated) : stated;
};

/** Returns whether two formats can describe one resource: they are equal, or one is less specific. */
export const formatsAgree = (a: string, b: string): boolean => a === b || GENERAL[a] === b || GENERAL[b] === a;
