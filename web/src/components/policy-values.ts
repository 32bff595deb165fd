import { type AmountField, type Amounts, amountChanges, areReadable, shownValue } from './amount-fields.tsx';
import { type MergedPolicy, mergeChange } from './merge-policy.ts';
import type { AdoptedPolicy } from './use-policies.ts';

/** One entry of a list of a policy: its texts as typed. */
export type PolicyRow = { texts: Amounts };
/** A list of a policy: what it is, and the values of each entry. */
export type PolicyList = { key: string; label: string; hint?: string; columns: readonly AmountField[] };
/** The fields of a policy's form: single values, and lists. */
export type PolicyShape = { fields: readonly AmountField[]; lists: readonly PolicyList[] };
/** The values of a policy as typed. */
export type PolicyValues = { texts: Amounts; lists: Readonly<Record<string, readonly PolicyRow[]>> };

/** Returns an entry in one line: its first value, then the others with their names. */
export const rowText = ({ columns }: PolicyList, { texts }: PolicyRow): string =>
  columns
    .flatMap((column, place) => {
      const value = shownValue(column, (texts[column.key] ?? '').trim(), texts);
      if (value === '') return [];
      return [place === 0 ? value : `${column.label}: ${value}`];
    })
    .join(', ');

/** Returns whether all values can be read. */
export const areValuesReadable = ({ fields, lists }: PolicyShape, values: PolicyValues): boolean =>
  areReadable(fields, values.texts) &&
  lists.every(({ key, columns }) => (values.lists[key] ?? []).every(({ texts }) => areReadable(columns, texts)));

type Say = {
  becomes: (value: string, before: string, after: string) => string;
  added: (list: string, entry: string) => string;
  removed: (list: string, entry: string) => string;
};

/** Returns in words what differs: values that change, and entries that are added or removed. */
export const valueChanges = (shape: PolicyShape, before: PolicyValues, after: PolicyValues, say: Say): string[] => [
  ...amountChanges(shape.fields, before.texts, after.texts, say.becomes),
  ...shape.lists.flatMap((list) => {
    const [was, is] = [before, after].map(({ lists }) => (lists[list.key] ?? []).map((row) => rowText(list, row)));
    return [
      ...(was ?? []).filter((entry) => !is?.includes(entry)).map((entry) => say.removed(list.label, entry)),
      ...(is ?? []).filter((entry) => !was?.includes(entry)).map((entry) => say.added(list.label, entry)),
    ];
  }),
];

const asTexts = ({ texts, lists }: PolicyValues): Amounts => ({
  ...texts,
  ...Object.fromEntries(Object.entries(lists).map(([key, rows]) => [`${key}[]`, JSON.stringify(rows)])),
});

/** Puts the change from `before` to `mine` into later values, `theirs`; a list is one value. */
export const mergeValues = (
  { fields, lists }: PolicyShape,
  { before, mine, theirs }: { before: PolicyValues; mine: PolicyValues; theirs: PolicyValues },
  policyWith: (values: PolicyValues) => AdoptedPolicy,
): MergedPolicy => {
  const labels = new Map([
    ...fields.map(({ key, label }) => [key, label] as const),
    ...lists.map(({ key, label }) => [`${key}[]`, label] as const),
  ]);
  return mergeChange(
    (key) => labels.get(key) ?? key,
    { before: asTexts(before), mine: asTexts(mine), theirs: asTexts(theirs) },
    (merged) => {
      const entries = Object.entries(merged);
      return policyWith({
        texts: Object.fromEntries(entries.filter(([key]) => !key.endsWith('[]'))),
        lists: Object.fromEntries(
          entries.flatMap(([key, text]) => (key.endsWith('[]') ? [[key.slice(0, -2), JSON.parse(text)]] : [])),
        ),
      });
    },
  );
};
