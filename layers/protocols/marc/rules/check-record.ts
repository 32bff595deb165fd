import { control } from '../fields.ts';
import type { MarcRecord } from '../record.ts';
import { writeIso2709 } from '../write-iso2709.ts';
import { checkData } from './check-data.ts';
import { checkFixed } from './check-fixed.ts';
import { type Finding, finding } from './finding.ts';

/** What is never stored, though it stood before: it could not be read, found or written again. */
const ALWAYS = ['title-missing', 'leader-deletes', 'leader-malformed', 'number-changed', 'not-writable'];

/** The number by which its library knows the record: with another it would be another record. */
const checkNumber = (record: MarcRecord, before: MarcRecord): Finding[] => {
  if (control(record, '001') === control(before, '001')) return [];
  const at = record.control.findIndex(({ tag }) => tag === '001');
  return [finding('refusal', 'number-changed', at < 0 ? '' : `/control/${at}`, { tag: '001' })];
};

const checkWritable = (record: MarcRecord): Finding[] => {
  const written = writeIso2709(record);
  if (!('refused' in written)) return [];
  return written.refused
    .filter(({ code }) => code !== 'field-without-subfields' && code !== 'leader-not-24-characters')
    .map(({ pointer = '', detail }) => finding('refusal', 'not-writable', pointer, { why: detail }));
};

/** What a finding is about: its code and the field as a whole, so that one that stood before is known again wherever it stands. */
const aboutOf = (record: MarcRecord, { code, pointer, params }: Finding): string => {
  const [, part, place] = pointer.split('/');
  const list: readonly unknown[] = part === 'control' || part === 'data' ? record[part] : [];
  return JSON.stringify([code, params, list[Number(place)]]);
};

const all = (record: MarcRecord): Finding[] => [...checkFixed(record), ...checkData(record)];

/**
 * What a cataloguer should look at in a record, field by field. Takes the record as it is to be and as it stands: what stood before
 * and was not touched is a warning only, so that an old fault elsewhere keeps nobody from working.
 */
export const checkRecord = (record: MarcRecord, before: MarcRecord): Finding[] => {
  const known = new Set(all(before).map((one) => aboutOf(before, one)));
  const stood = (one: Finding): boolean => !ALWAYS.includes(one.code) && known.has(aboutOf(record, one));
  const judged = all(record).map((one): Finding => (stood(one) ? { ...one, level: 'warning' } : one));
  return [...checkNumber(record, before), ...judged, ...checkWritable(record)];
};
