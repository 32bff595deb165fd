import { control, fields, subfield, subfields } from '../../layers/protocols/marc/fields.ts';
import { readIso2709 } from '../../layers/protocols/marc/read-iso2709.ts';
import type { DataField, MarcRecord } from '../../layers/protocols/marc/record.ts';

/** A record of a file, cut by the test's own code: its first byte and its bytes, including the terminator. */
export type RawRecord = { offset: number; bytes: Uint8Array };

const isBlank = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d || byte === 0x20;

/**
 * Cuts a file at the record terminator (0x1D), which occurs nowhere else. Returns a range of records. Spaces and line ends
 * between records belong to none.
 */
export const rawRecords = (file: Uint8Array, from: number, to: number): RawRecord[] => {
  const found: RawRecord[] = [];
  for (let at = 0, n = 0; at < file.length && n < to; n += 1) {
    while (isBlank(file[at])) at += 1;
    if (at >= file.length) break;
    const end = file.indexOf(0x1d, at);
    const next = end < 0 ? file.length : end + 1;
    if (n >= from) found.push({ offset: at, bytes: file.subarray(at, next) });
    at = next;
  }
  return found;
};

/** The record, or why the simple reader rejects it, or that it has no title. */
export const readRaw = ({ bytes }: RawRecord): { record: MarcRecord } | { reason: string } => {
  const read = readIso2709(bytes);
  if ('rejected' in read) return { reason: read.rejected };
  return /\p{L}|\p{N}/u.test(titleText(read.record)) ? { record: read.record } : { reason: 'no-title' };
};

const titleText = (record: MarcRecord): string =>
  fields(record, '245')
    .flatMap(({ subfields: all }) => all.map(({ value }) => value))
    .join('');

/** Returns the value of a subfield with whitespace trimmed and collapsed; empty when it is missing. */
export const subfieldValue = (field: DataField | undefined, code: string): string =>
  (subfield(field, code) ?? '').trim().replace(/\s+/g, ' ');

/** Returns all values of a subfield of the fields with a tag. */
export const allValues = (record: MarcRecord, tag: string, code: string): string[] =>
  fields(record, tag).flatMap((field) => subfields(field, code));

const weighed = (digits: string, weight: (at: number) => number): number =>
  [...digits].reduce((sum, digit, at) => sum + (digit === 'X' ? 10 : Number(digit)) * weight(at), 0);

/** Returns a number's ISBN-13 and, where it exists, its ISBN-10 (ISO 2108), by the check digits only; undefined when neither is valid. */
export const isbnPair = (text: string): { ten?: string; thirteen: string } | undefined => {
  const number = /^[\dXx-]+/.exec(text.trim())?.[0]?.replaceAll('-', '').toUpperCase() ?? '';
  const mod10 = (digits: string): number => weighed(digits, (at) => (at % 2 === 0 ? 1 : 3)) % 10;
  const mod11 = (digits: string): number => weighed(digits, (at) => 10 - at) % 11;
  const last = (nine: string): string => [...'0123456789X'].find((digit) => mod11(nine + digit) === 0) ?? '';
  if (/^\d{9}[\dX]$/.test(number) && mod11(number) === 0) {
    const twelve = `978${number.slice(0, 9)}`;
    return { ten: number, thirteen: `${twelve}${(10 - mod10(twelve)) % 10}` };
  }
  if (!/^97[89]\d{10}$/.test(number) || mod10(number) !== 0) return undefined;
  const nine = number.slice(3, 12);
  return { thirteen: number, ...(number.startsWith('978') ? { ten: nine + last(nine) } : {}) };
};

const online = (record: MarcRecord): boolean => {
  const form = control(record, '008')?.['efgkor'.includes(record.leader[6] ?? '') ? 29 : 23];
  const medium = allValues(record, '245', 'h').join('').toLowerCase();
  const linked = fields(record, '856').some(({ ind2 }) => ind2 === '0');
  return (
    [...allValues(record, '338', 'a'), ...allValues(record, '338', 'b')].some((c) =>
      /^(cr|online resource)$/i.test(c.trim()),
    ) ||
    record.control.some(({ tag, value }) => tag === '007' && value.startsWith('cr')) ||
    form === 'o' ||
    (linked && (form === 's' || /electronic|online|computer file/.test(medium)))
  );
};

const onFilm = (record: MarcRecord): boolean =>
  'abc'.includes(control(record, '008')?.[23] ?? ' ') ||
  record.control.some(({ tag, value }) => tag === '007' && value.startsWith('h')) ||
  allValues(record, '245', 'h').some((value) => /micro/i.test(value));

const printedFormat = (record: MarcRecord): string => {
  const [level, kind] = [record.leader[7] ?? ' ', control(record, '008')?.[21] ?? ' '];
  if (level === 'i') return online(record) ? 'website-or-database' : 'book';
  const serial = 'sb'.includes(level);
  if (!online(record) && onFilm(record)) return 'microform';
  if (serial && 'wd'.includes(kind)) return 'website-or-database';
  if (online(record)) return serial ? 'ejournal' : 'ebook';
  if (serial) return kind === 'n' ? 'newspaper' : 'journal';
  return level === 'c' && record.leader[8] === 'a' ? 'archive' : 'book';
};

/** Classifies a computer file by 008/26: a document, a bibliographic or sound database or an online system, otherwise a program. */
const ofFile = (record: MarcRecord): string => {
  const kind = control(record, '008')?.[26] ?? ' ';
  if (!online(record)) return 'software';
  return kind === 'd' ? 'ebook' : 'aehj'.includes(kind) ? 'website-or-database' : 'software';
};

/** Returns the format of a record from leader/06-08, 007 and 008 as MARC 21 codes them, limited to values in the samples. */
export const rawFormat = (record: MarcRecord): string => {
  const moving = 'mvf'.includes(control(record, '008')?.[33] ?? ' ');
  const byType: Record<string, string> = {
    ...{ c: 'score', d: 'score', e: 'map', i: 'spoken-recording', j: 'music-recording', k: 'image', o: 'kit' },
    ...{ p: 'archive', r: 'object', t: 'manuscript', g: moving ? 'video' : 'not told here' },
    m: ofFile(record),
  };
  return byType[record.leader[6] ?? ' '] ?? printedFormat(record);
};

/** Returns the languages in 008/35-37 and 041 $a $d. */
export const rawLanguages = (record: MarcRecord): string[] => {
  const listed = fields(record, '041')
    .filter(({ ind2 }) => ind2 !== '7')
    .flatMap((field) => subfields(field, 'ad').flatMap((codes) => codes.match(/.{3}/g) ?? []));
  const coded = (control(record, '008') ?? '').slice(35, 38);
  return [...new Set([coded, ...listed])].filter((code) => /^[a-z]{3}$/.test(code) && !/zxx|und|mul|xxx/.test(code));
};

/** Returns the year in 008/07-10, the first one of a span; otherwise the first year in the imprint. */
export const rawYear = (record: MarcRecord): number | undefined => {
  const fixed = control(record, '008') ?? '|||||||';
  const imprint = ['264', '260'].flatMap((tag) => allValues(record, tag, 'c'))[0] ?? '';
  const coded = 'nb|'.includes(fixed[6] ?? '|') ? '' : fixed.slice(7, 11).replaceAll(/[u|?]/g, '0');
  const year = [coded, /(?<!\d)\d{4}(?!\d)/.exec(imprint)?.[0] ?? ''].find((four) => /^(1|20)\d+$/.test(four));
  return year === undefined ? undefined : Number(year);
};
