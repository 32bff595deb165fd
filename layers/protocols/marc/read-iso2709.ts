import { Buffer } from 'node:buffer';
import { holdsControlCharacters, withoutControlCharacters } from './clean-text.ts';
import { type FieldRange, type Located, readDirectory } from './directory.ts';
import { decoderFor, type Encoding, type EncodingGuess, guessEncoding, type TextOf } from './encoding.ts';
import { dataFieldOf } from './field-text.ts';
import {
  decimalAt,
  FIELD_TERMINATOR,
  isTag,
  LEADER_LENGTH,
  RECORD_TERMINATOR,
  SUBFIELD_DELIMITER,
} from './iso2709-bytes.ts';
import { repairLeader } from './leader.ts';
import type { ReadResult, ReadWarning, WarningCode } from './reasons.ts';
import type { ControlField, DataField, MarcRecord, Subfield } from './record.ts';
import type { UnimarcConverter } from './unimarc/converter.ts';
import { isUnimarc } from './unimarc/is-unimarc.ts';

const DELIMITER = '\u001f';
const ESCAPE = 0x1b;

const encodingWarning = ({ encoding, doubtful }: EncodingGuess, saysUnicode: boolean): ReadWarning[] => {
  if (encoding === 'broken-utf-8')
    return [{ code: 'bytes-not-utf8', detail: 'read as UTF-8 with U+FFFD for each stray byte' }];
  if (doubtful)
    return [{ code: 'encoding-doubtful', detail: `read as ${encoding}; the bytes do not tell MARC-8 from Latin-1` }];
  const asDeclared = encoding === 'ascii' || (encoding === 'utf-8') === saysUnicode;
  return asDeclared && encoding !== 'latin-1'
    ? []
    : [{ code: 'encoding-not-as-declared', detail: `read as ${encoding}` }];
};

const frameWarnings = (
  bytes: Buffer,
  base: number,
  repairedLeader: boolean,
  repairedDirectory: boolean,
): ReadWarning[] => {
  const warnings: ReadWarning[] = [];
  const warn = (code: WarningCode, detail: string): void => {
    warnings.push({ code, detail });
  };
  if (repairedLeader) warn('leader-repaired', bytes.toString('latin1', 0, LEADER_LENGTH));
  if (decimalAt(bytes, 0, 5) !== bytes.length) warn('length-wrong', `${bytes.length} bytes`);
  if (decimalAt(bytes, 12, 5) !== base) warn('base-address-wrong', `${base}`);
  if (repairedDirectory) warn('directory-repaired', 'fields found by their terminators');
  return warnings;
};

/**
 * Decodes a data field piece by piece: in MARC-8 each subfield starts in the default sets, and delimiters can safely be searched in
 * bytes.
 */
const fieldPieces = (bytes: Buffer, from: number, to: number, textOf: TextOf): string[] => {
  const pieces: string[] = [];
  for (let at = from; at <= to; ) {
    const next = bytes.indexOf(SUBFIELD_DELIMITER, at);
    const end = next === -1 || next > to ? to : next;
    pieces.push(textOf(at, end));
    at = end + 1;
  }
  return pieces;
};

const subfieldOf = (piece: string): Subfield => ({ code: piece.charAt(0), value: piece.slice(1) });

/** Returns a function that removes control characters from text; the first one found adds a warning. */
const cleanerFor = (dirty: boolean, warnings: ReadWarning[]): ((text: string) => string) => {
  if (!dirty) return (text) => text;
  return (text) => {
    const clean = withoutControlCharacters(text);
    const wasReported = warnings.some(({ code }) => code === 'control-characters-removed');
    if (clean !== text && !wasReported) warnings.push({ code: 'control-characters-removed', detail: '' });
    return clean;
  };
};

/** Returns true for a terminator within a field; checked per field, since a missing one elsewhere would balance the count. */
const holdsStrayTerminator = (bytes: Buffer, ranges: readonly FieldRange[]): boolean =>
  bytes.indexOf(RECORD_TERMINATOR) < bytes.length - 1 ||
  ranges.some(({ from, to }) => bytes.indexOf(FIELD_TERMINATOR, from) !== to);

