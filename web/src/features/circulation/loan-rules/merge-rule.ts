/** A rule as far as a change needs it: the values that it sets, by name. */
type Ruled = { id: string; when?: object; values: object };

/**
 * The reason why a change conflicts with later rules: the rule does not exist, a new one exists already, or a value was changed there as
 * well.
 */
export type RuleConflict = { id: string; isThere?: true; value?: string; theirs?: unknown };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const valueIn = (values: object, name: string): unknown => Object.entries(values).find(([one]) => one === name)?.[1];

/** Returns the names of the values in which two forms of a rule differ. */
export const changedValues = (before: object, after: object): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !same(valueIn(before, name), valueIn(after, name)),
  );

const isSameRule = (one: Ruled, other: Ruled): boolean =>
  changedValues(one.values, other.values).length + changedValues(one.when ?? {}, other.when ?? {}).length === 0;

/**
 * Applies the change of one rule, from `before` to `after`, to other rules (three-way merge): all that others changed stays. Returns the
 * conflict when they changed the same value to something else. A new rule has no `before`; where it is already, as after a lost answer,
 * nothing changes.
 */
export const mergeRule = <R extends Ruled>(
  rules: readonly R[],
  before: R | undefined,
  after: R,
): { rules: R[] } | { conflict: RuleConflict } => {
  const theirs = rules.find(({ id }) => id === after.id);
  if (before === undefined) {
    if (theirs === undefined) return { rules: [...rules, after] };
    return isSameRule(theirs, after) ? { rules: [...rules] } : { conflict: { id: after.id, isThere: true } };
  }
  if (theirs === undefined) return { conflict: { id: after.id } };
  const changed = changedValues(before.values, after.values);
  const lost = changed.find((name) => {
    const current = valueIn(theirs.values, name);
    return !same(current, valueIn(before.values, name)) && !same(current, valueIn(after.values, name));
  });
  if (lost !== undefined) return { conflict: { id: after.id, value: lost, theirs: valueIn(theirs.values, lost) } };
  const unchanged = Object.entries(theirs.values).filter(([name]) => !changed.includes(name));
  const ours = Object.entries(after.values).filter(([name]) => changed.includes(name));
  const merged = { ...theirs, values: Object.fromEntries([...unchanged, ...ours]) };
  return { rules: rules.map((rule) => (rule === theirs ? merged : rule)) };
};
