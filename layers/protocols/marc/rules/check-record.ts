import { control } from '../fields.ts';
import type { MarcRecord } from '../record.ts';
import { writeIso2709 } from '../write-iso2709.ts';
import { checkData } from './check-data.ts';
import { checkFixed } from './check-fixed.ts';
import { type Finding, finding } from './finding.ts';

/** Faults that are never stored, even when they existed before: the record could not be read, found or written again. */
const ALWAYS = ['title-missing', 'leader-deletes', 'leader-malformed', 'number-changed', 'not-writable'];

/** Checks the number by which the library identifies the record: with another it would be another record. */
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

/** Returns the identity of a finding: its code and the whole field, so that an existing fault is recognised at any position. */
const aboutOf = (record: MarcRecord, { code, pointer, params }: Finding): string => {
  const [, part, place] = pointer.split('/');
  const list: readonly unknown[] = part === 'control' || part === 'data' ? record[part] : [];
  return JSON.stringify([code, params, list[Number(place)]]);
};

const all = (record: MarcRecord): Finding[] => [...checkFixed(record), ...checkData(record)];

/**
 * Returns the findings for a cataloguer, field by field. Takes the new and the current record: an existing fault in an unchanged field
 * is only a warning, so that old faults elsewhere do not prevent editing.
 */
export const checkRecord = (record: MarcRecord, before: MarcRecord): Finding[] => {
  const known = new Set(all(before).map((one) => aboutOf(before, one)));
  const stood = (one: Finding): boolean => !ALWAYS.includes(one.code) && known.has(aboutOf(record, one));
  const judged = all(record).map((one): Finding => (stood(one) ? { ...one, level: 'warning' } : one));
  return [...checkNumber(record, before), ...judged, ...checkWritable(record)];
};
