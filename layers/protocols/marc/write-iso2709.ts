import { Buffer } from 'node:buffer';
import { encodeMarc8 } from './encode-marc8.ts';
import { ANSEL_ANNOUNCED, guessEncoding } from './encoding.ts';
import { ENTRY_LENGTH, LEADER_LENGTH, MAX_FIELD_LENGTH, MAX_RECORD_LENGTH } from './iso2709-bytes.ts';
import type { MarcRecord } from './record.ts';
import { type WriteRefusal, writeRefusals } from './write-refusals.ts';

/**
 * A record as ISO 2709 bytes, or why it cannot be written. `references`: the number of characters that MARC-8 lacks, each written as a
 * numeric character reference; absent for none.
 */
export type WrittenIso2709 = { bytes: Uint8Array; references?: number } | { refused: WriteRefusal[] };

const END_OF_FIELD = '\u001e';
const END_OF_RECORD = '\u001d';

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/** The encoding of a written record: Unicode, or MARC-8 for older systems. */
export type WrittenEncoding = 'utf-8' | 'marc-8';

type FieldText = { tag: string; text: string };

const textOfFields = (record: MarcRecord, written: (text: string) => string): FieldText[] => [
  ...record.control.map(({ tag, value }) => ({ tag, text: written(value) + END_OF_FIELD })),
  ...record.data.map(({ tag, ind1, ind2, subfields }) => ({
    tag,
    text: `${ind1}${ind2}${subfields.map(({ code, value }) => `\u001f${code}${written(value)}`).join('')}${END_OF_FIELD}`,
  })),
];

const dataOf = (fields: readonly FieldText[]): string => fields.map(({ text }) => text).join('');

type Fields = { fields: FieldText[]; references?: number };

/**
 * Returns fields in MARC-8, one character per byte. When the bytes could be read as another encoding, each text above ASCII designates
 * ANSEL first.
 */
const inMarc8 = (record: MarcRecord): Fields => {
  let references = 0;
  const fields = textOfFields(record, (text) => {
    const written = encodeMarc8(text);
    references += written.references;
    return written.binary;
  });
  const counted = references > 0 ? { references } : {};
  const { encoding, doubtful } = guessEncoding(Buffer.from(dataOf(fields), 'latin1'), false);
  if (!doubtful && (encoding === 'ascii' || encoding === 'marc-8')) return { fields, ...counted };
  const announced = textOfFields(record, (text) => {
    const { binary } = encodeMarc8(text);
    return /[\u0080-\u00ff]/.test(binary) ? ANSEL_ANNOUNCED + binary : binary;
  });
  return { fields: announced, ...counted };
};

/**
 * Writes a record as ISO 2709, strictly: lengths and base address computed, 10-11 `22`, 20-23 `4500` (MARC 21). Takes the record and its
 * encoding: UTF-8 (leader/09 `a`) by default, or MARC-8 (leader/09 blank). Control fields come first, each group in record order.
 * Refuses the faults of `writeRefusals`, `field-too-long` (over 9,999 bytes: four digits) and `record-too-long` (over 99,999 bytes: five
 * digits).
 */
export const writeIso2709 = (record: MarcRecord, encoding: WrittenEncoding = 'utf-8'): WrittenIso2709 => {
  const refused = writeRefusals(record);
  const node = encoding === 'utf-8' ? 'utf8' : 'latin1';
  const { fields, ...counted }: Fields =
    encoding === 'utf-8' ? { fields: textOfFields(record, (text) => text) } : inMarc8(record);
  let directory = '';
  let start = 0;
  for (const { tag, text } of fields) {
    const length = Buffer.byteLength(text, node);
    if (length > MAX_FIELD_LENGTH) {
      refused.push({
        code: 'field-too-long',
        detail: `Field ${tag} has ${length} bytes; ISO 2709 holds ${MAX_FIELD_LENGTH}.`,
      });
    }
    directory += tag + digits(length, 4) + digits(start, 5);
    start += length;
  }
  const base = LEADER_LENGTH + fields.length * ENTRY_LENGTH + 1;
  const total = base + start + 1;
  if (total > MAX_RECORD_LENGTH) {
    refused.push({
      code: 'record-too-long',
      detail: `The record has ${total} bytes; ISO 2709 holds ${MAX_RECORD_LENGTH}.`,
    });
  }
  if (refused.length > 0) return { refused };
  const { leader } = record;
  const scheme = encoding === 'utf-8' ? 'a' : ' ';
  const head = `${digits(total, 5)}${leader.slice(5, 9)}${scheme}22${digits(base, 5)}${leader.slice(17, 20)}4500`;
  return { bytes: Buffer.from(head + directory + END_OF_FIELD + dataOf(fields) + END_OF_RECORD, node), ...counted };
};
