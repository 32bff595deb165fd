import { Buffer } from 'node:buffer';
import { asMarc8Says } from '../layers/protocols/marc/encode-marc8.ts';
import { guessEncoding } from '../layers/protocols/marc/encoding.ts';
import { readIso2709 } from '../layers/protocols/marc/read-iso2709.ts';
import type { ReadResult } from '../layers/protocols/marc/reasons.ts';
import type { MarcRecord } from '../layers/protocols/marc/record.ts';
import { type WrittenIso2709, writeIso2709 } from '../layers/protocols/marc/write-iso2709.ts';

type Read = Extract<ReadResult, { record: MarcRecord }>;

/** The results of records written in MARC-8 and read again. */
export type Marc8Tally = {
  written: number;
  /** Records too large for ISO 2709, or refused by its rules. */
  refused: number;
  /** Records whose text MARC-8 returns in other characters of equal meaning: not in NFC, halves of double marks. */
  unified: number;
  /** Records with characters that MARC-8 lacks, and how many such characters, each by its reference. */
  withReferences: number;
  references: number;
  /** Records that changed in the round trip, or whose bytes differed when written again. */
  lost: number;
};

/** Returns an empty tally. */
export const noMarc8 = (): Marc8Tally => ({
  written: 0,
  refused: 0,
  unified: 0,
  withReferences: 0,
  references: 0,
  lost: 0,
});

/** Returns the sum of two tallies. */
export const together = (one: Marc8Tally, other: Marc8Tally): Marc8Tally => ({
  written: one.written + other.written,
  refused: one.refused + other.refused,
  unified: one.unified + other.unified,
  withReferences: one.withReferences + other.withReferences,
  references: one.references + other.references,
  lost: one.lost + other.lost,
});

const substance = ({ leader, control, data }: MarcRecord): string =>
  JSON.stringify([leader.slice(5, 9), leader.slice(17, 20), control, data]);

const sameBytes = (one: Uint8Array, other: WrittenIso2709): boolean =>
  'bytes' in other && Buffer.from(one).equals(other.bytes);

/** Writes a record in MARC-8, reads it, compares, and writes it again; adds the result. Returns true unless something was lost. */
export const throughMarc8 = (tally: Marc8Tally, record: MarcRecord): boolean => {
  const written = writeIso2709(record, 'marc-8');
  if (!('bytes' in written)) {
    tally.refused++;
    return true;
  }
  tally.written++;
  tally.references += written.references ?? 0;
  if (written.references !== undefined) tally.withReferences++;
  const inMarc8 = asMarc8Says(substance(record));
  if (inMarc8 !== substance(record)) tally.unified++;
  const back = readIso2709(written.bytes);
  const same =
    'record' in back &&
    substance(back.record) === inMarc8 &&
    sameBytes(written.bytes, writeIso2709(back.record, 'marc-8'));
  if (!same) tally.lost++;
  return same;
};

const fieldsOf = (record: Uint8Array): string => {
  const text = Buffer.from(record).toString('latin1');
  return text.slice(text.indexOf('\u001e') + 1);
};

/**
 * Takes the bytes of a record and what they were read as; returns undefined unless they are MARC-8. Else returns how our own MARC-8
 * of the same record differs from them, by the reader's warnings or, where it has none, by the bytes.
 */
export const marc8Difference = (bytes: Uint8Array, { record, warnings }: Read): string | undefined => {
  const given = Buffer.from(bytes);
  if (guessEncoding(given.subarray(24), given[9] === 0x61).encoding !== 'marc-8') return undefined;
  const written = writeIso2709(record, 'marc-8');
  if ('refused' in written) return [...new Set(written.refused.map(({ code }) => code))].join(' ');
  if (given.equals(written.bytes)) return 'none: the same bytes';
  const codes = [...new Set(warnings.map(({ code }) => code))].sort().join(' ');
  if (fieldsOf(given) === fieldsOf(written.bytes)) return `fields the same by the byte; ${codes || 'other leader'}`;
  const back = readIso2709(written.bytes);
  if (!('record' in back) || substance(back.record) !== asMarc8Says(substance(record))) return 'unexplained';
  if (codes !== '' && codes !== 'encoding-not-as-declared') return codes;
  return fieldsOf(given).includes('&#x')
    ? 'references to characters that a set has; written from the set'
    : 'the same text by other bytes: order of marks, escapes, blanks';
};
