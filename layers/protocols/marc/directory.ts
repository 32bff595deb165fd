import type { Buffer } from 'node:buffer';
import {
  decimalAt,
  ENTRY_LENGTH,
  FIELD_TERMINATOR,
  isTag,
  LEADER_LENGTH,
  RECORD_TERMINATOR,
  SUBFIELD_DELIMITER,
} from './iso2709-bytes.ts';

/** A field located in a record: its tag and the range of its bytes, terminator excluded. */
export type FieldRange = { tag: string; from: number; to: number };

/** The fields of a record by its directory (which runs from `start` to `base`); `repaired` when it was corrected. */
export type Located = { fields: FieldRange[]; start: number; base: number; repaired: boolean };

/** The fields, or why they cannot be separated. */
export type Directory = Located | { rejected: 'no-directory' | 'no-fields' | 'directory-broken' };

type Entry = { tag: string; length: number; start: number };
/** The start of an entry with invalid digits. */
const UNREADABLE = -1;

type Segment = { from: number; to: number };

/** Leaders with a missing or extra character occur; the directory after them is valid. */
const LEADER_LENGTHS = [LEADER_LENGTH, 23, 25, 22];

const entryAt = (bytes: Buffer, at: number, lengthDigits: number): Entry | undefined => {
  const length = decimalAt(bytes, at + 3, lengthDigits);
  const start = decimalAt(bytes, at + 3 + lengthDigits, 5);
  if (length === undefined || start === undefined) return undefined;
  return { tag: bytes.toString('latin1', at, at + 3), length, start };
};

const isTagByte = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

/**
 * Returns the base address of a record when the leader states it correctly and every directory entry ends on a terminator and begins
 * just after one; otherwise 0. Allocates nothing, because it runs for every record of a load.
 */
export const soundBase = (bytes: Uint8Array): number => {
  const base = decimalAt(bytes, 12, 5) ?? 0;
  const end = base - 1;
  if (end <= LEADER_LENGTH || (end - LEADER_LENGTH) % ENTRY_LENGTH !== 0 || bytes[end] !== FIELD_TERMINATOR) return 0;
  let total = 0;
  for (let at = LEADER_LENGTH; at < end; at += ENTRY_LENGTH) {
    if (!isTagByte(bytes[at]) || !isTagByte(bytes[at + 1]) || !isTagByte(bytes[at + 2])) return 0;
    const length = decimalAt(bytes, at + 3, 4) ?? 0;
    const from = base + (decimalAt(bytes, at + 7, 5) ?? bytes.length);
    if (length === 0 || bytes[from - 1] !== FIELD_TERMINATOR || bytes[from + length - 1] !== FIELD_TERMINATOR) return 0;
    total += length;
  }
  return total > bytes.length - base ? 0 : base;
};

/** Returns the fields when every entry ends on a terminator and begins just after one; otherwise undefined. */
const asDirectorySays = (bytes: Buffer, start: number, base: number): FieldRange[] | undefined => {
  if ((base - 1 - start) % ENTRY_LENGTH !== 0) return undefined;
  const fields: FieldRange[] = [];
  let total = 0;
  for (let at = start; at < base - 1; at += ENTRY_LENGTH) {
    const entry = entryAt(bytes, at, 4);
    if (entry === undefined || entry.length === 0) return undefined;
    const from = base + entry.start;
    const to = from + entry.length - 1;
    if (bytes[to] !== FIELD_TERMINATOR || bytes[from - 1] !== FIELD_TERMINATOR) return undefined;
    // Many entries may point at one long field: a small record would become a huge one.
    total += entry.length;
    if (total > bytes.length - base) return undefined;
    fields.push({ tag: entry.tag, from, to });
  }
  return fields;
};

/** The maximum number of terminators of a record for each entry of its directory, plus a constant: more are no fields. */
const MOST_SEGMENTS = { anEntry: 4, besides: 100 };

const hasTooManySegments = (bytes: Buffer, base: number): boolean => {
  const most = Math.ceil(base / ENTRY_LENGTH) * MOST_SEGMENTS.anEntry + MOST_SEGMENTS.besides;
  let count = 0;
  for (let at = bytes.indexOf(FIELD_TERMINATOR, base); at !== -1; at = bytes.indexOf(FIELD_TERMINATOR, at + 1))
    if (++count > most) return true;
  return false;
};

