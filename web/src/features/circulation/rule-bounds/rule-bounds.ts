import { rowsOf, yes } from '../../../components/policy-columns.ts';
import type { PolicyValues } from '../../../components/policy-values.ts';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import { isOwnAmount, ownKinds, ownNames } from '../own-values/own-kinds.ts';

/** A version of the floors and ceilings. */
export type FloorsVersion = PolicyVersion<'floors'>;
type Body = FloorsVersion['body'];
type Bounded = Body['bounds'][number]['value'];
type Alone = NonNullable<Body['alone']>['values'][number];

/** The values that the consortium can bound. */
export const boundable = [
  ...(['loanDays', 'loanHours', 'renewals', 'maxLoans', 'maxHolds', 'recallGuaranteedDays'] as const),
  ...(['recallReturnDays', 'finePerDay', 'finePerHour', 'fineCap', 'graceDays', 'graceMinutes'] as const),
  ...(['lostCharge', 'lostAfterDays', 'damageCharge', 'holdShelfDays'] as const),
] satisfies Bounded[];

/** The values of a rule that one person may be let change alone. */
export const changedAlone = [
  ...(['loanPeriod', 'renewals', 'lendable', 'requestOnly', 'holdable', 'maxLoans', 'maxHolds'] as const),
  ...(['finePerDay', 'finePerHour', 'fineCap', 'graceDays', 'graceMinutes', 'lostCharge'] as const),
  ...(['damageCharge', 'holdShelfDays'] as const),
] satisfies Alone[];

/** Returns the values of other policies that the consortium may open to libraries, each with its policy. */
export const openable = (fees: readonly string[]): string[] =>
  ownKinds.flatMap((kind) => [...ownNames[kind], ...(kind === 'fees' ? fees : [])].map((name) => `${kind} ${name}`));

const amounts: readonly string[] = ['finePerDay', 'finePerHour', 'fineCap', 'lostCharge', 'damageCharge'];

/** Returns whether a value, alone or after its policy (`fees card`), is an amount of money. */
export const isAmount = (value: string): boolean => {
  const [name = '', own] = value.split(' ');
  const kind = ownKinds.find((one) => one === name);
  return own !== undefined && kind ? isOwnAmount(kind, own) : amounts.includes(value);
};

/** Returns the floors and ceilings of a version as typed; `typed` writes an amount in major units. */
export const boundValues = (version: FloorsVersion | undefined, typed: (minor: number) => string): PolicyValues => {
  const { bounds = [], alone, own = [] } = version?.body ?? {};
  const text = (value: string, limit: number | undefined): string =>
    limit === undefined ? '' : amounts.includes(value) ? typed(limit) : String(limit);
  return {
    texts: { amountsUpTo: typed(alone?.amountsUpTo ?? 0) },
    lists: {
      bounds: bounds.map(({ value, itemCategory = '', min, max }) => ({
        texts: { value, itemCategory, min: text(value, min), max: text(value, max) },
      })),
      alone: (alone?.values ?? []).map((value) => ({ texts: { value } })),
      own: own.map(({ kind, value, min, max, alone: isAlone }) => {
        const shown = (limit: number | undefined) =>
          limit !== undefined && isOwnAmount(kind, value) ? typed(limit) : String(limit ?? '');
        return { texts: { value: `${kind} ${value}`, min: shown(min), max: shown(max), alone: yes(isAlone) } };
      }),
    },
  };
};

/** Returns the policy with the floors and ceilings as typed. */
export const withBoundValues = (
  version: FloorsVersion | undefined,
  { texts, lists }: PolicyValues,
  minor: (text: string) => number | undefined,
): Body => {
  const rows = rowsOf({ texts, lists });
  const limit = <N extends string>(name: N, value: string, typed = '') =>
    typed.trim() === ''
      ? {}
      : ({ [name]: amounts.includes(value) ? minor(typed) : Number(typed) } as { [name in N]?: number });
  const named = rows('alone').flatMap(({ value }) => changedAlone.find((one) => one === value) ?? []);
  const others = (version?.body.alone?.values ?? []).filter(
    (one) => !(changedAlone as readonly string[]).includes(one),
  );
  const alone = { amountsUpTo: minor(texts.amountsUpTo ?? '') ?? 0, values: [...new Set([...named, ...others])] };
  const own = rows('own').map((row) => {
    const [name = '', value = ''] = (row.value ?? '').split(' ');
    const kind = ownKinds.find((one) => one === name) ?? 'blocks';
    const number = (text = '') => (isOwnAmount(kind, value) ? minor(text) : Number(text));
    const bound = <N extends string>(key: N, text = '') =>
      text.trim() === '' ? {} : ({ [key]: number(text) } as { [key in N]?: number });
    return {
      kind,
      value,
      ...bound('min', row.min),
      ...bound('max', row.max),
      ...(row.alone === 'yes' && { alone: true }),
    };
  });
  return {
    bounds: rows('bounds').map(({ value = '', itemCategory = '', min, max }) => ({
      value: boundable.find((one) => one === value) ?? 'loanDays',
      ...(itemCategory.trim() && { itemCategory: itemCategory.trim() }),
      ...{ ...limit('min', value, min), ...limit('max', value, max) },
    })),
    ...(own.length > 0 && { own }),
    ...((alone.amountsUpTo > 0 || alone.values.length > 0) && { alone }),
  };
};
