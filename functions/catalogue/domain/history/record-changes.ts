import * as z from 'zod';
import type { ControlField, DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';

/** A control field or a data field. */
export type AnyField = ControlField | DataField;

/**
 * Returns a field as cataloguers write it: indicators (a blank is #), then text with subfield codes; for a control field its characters.
 */
export const lineOf = (field: AnyField): string => {
  if ('value' in field) return field.value;
  const indicators = `${field.ind1}${field.ind2}`.replaceAll(' ', '#');
  return `${indicators} ${field.subfields.map(({ code, value }) => `$${code}${value}`).join('')}`;
};

/** Returns the fields of a tag; `LDR` is the leader, without the lengths that a writer computes. */
export const fieldsOf = ({ leader, control, data }: MarcRecord, tag: string): AnyField[] =>
  tag === 'LDR'
    ? [{ tag, value: leader.slice(5, 9) + leader.slice(17, 20) }]
    : [...control, ...data].filter((field) => field.tag === tag);

/** Returns all tags of some records, sorted, without 005, the time of the last change. */
export const tagsOf = (...records: readonly MarcRecord[]): string[] => {
  const tags = records.flatMap(({ control, data }) => [...control, ...data].map(({ tag }) => tag));
  return ['LDR', ...[...new Set(tags)].filter((tag) => tag !== '005').sort()];
};

/** Returns whether two lists of fields are identical. */
export const sameFields = (one: readonly AnyField[], other: readonly AnyField[]): boolean =>
  JSON.stringify(one.map(lineOf)) === JSON.stringify(other.map(lineOf));

/** A tag with changed fields: the fields before and after. */
export const changedFieldSchema = z.strictObject({
  tag: z.string(),
  before: z.array(z.string()),
  after: z.array(z.string()),
});
export type ChangedField = z.infer<typeof changedFieldSchema>;

/** The limits of the history: characters of a line, lines of a tag, and bytes of lines in all. */
const [LONGEST_LINE, MOST_LINES, MOST_BYTES] = [1_000, 60, 60_000];

const cut = (line: string): string => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line);

/** Returns whether a stored line may be truncated. */
export const isCut = (line: string): boolean => line.endsWith('…') || line.length >= LONGEST_LINE;

/**
 * Returns the differences of two states of a record by tag, with the lines that only one side has: at most 60 KB, as a change is stored in
 * one row; beyond that the tags alone.
 */
export const changedFields = (before: MarcRecord, after: MarcRecord): ChangedField[] => {
  let space = MOST_BYTES;
  const linesIn = (fields: readonly AnyField[]): string[] =>
    fields
      .slice(0, MOST_LINES)
      .map((field) => cut(lineOf(field)))
      .filter((line) => {
        space -= new TextEncoder().encode(line).length;
        return space >= 0;
      });
  return tagsOf(before, after).flatMap((tag) => {
    const [were, are] = [fieldsOf(before, tag), fieldsOf(after, tag)];
    if (sameFields(were, are)) return [];
    const [old, now] = [were, are].map((some) => new Set(some.map(lineOf)));
    const gone = were.filter((field) => !now?.has(lineOf(field)));
    const come = are.filter((field) => !old?.has(lineOf(field)));
    // Only their order changed: list all of them.
    const isOrder = gone.length + come.length === 0;
    return [{ tag, before: linesIn(isOrder ? were : gone), after: linesIn(isOrder ? are : come) }];
  });
};

/** Returns the record with the time of its last change in 005 (MARC 21). `at`: ISO 8601 UTC. */
export const changedAt = (record: MarcRecord, at: string): MarcRecord => {
  const value = `${at.replace(/\D/g, '').slice(0, 14)}.0`;
  const others = record.control.filter(({ tag }) => tag !== '005');
  const place = others.findIndex(({ tag }) => tag > '005');
  const control = others.toSpliced(place < 0 ? others.length : place, 0, { tag: '005', value });
  return { ...record, control };
};
