import type { DataField, MarcRecord } from '../layers/protocols/marc/record.ts';
import { writeIso2709 } from '../layers/protocols/marc/write-iso2709.ts';
import { copies, holdings } from './holdings.ts';
import { recordOf } from './marc.ts';
import { itemBarcode } from './numbers.ts';

/** A recording that a library was given: another issue of one that others have, so alike that a person decides whether it is the same. */
type Gift = { member: string; branch: string; workId: string; label: string; year: string };

const gifts: readonly Gift[] = [
  { member: 'riverton', branch: 'riverton.main', workId: 'a-love-supreme-1965-cd', label: 'Impulse', year: '1995' },
  { member: 'lakeshore', branch: 'lakeshore.main', workId: 'thriller-1982-cd', label: 'Legacy', year: '1983' },
  { member: 'harcourt', branch: 'harcourt.music', workId: 'rumours-1977-cd', label: 'Reprise', year: '1978' },
  { member: 'calder', branch: 'calder.main', workId: 'a-love-supreme-1965-cd', label: 'MCA', year: '1966' },
  { member: 'ashgrove', branch: 'ashgrove.reading', workId: 'getz-gilberto-1964-cd', label: 'Verve', year: '1997' },
  { member: 'northfield', branch: 'northfield.upper', workId: 'ok-computer-1997-cd', label: 'XL', year: '2023' },
];

/** The number of records that these loads add to the union. */
export const giftCount = gifts.length;

/** The first number of their barcodes, below those of the loads. */
const FIRST_NUMBER = 98_001;
/** The end of a record in ISO 2709. */
const RECORD_END = 0x1d;

const published = (record: MarcRecord, { label, year }: Gift): MarcRecord => {
  const date = record.control.map(({ tag, value }) =>
    tag === '008' ? { tag, value: `${value.slice(0, 7)}${year}${value.slice(11)}` } : { tag, value },
  );
  const imprint = (field: DataField): DataField => ({
    ...field,
    subfields: field.subfields.map(({ code, value }) => {
      if (code === 'b') return { code, value: `${label},` };
      return { code, value: code === 'c' ? year : value };
    }),
  });
  const data = record.data.map((field) => (['260', '264'].includes(field.tag) ? imprint(field) : field));
  return { ...record, control: date, data };
};

const giftRecord = (gift: Gift, place: number): MarcRecord => {
  const { member, branch, workId } = gift;
  const like = copies.find((copy) => copy.workId === workId);
  if (!like) throw new Error(`The demo has no copy of ${workId}.`);
  const barcode = itemBarcode(member, FIRST_NUMBER + place);
  const copy = { ...like, member, branch, barcode, location: 'stacks', copy: 1 };
  return published(recordOf({ workId, member, localId: `${member.slice(0, 3)}900001`, copies: [copy] }), gift);
};

/** The record of each gift. */
export const giftRecords = (): MarcRecord[] => gifts.map(giftRecord);

const bytesOf = (record: MarcRecord): Uint8Array => {
  const written = writeIso2709(record);
  if ('refused' in written) throw new Error(written.refused.map(({ detail }) => detail).join(' '));
  return written.bytes;
};

const giftFile = (gift: Gift, place: number) => {
  const { member } = gift;
  const whole = bytesOf(giftRecord(gift, place));
  const next = holdings.find((holding) => holding.member === member);
  if (!next) throw new Error(`The demo has no record of ${member}.`);
  const cut = bytesOf(recordOf(next));
  const half = cut.slice(0, Math.floor(cut.indexOf(RECORD_END) / 2));
  return { member, fileName: `${member}-gifts.mrc`, bytes: new Uint8Array(Buffer.concat([whole, half])) };
};

/**
 * The loads of gifts: a file of each member with a record that may be the same as one of another member, and one that breaks off and is
 * refused.
 */
export const giftFiles = (): { member: string; fileName: string; bytes: Uint8Array }[] => gifts.map(giftFile);