/** Splits the data at terminators; a piece without indicators and a delimiter belongs to the previous field. */
const segmentsOf = (bytes: Buffer, base: number, joinStrays: boolean): Segment[] => {
  const last = bytes[bytes.length - 1] === RECORD_TERMINATOR ? bytes.length - 1 : bytes.length;
  const segments: Segment[] = [];
  for (let from = base; from < last; ) {
    const end = bytes.indexOf(FIELD_TERMINATOR, from);
    const to = end === -1 || end > last ? last : end;
    const previous = segments[segments.length - 1];
    const delimiter = bytes.subarray(from, to).indexOf(SUBFIELD_DELIMITER);
    const follows = previous !== undefined && bytes.subarray(previous.from, previous.to).includes(SUBFIELD_DELIMITER);
    if (joinStrays && follows && delimiter !== 2) previous.to = to;
    else segments.push({ from, to });
    from = to + 1;
  }
  return segments;
};

/** Matches entries to fields: when a length exceeds its four digits, the entry is as wide as its start implies. */
const entriesBeside = (bytes: Buffer, base: number, segments: Segment[]): Entry[] => {
  const entries: Entry[] = [];
  for (let at = LEADER_LENGTH; at + ENTRY_LENGTH <= base - 1; ) {
    const segment = segments[entries.length];
    const digits = [4, 5, 6].find(
      (width) => segment !== undefined && entryAt(bytes, at, width)?.start === segment.from - base,
    );
    const tag = bytes.toString('latin1', at, at + 3);
    entries.push(entryAt(bytes, at, digits ?? 4) ?? { tag, length: 0, start: UNREADABLE });
    at += ENTRY_LENGTH - 4 + (digits ?? 4);
  }
  return entries;
};

/** Control fields contain no delimiter, data fields do: any other pairing is invalid. */
const pairs = (bytes: Buffer, entries: Entry[], segments: Segment[]): FieldRange[] | undefined => {
  if (entries.length !== segments.length) return undefined;
  const readable = entries.filter(({ tag, start }) => start !== UNREADABLE || /^\d{3}$/.test(tag));
  if (readable.length * 2 < entries.length) return undefined;
  const fields: FieldRange[] = [];
  for (const [i, segment] of segments.entries()) {
    const tag = entries[i]?.tag ?? '';
    if (!isTag(tag)) return undefined;
    const delimited = bytes.subarray(segment.from, segment.to).includes(SUBFIELD_DELIMITER);
    if (delimited && tag.startsWith('00')) return undefined;
    fields.push({ tag, ...segment });
  }
  return fields;
};

/** Returns the entries that do point at the beginning of a field, each read to its terminator, and each field once. */
const soundOnes = (entries: Entry[], segments: Segment[], base: number): FieldRange[] => {
  const byStart = new Map(segments.map((segment) => [segment.from - base, segment]));
  return entries.flatMap((entry) => {
    const segment = byStart.get(entry.start);
    byStart.delete(entry.start);
    return segment === undefined || !isTag(entry.tag) ? [] : [{ tag: entry.tag, ...segment }];
  });
};

const mended = (bytes: Buffer, base: number): Directory => {
  if (hasTooManySegments(bytes, base)) return { rejected: 'directory-broken' };
  for (const joinStrays of [false, true]) {
    const segments = segmentsOf(bytes, base, joinStrays);
    const fields = pairs(bytes, entriesBeside(bytes, base, segments), segments);
    if (fields !== undefined && fields.length > 0) return { fields, start: LEADER_LENGTH, base, repaired: true };
  }
  const segments = segmentsOf(bytes, base, false);
  const entries = entriesBeside(bytes, base, segments);
  const fields = soundOnes(entries, segments, base);
  // With half of the fields lost, it is no longer the same record.
  if (fields.length * 2 <= entries.length) return { rejected: entries.length === 0 ? 'no-fields' : 'directory-broken' };
  return { fields, start: LEADER_LENGTH, base, repaired: true };
};

/**
 * Locates the fields of a record (ISO 2709 directory: tag 3, length 4, start 5). The base address is derived from the end of the
 * directory, not from the leader. When entries and terminators disagree, the fields are found by terminators and paired with the tags in
 * order, and `repaired` is set. Refuses a record whose fields cannot be separated.
 */
export const readDirectory = (bytes: Buffer): Directory => {
  const end = bytes.indexOf(FIELD_TERMINATOR, LEADER_LENGTH);
  if (end === -1) return { rejected: 'no-directory' };
  if (end === LEADER_LENGTH) return { rejected: 'no-fields' };
  const base = end + 1;
  for (const start of LEADER_LENGTHS) {
    const fields = asDirectorySays(bytes, start, base);
    if (fields !== undefined) return { fields, start, base, repaired: start !== LEADER_LENGTH };
  }
  return mended(bytes, base);
};
