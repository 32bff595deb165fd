import { Buffer } from 'node:buffer';
import { type Located, readDirectory, soundBase } from './directory.ts';
import { type Encoding, encodingOf } from './encoding.ts';
import { control as controlIn, fields, subfield as subfieldIn } from './fields.ts';
import { decimalAt, ENTRY_LENGTH, FIELD_TERMINATOR, LEADER_LENGTH, SUBFIELD_DELIMITER } from './iso2709-bytes.ts';
import { readLocated } from './read-iso2709.ts';
import type { ReadResult, RejectReason } from './reasons.ts';

const TITLE = '245';

/** A record with known field positions and text that is decoded on demand. It keeps views of its input bytes and reads them later. */
export interface OpenRecord {
  /** Returns the first control field with a tag, as `read` does. */
  control(tag: string): string | undefined;
  /** Returns the first subfield with a code of the first field with a tag, as `read` does. */
  subfield(tag: string, code: string): string | undefined;
  /** Returns the whole record with its repairs, or why there is none; parsed once. */
  read(): ReadResult;
}

/**
 * Flags for the content of a text range: only ASCII, which is the same in every encoding; bytes above it; an ampersand, which may begin
 * a reference; a control character, which is removed.
 */
const PLAIN = 0;
const ABOVE_ASCII = 1;
const AMPERSAND = 2;
const CONTROL = 4;

const kindOf = (byte: number): number =>
  byte >= 0x80 ? ABOVE_ASCII : byte === 0x26 ? AMPERSAND : byte < 0x20 ? CONTROL : PLAIN;

const startAt = (bytes: Buffer, entry: number): number => {
  let value = 0;
  for (let i = entry + 7; i < entry + 12; i++) value = value * 10 + ((bytes[i] ?? 0) - 0x30);
  return value;
};

class Opened implements OpenRecord {
  private readonly bytes: Buffer;
  private readonly sound: number;
  private readonly directory: Located | undefined;
  private known: Encoding | undefined;
  private result: ReadResult | undefined;

  /** `sound`: the base address of a record with a valid directory; 0 when `directory` was repaired. */
  constructor(bytes: Buffer, sound: number, directory: Located | undefined) {
    this.bytes = bytes;
    this.sound = sound;
    this.directory = directory;
  }

  /** Returns the directory entry of a tag, or -1. Searches the bytes themselves: most records are asked for two fields of thirty. */
  entryOf(tag: string): number {
    const [a, b, c] = [tag.charCodeAt(0), tag.charCodeAt(1), tag.charCodeAt(2)];
    const { bytes } = this;
    for (let at = LEADER_LENGTH; at < this.sound - 1; at += ENTRY_LENGTH)
      if (bytes[at] === a && bytes[at + 1] === b && bytes[at + 2] === c) return at;
    return -1;
  }

  /** Returns the position of a field's terminator by the directory: an earlier one is stray and does not end the text. */
  private endOf(entry: number): number {
    return this.sound + startAt(this.bytes, entry) + (decimalAt(this.bytes, entry + 3, 4) ?? 0) - 1;
  }

  private encoding(): Encoding {
    this.known ??= encodingOf(this.bytes.subarray(this.sound), this.bytes[9] === 0x61);
    return this.known;
  }

  /** Returns the text, when it can be decoded without the rest of the record. */
  private textOf(from: number, to: number, kind: number): string | undefined {
    if (kind === PLAIN) return this.bytes.toString('latin1', from, to);
    if (kind >= CONTROL) return undefined;
    const encoding = this.encoding();
    if (encoding === 'utf-8') return this.bytes.toString('utf8', from, to);
    return encoding === 'ascii' ? this.bytes.toString('latin1', from, to) : undefined;
  }

  control(tag: string): string | undefined {
    if (this.sound > 0 && this.result === undefined) {
      const entry = this.entryOf(tag);
      if (entry === -1) return undefined;
      const from = this.sound + startAt(this.bytes, entry);
      let kind = PLAIN;
      let at = from;
      for (; at < this.bytes.length && this.bytes[at] !== FIELD_TERMINATOR; at++) kind |= kindOf(this.bytes[at] ?? 0);
      const text = at === this.endOf(entry) ? this.textOf(from, at, kind) : undefined;
      if (text !== undefined) return text;
    }
    const read = this.read();
    return 'record' in read ? controlIn(read.record, tag) : undefined;
  }

  subfield(tag: string, code: string): string | undefined {
    if (this.sound > 0 && this.result === undefined) {
      const entry = this.entryOf(tag);
      if (entry === -1) return undefined;
      const found = this.plainSubfield(entry, code.charCodeAt(0));
      if (found !== undefined) return found;
    }
    const read = this.read();
    return 'record' in read ? subfieldIn(fields(read.record, tag)[0], code) : undefined;
  }

  /** Searches a field for a subfield; undefined when it is missing or anything before it is irregular. */
  private plainSubfield(entry: number, code: number): string | undefined {
    const { bytes } = this;
    const field = this.sound + startAt(bytes, entry);
    if (bytes[field + 2] !== SUBFIELD_DELIMITER) return undefined;
    for (let at = field + 2; bytes[at] === SUBFIELD_DELIMITER; ) {
      const from = at + 2;
      const wanted = bytes[at + 1] === code;
      // A delimiter at a field's end has no code: the following text belongs to the next field, or to nothing.
      if (bytes[at + 1] === FIELD_TERMINATOR) return undefined;
      let kind = PLAIN;
      for (at = from; bytes[at] !== SUBFIELD_DELIMITER && bytes[at] !== FIELD_TERMINATOR; at++) {
        if (at >= bytes.length) return undefined;
        kind |= kindOf(bytes[at] ?? 0);
      }
      if (kind >= CONTROL) return undefined;
      if (wanted && bytes[at] === FIELD_TERMINATOR && at !== this.endOf(entry)) return undefined;
      if (wanted) return this.textOf(from, at, kind);
    }
    return undefined;
  }

  read(): ReadResult {
    if (this.result !== undefined) return this.result;
    const directory = this.directory ?? readDirectory(this.bytes);
    this.result = 'rejected' in directory ? directory : readLocated(this.bytes, directory);
    return this.result;
  }
}

/**
 * Opens one ISO 2709 record (MARC 21): finds its fields and decodes none. Takes the bytes from leader to terminator; returns the record,
 * or the reason for the reject. A record without a title (245) is parsed completely, since it may be UNIMARC. Never throws.
 */
export const openIso2709 = (record: Uint8Array): OpenRecord | { rejected: RejectReason } => {
  const bytes = Buffer.isBuffer(record) ? record : Buffer.from(record.buffer, record.byteOffset, record.length);
  if (bytes.length <= LEADER_LENGTH) return { rejected: 'too-short' };
  const sound = soundBase(bytes);
  const directory = sound > 0 ? undefined : readDirectory(bytes);
  if (directory !== undefined && 'rejected' in directory) return directory;
  const opened = new Opened(bytes, sound, directory);
  if (sound > 0 && opened.entryOf(TITLE) !== -1) return opened;
  const read = opened.read();
  return 'rejected' in read ? read : opened;
};
