import { Buffer } from 'node:buffer';
import { withoutControlCharacters } from './clean-text.ts';
import { dataFieldOf } from './field-text.ts';
import { isTag } from './iso2709-bytes.ts';
import { mendedLeader } from './leader.ts';
import type { ReadResult, ReadWarning } from './reasons.ts';
import type { MarcRecord, Subfield } from './record.ts';
import type { UnimarcConverter } from './unimarc/converter.ts';
import { isUnimarc } from './unimarc/is-unimarc.ts';

type Values = Record<string, unknown>;

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
};

/** Numbers occur in place of text; other values are ignored. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? withoutControlCharacters(value) : typeof value === 'number' ? String(value) : '';

const indicatorOf = (value: unknown): string => textOf(value) || ' ';

const subfieldsOf = (value: unknown): Subfield[] =>
  listIn(value).flatMap((one) =>
    isObject(one) ? Object.entries(one).map(([code, text]) => ({ code: textOf(code), value: textOf(text) })) : [],
  );

/** Adds one field, a tag with a text or with indicators and subfields; any other value is a warning. */
const take = (record: MarcRecord, tag: string, value: unknown, warnings: ReadWarning[]): void => {
  const isControl = tag.startsWith('00');
  if (isTag(tag) && isControl && !isObject(value)) {
    const clean = textOf(value);
    if (tag === '001' && typeof value === 'string' && clean !== value)
      warnings.push({ code: 'number-cleaned', detail: clean });
    record.control.push({ tag, value: clean });
  } else if (isTag(tag) && !isControl && isObject(value)) {
    const indicators = indicatorOf(value.ind1).slice(0, 1) + indicatorOf(value.ind2).slice(0, 1);
    const field = dataFieldOf(tag, indicators, subfieldsOf(value.subfields), warnings);
    if (field !== undefined) record.data.push(field);
  } else warnings.push({ code: 'field-dropped', detail: tag.slice(0, 20).toWellFormed() });
};

/**
 * Parses one record of MARC-in-JSON (`{"leader":…,"fields":[{"001":…},{"245":{"ind1":…,"ind2":…,"subfields":[{"a":…}]}}]}`) as UTF-8
 * bytes; returns the record with its repairs, or the reason for its refusal. Converts UNIMARC with a converter and refuses it without one. Never throws.
 */
export const readMarcJsonRecord = (bytes: Uint8Array, unimarc?: UnimarcConverter): ReadResult => {
  const whole = parsed(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (whole === undefined) return { rejected: 'json-broken' };
  if (!isObject(whole) || !Array.isArray(whole.fields)) return { rejected: 'json-without-record' };
  const record: MarcRecord = { leader: '', control: [], data: [] };
  const warnings: ReadWarning[] = [];
  for (const field of whole.fields) {
    if (isObject(field)) for (const [tag, value] of Object.entries(field)) take(record, tag, value, warnings);
  }
  if (record.control.length + record.data.length === 0) return { rejected: 'no-fields' };
  const givenLeader = textOf(whole.leader);
  if (isUnimarc(givenLeader, record)) return unimarc?.convert(givenLeader, record, warnings) ?? { rejected: 'unimarc' };
  return { record: { ...record, leader: mendedLeader(givenLeader, warnings) }, warnings };
};
