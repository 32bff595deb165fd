import type { Rule } from './protection.ts';

/**
 * A rule as entered in the form: any field of a tag, or those with a mark in a subfield. `key` identifies rows while they are added and
 * removed.
 */
export type Row = { key: number; tag: string; mark: '' | '5' | '9'; value: string };

/** The maximum number of rules of a library. */
export const MOST_RULES = 100;

/** Whether a tag is valid: three digits, with X for any digit, or the leader. */
export const isTag = (tag: string): boolean => /^(LDR|[0-9X]{3})$/.test(tag);

/** Converts rules to rows. */
export const rowsOf = (rules: readonly Rule[]): Row[] =>
  rules.map(({ tag, mark }, key) => ({ key, tag, mark: mark?.subfield ?? '', value: mark?.value ?? '' }));

/** Converts rows to rules, without duplicates. */
export const rulesOf = (rows: readonly Row[]): Rule[] => {
  const rules = rows.map(({ tag, mark, value }): Rule => {
    if (mark === '') return { tag };
    return { tag, mark: { subfield: mark, ...(value.trim() && { value: value.trim() }) } };
  });
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
};
