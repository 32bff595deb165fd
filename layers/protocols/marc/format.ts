import { control, fields, subfield, subfields } from './fields.ts';
import type { MarcRecord } from './record.ts';

/** The format of a work, in terms that readers use. A record has one format; `isOnline` states separately whether it is read online. */
export type Format =
  | 'book'
  | 'large-print'
  | 'braille'
  | 'ebook'
  | 'journal'
  | 'ejournal'
  | 'newspaper'
  | 'website-or-database'
  | 'score'
  | 'map'
  | 'globe'
  | 'video'
  | 'music-recording'
  | 'spoken-recording'
  | 'image'
  | 'object'
  | 'kit'
  | 'software'
  | 'manuscript'
  | 'archive'
  | 'microform'
  | 'unknown';

/**
 * Returns the character of 008 (or 006) for the form of item by MARC 21 leader/06 and 07: 29 for maps and visual materials, otherwise
 * 23.
 */
const formOfItem = (record: MarcRecord): string => {
  const type = record.leader[6] ?? ' ';
  return control(record, '008')?.[/[efgkor]/.test(type) ? 29 : 23] ?? ' ';
};

const carriers = (record: MarcRecord): string[] =>
  fields(record, '338').flatMap((field) => subfields(field, 'ab').map((value) => value.trim().toLowerCase()));

const gmd = (record: MarcRecord): string => (subfield(fields(record, '245')[0], 'h') ?? '').toLowerCase();

const physical = (record: MarcRecord): string[] =>
  record.control.filter(({ tag }) => tag === '007').map(({ value }) => value);

/**
 * Returns true when the work itself is read online: carrier `cr` or "online resource" (338), 007 `cr`, 008 form `o`, or a GMD
 * "electronic resource" together with a full-text link (856 second indicator 0). A link in the record of a print book (856 with another
 * indicator) does not make it online.
 */
export const isOnline = (record: MarcRecord): boolean => {
  if (carriers(record).some((carrier) => carrier === 'cr' || carrier === 'online resource')) return true;
  const form = formOfItem(record);
  if (form === 'o' || physical(record).some((value) => value.startsWith('cr'))) return true;
  const linked = fields(record, '856').some(({ ind2 }) => ind2 === '0');
  return linked && (form === 's' || /electronic|computer file|online/.test(gmd(record)));
};

const isMicroform = (record: MarcRecord): boolean =>
  /[abc]/.test(formOfItem(record)) ||
  physical(record).some((value) => value.startsWith('h')) ||
  gmd(record).includes('micro');

const ofSerial = (record: MarcRecord): Format => {
  const kind = control(record, '008')?.[21] ?? ' ';
  if (kind === 'w' || kind === 'd') return 'website-or-database';
  if (isOnline(record)) return 'ejournal';
  return kind === 'n' ? 'newspaper' : 'journal';
};

const ofText = (record: MarcRecord): Format => {
  const level = record.leader[7] ?? ' ';
  // An integrating resource: online a site or database, on paper a loose-leaf book.
  if (level === 'i') return isOnline(record) ? 'website-or-database' : 'book';
  if (level === 's' || level === 'b') return isMicroform(record) && !isOnline(record) ? 'microform' : ofSerial(record);
  if (isOnline(record)) return 'ebook';
  if (isMicroform(record)) return 'microform';
  const form = formOfItem(record);
  const print = physical(record).find((value) => value.startsWith('t'))?.[1];
  if (form === 'f' || print === 'c') return 'braille';
  return form === 'd' || print === 'b' ? 'large-print' : level === 'c' && record.leader[8] === 'a' ? 'archive' : 'book';
};

/** 008/33 of visual materials: film, video, slides move; models, toys and games are objects; the rest are pictures. */
const ofVisual = (record: MarcRecord): Format => {
  const kind = control(record, '008')?.[33] ?? ' ';
  if (/[mvf]/.test(kind) || physical(record).some((value) => /^[vm]/.test(value))) return 'video';
  return /[bgqrwd]/.test(kind) ? 'object' : /[aciklnopst]/.test(kind) ? 'image' : 'video';
};

const ofMap = (record: MarcRecord): Format =>
  control(record, '008')?.[25] === 'd' || physical(record).some((value) => value.startsWith('d')) ? 'globe' : 'map';

const ofComputerFile = (record: MarcRecord): Format => {
  const kind = control(record, '008')?.[26] ?? ' ';
  if (kind === 'd' && isOnline(record)) return 'ebook';
  return isOnline(record) && /[aehj]/.test(kind) ? 'website-or-database' : 'software';
};

const byType: Readonly<Record<string, Format | ((record: MarcRecord) => Format)>> = {
  a: ofText,
  c: 'score',
  d: 'score',
  e: ofMap,
  f: ofMap,
  g: ofVisual,
  i: 'spoken-recording',
  j: 'music-recording',
  k: (record) => (/[bgqrwd]/.test(control(record, '008')?.[33] ?? ' ') ? 'object' : 'image'),
  m: ofComputerFile,
  o: 'kit',
  p: 'archive',
  r: 'object',
  t: 'manuscript',
};

/** Returns the format of a record from leader/06-07 and, within it, 006 to 008, 245 $h, 337 and 338. */
export const formatOf = (record: MarcRecord): Format => {
  const rule = byType[record.leader[6] ?? ' '] ?? (isOnline(record) ? 'ebook' : 'unknown');
  return typeof rule === 'function' ? rule(record) : rule;
};
