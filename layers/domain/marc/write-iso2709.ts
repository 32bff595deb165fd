import { Buffer } from 'node:buffer';
import { ENTRY_LENGTH, LEADER_LENGTH, MAX_FIELD_LENGTH, MAX_RECORD_LENGTH } from './iso2709-bytes.ts';
import type { MarcRecord } from './record.ts';
import { type WriteRefusal, writeRefusals } from './write-refusals.ts';

/** A record as ISO 2709 bytes, or why it cannot be written. */
export type WrittenIso2709 = { bytes: Uint8Array } | { refused: WriteRefusal[] };

const END_OF_FIELD = '\u001e';
const END_OF_RECORD = '\u001d';

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

const textOfFields = (record: MarcRecord): { tag: string; text: string }[] => [
  ...record.control.map(({ tag, value }) => ({ tag, text: value + END_OF_FIELD })),
  ...record.data.map(({ tag, ind1, ind2, subfields }) => ({
    tag,
    text: `${ind1}${ind2}${subfields.map(({ code, value }) => `\u001f${code}${value}`).join('')}${END_OF_FIELD}`,
  })),
];

/**
 * Writes a record as ISO 2709 in UTF-8, strictly: lengths and base address computed, leader/09 `a`, 10-11 `22`, 20-23
 * `4500` (MARC 21). Control fields come first, each group in record order. Refuses what `writeRefusals` names,
 * `field-too-long` (over 9,999 bytes: four digits) and `record-too-long` (over 99,999 bytes: five digits).
 */
export const writeIso2709 = (record: MarcRecord): WrittenIso2709 => {
  const refused = writeRefusals(record);
  const fields = textOfFields(record);
  let directory = '';
  let start = 0;
  for (const { tag, text } of fields) {
    const length = Buffer.byteLength(text);
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
  const head = `${digits(total, 5)}${leader.slice(5, 9)}a22${digits(base, 5)}${leader.slice(17, 20)}4500`;
  return {
    bytes: Buffer.from(head + directory + END_OF_FIELD + fields.map(({ text }) => text).join('') + END_OF_RECORD),
  };
};