const readFields = (
  bytes: Buffer,
  ranges: readonly FieldRange[],
  { encoding, textOf, unmapped }: { encoding: Encoding } & ReturnType<typeof decoderFor>,
  warnings: ReadWarning[],
): Pick<MarcRecord, 'control' | 'data'> => {
  const dirty = holdsControlCharacters(bytes, encoding === 'marc-8') || holdsStrayTerminator(bytes, ranges);
  const clean = cleanerFor(dirty, warnings);
  const control: ControlField[] = [];
  const data: DataField[] = [];
  for (const { tag, from, to } of ranges) {
    if (!isTag(tag)) warnings.push({ code: 'field-dropped', detail: tag });
    else if (tag.startsWith('00')) {
      const text = textOf(from, to);
      const value = clean(text).replaceAll(DELIMITER, '');
      if (tag === '001' && value !== text) warnings.push({ code: 'number-cleaned', detail: value });
      control.push({ tag, value });
    } else {
      const pieces = encoding === 'marc-8' ? fieldPieces(bytes, from, to, textOf) : textOf(from, to).split(DELIMITER);
      const [indicators = '', ...rest] = dirty ? pieces.map(clean) : pieces;
      const field = dataFieldOf(tag, indicators, rest.map(subfieldOf), warnings);
      if (field !== undefined) data.push(field);
    }
  }
  if (unmapped() > 0) warnings.push({ code: 'characters-unmapped', detail: `${unmapped()}` });
  return { control, data };
};

/** Far above any real record, and bounded by memory: each becomes an object. */
const MOST_SUBFIELDS = 250_000;

/** Returns true for a record of mostly delimiters; a shorter one cannot contain so many. */
const holdsTooManySubfields = (bytes: Buffer): boolean => {
  if (bytes.length < MOST_SUBFIELDS) return false;
  let count = 0;
  for (const byte of bytes) if (byte === SUBFIELD_DELIMITER) count++;
  return count > MOST_SUBFIELDS;
};

// What a UNIMARC leader and its declaration of the encoding cause, which are no faults of the record.
const USUAL_IN_UNIMARC: readonly WarningCode[] = ['leader-repaired', 'encoding-not-as-declared', 'encoding-doubtful'];

/** Reads a UNIMARC record as MARC 21: its older files are in ISO 5426, where MARC 21 has MARC-8. */
const readUnimarc = (
  bytes: Buffer,
  directory: Located,
  unimarc: UnimarcConverter,
  read: { encoding: Encoding; leaderAsRead: string; record: MarcRecord; warnings: readonly ReadWarning[] },
): ReadResult => {
  const { encoding, leaderAsRead, record, warnings } = read;
  const isOlder = (encoding === 'marc-8' || encoding === 'latin-1') && !bytes.includes(ESCAPE);
  const decoder =
    isOlder && unimarc.olderDecoder(bytes.subarray(directory.base)) ? unimarc.olderDecoder(bytes) : undefined;
  if (!decoder)
    return unimarc.convert(
      leaderAsRead,
      record,
      warnings.filter(({ code }) => !USUAL_IN_UNIMARC.includes(code)),
    );
  const again = frameWarnings(bytes, directory.base, false, directory.repaired);
  const fields = readFields(bytes, directory.fields, { encoding, ...decoder }, again);
  return unimarc.convert(leaderAsRead, { ...record, ...fields }, again);
};

/** Decodes a record with located fields. Takes its bytes and the result of `readDirectory`; refuses as `readIso2709` does. */
export const readLocated = (bytes: Buffer, directory: Located, unimarc?: UnimarcConverter): ReadResult => {
  if (holdsTooManySubfields(bytes)) return { rejected: 'too-many-subfields' };
  const leaderAsRead = bytes.toString('latin1', 0, directory.start);
  const leader = repairLeader(leaderAsRead);
  const warnings = frameWarnings(bytes, directory.base, leader !== leaderAsRead, directory.repaired);
  const saysUnicode = leader[9] === 'a';
  const guess = guessEncoding(bytes.subarray(directory.base), saysUnicode);
  warnings.push(...encodingWarning(guess, saysUnicode));
  const decoder = { encoding: guess.encoding, ...decoderFor(bytes, guess.encoding) };
  const record: MarcRecord = { leader, ...readFields(bytes, directory.fields, decoder, warnings) };
  if (record.control.length + record.data.length === 0) return { rejected: 'no-fields' };
  if (!isUnimarc(leaderAsRead, record)) return { record, warnings };
  if (!unimarc) return { rejected: 'unimarc' };
  return readUnimarc(bytes, directory, unimarc, { encoding: guess.encoding, leaderAsRead, record, warnings });
};

/**
 * Parses one ISO 2709 record (MARC 21), leniently: leader constants, length, base address, directory, indicators and subfield codes are
 * repaired, the encoding is determined by the bytes; each repair is a warning. Takes the bytes from leader to terminator; returns the
 * record or the reason for the reject (see `rejectReasons`), and never throws. A record without a title (245) is accepted; the caller
 * decides whether to use it. UNIMARC is converted with a converter, and refused without one. Use `openIso2709` for only a field or two.
 */
export const readIso2709 = (record: Uint8Array, unimarc?: UnimarcConverter): ReadResult => {
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.length);
  if (bytes.length <= LEADER_LENGTH) return { rejected: 'too-short' };
  const directory = readDirectory(bytes);
  return 'rejected' in directory ? directory : readLocated(bytes, directory, unimarc);
};
