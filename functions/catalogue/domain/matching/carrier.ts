import { control, fields, subfields } from '../../../../layers/protocols/marc/fields.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';

/** The physical or online form of a manifestation. */
export type Carrier = 'print' | 'online' | 'disc' | 'micro' | 'large-print' | 'braille' | 'audio' | 'video';

// MARC 21 form of item: 008/23, and 008/29 for maps and visual materials.
const FORM_OF_ITEM: Readonly<Record<string, Carrier>> = {
  a: 'micro',
  b: 'micro',
  c: 'micro',
  d: 'large-print',
  f: 'braille',
  o: 'online',
  q: 'disc',
  s: 'online',
};
// RDA carrier types, 338 $b.
const CARRIER_338: Readonly<Record<string, Carrier>> = {
  cr: 'online',
  cd: 'disc',
  ce: 'disc',
  ck: 'disc',
  cz: 'disc',
  ha: 'micro',
  hb: 'micro',
  hc: 'micro',
  hd: 'micro',
  he: 'micro',
  hf: 'micro',
  hg: 'micro',
  hh: 'micro',
  sd: 'audio',
  ss: 'audio',
  sz: 'audio',
  vd: 'video',
  vf: 'video',
  vz: 'video',
  mr: 'video',
};

const allValues = (record: MarcRecord, tag: string, codes: string): string[] =>
  fields(record, tag).flatMap((field) => subfields(field, codes));

const inWords = (text: string): Carrier | undefined => {
  if (
    /online resource|internet resource|electronic (?:text|book|resource)|streaming|\be-?book|kindle|world wide web/i.test(
      text,
    )
  )
    return 'online';
  if (/micro(?:film|fiche|form|opaque|card)/i.test(text)) return 'micro';
  if (/large (?:print|type)/i.test(text)) return 'large-print';
  if (/braille/i.test(text)) return 'braille';
  if (/cd-rom|computer (?:optical )?dis[ck]|computer laser/i.test(text)) return 'disc';
  if (/videore?cord|videodis[ck]|videocassette|dvd|motion picture/i.test(text)) return 'video';
  if (/sound recording|audio ?(?:book|disc|cassette)|sound (?:disc|cassette)/i.test(text)) return 'audio';
  return undefined;
};

const heading = (record: MarcRecord): Carrier | undefined => {
  const h = allValues(record, '245', 'h').join(' ');
  return inWords(h) ?? (/electronic|computer/i.test(h) ? 'online' : undefined);
};

const formOfItem = (record: MarcRecord): Carrier | undefined => {
  const position = /[efgkor]/.test(record.leader[6] ?? '') ? 29 : 23;
  return FORM_OF_ITEM[(control(record, '008') ?? '')[position] ?? ' '];
};

/** Returns the first 007 that describes the manifestation itself; print records also have one for a linked copy or an enclosed disc. */
const physicalDescription = (record: MarcRecord): Carrier | undefined => {
  const measured = /\bcm\b/.test(allValues(record, '300', 'c').join(' '));
  for (const { tag, value } of record.control) {
    if (tag !== '007') continue;
    if (/^cr/.test(value) && !measured) return 'online';
    if (/^tb/.test(value)) return 'large-print';
    if (/^h/.test(value)) return 'micro';
  }
  return undefined;
};

/** Returns the RDA carrier: the term ($a) before the code ($b), since real records pair the term "volume" with the code for online. */
const rdaCarrier = (record: MarcRecord): Carrier | undefined => {
  const carriers = fields(record, '338').map((field) => {
    const [term = '', code = ''] = ['a', 'b'].map((each) => subfields(field, each)[0] ?? '');
    return /volume|sheet|card|object/i.test(term) || code === 'nc' ? 'print' : (inWords(term) ?? CARRIER_338[code]);
  });
  // A book with an enclosed disc has two carriers and is still a book.
  return carriers.includes('print') ? undefined : carriers.find((one) => one !== undefined);
};

const byType = (type: string): Carrier => {
  if (type === 'i' || type === 'j') return 'audio';
  if (type === 'g') return 'video';
  return type === 'm' ? 'disc' : 'print';
};

/** Returns whether a field for large print (340 $n) or a heading states it. */
const isLargePrint = (record: MarcRecord): boolean =>
  allValues(record, '340', 'n').some((text) => inWords(text) === 'large-print') ||
  ['650', '655'].some((tag) => allValues(record, tag, 'a').some((text) => /^large (?:type|print) books/i.test(text)));

/**
 * Returns whether a reproduction note (533; those of a library's own copy, $5, or of a part, $3, are ignored) or an edition statement for
 * e-book readers says that it is electronic.
 */
const isElectronicCopy = (record: MarcRecord): boolean =>
  fields(record, '533').some(
    (field) => subfields(field, '35').length === 0 && /^(?:electronic|online)/i.test(subfields(field, 'a').join(' ')),
  ) || inWords(allValues(record, '250', 'a').join(' ')) === 'online';

/** Returns whether every ISBN is that of an electronic book and 856 40 gives the address of the resource itself. */
const isAtAddress = (record: MarcRecord): boolean => {
  const numbers = allValues(record, '020', 'aq');
  const isThere = fields(record, '856').some(({ ind1, ind2 }) => ind1 === '4' && ind2 === '0');
  return (
    isThere &&
    numbers.length > 0 &&
    fields(record, '020').every((field) => /electronic|e-?book|epub|online/i.test(subfields(field, 'aq').join(' ')))
  );
};

/** Returns the carrier that a record states, by codes first, then by text; print by default. */
const statedCarrier = (record: MarcRecord): Carrier =>
  (heading(record) === 'micro' ? 'micro' : undefined) ??
  formOfItem(record) ??
  physicalDescription(record) ??
  heading(record) ??
  inWords(allValues(record, '300', 'a').join(' ')) ??
  (inWords(allValues(record, '533', 'a').join(' ')) === 'micro' ? 'micro' : undefined) ??
  (inWords(allValues(record, '250', 'a').join(' ')) === 'large-print' || isLargePrint(record)
    ? 'large-print'
    : undefined) ??
  (isElectronicCopy(record) ? 'online' : undefined) ??
  rdaCarrier(record) ??
  (isAtAddress(record) ? 'online' : undefined) ??
  byType(record.leader[6] ?? 'a');

/** Returns whether the description itself is of a microform: 007, extent, notes, a reproduction note, a carrier. */
const describesMicro = (record: MarcRecord): boolean =>
  physicalDescription(record) === 'micro' ||
  heading(record) === 'micro' ||
  rdaCarrier(record) === 'micro' ||
  fields(record, '533').length > 0 ||
  ['300', '500', '530', '534'].some((tag) => inWords(allValues(record, tag, 'abc').join(' ')) === 'micro');

/**
 * Returns the carrier of what a record describes. `unsure` when only a code means microform (008/23) while the whole description is of a
 * printed book: records of microforms have 007, 533 or 245 $h, and these have none.
 */
export const carrierOf = (record: MarcRecord): { carrier: Carrier; unsure?: true } => {
  const carrier = statedCarrier(record);
  return carrier === 'micro' && !describesMicro(record) ? { carrier, unsure: true } : { carrier };
};
