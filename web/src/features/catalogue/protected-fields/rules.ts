import type { Rule } from './protection.ts';

/** A rule as it is written: any field of a tag, or those with a mark in a subfield. `key` tells rows apart while they come and go. */
export type Row = { key: number; tag: string; mark: '' | '5' | '9'; value: string };

/** As many rules as a library may have. */
export const MOST_RULES = 100;

/** Whether a tag can be one: three digits, X for any of them, or the leader. */
export const isTag = (tag: string): boolean => /^(LDR|[0-9X]{3})$/.test(tag);

/** The rows of rules. */
export const rowsOf = (rules: readonly Rule[]): Row[] =>
  rules.map(({ tag, mark }, key) => ({ key, tag, mark: mark?.subfield ?? '', value: mark?.value ?? '' }));

/** The rules that rows make, each once. */
export const rulesOf = (rows: readonly Row[]): Rule[] => {
  const rules = rows.map(({ tag, mark, value }): Rule => {
    if (mark === '') return { tag };
    return { tag, mark: { subfield: mark, ...(value.trim() && { value: value.trim() }) } };
  });
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
};
