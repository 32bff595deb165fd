import { isDeepStrictEqual } from 'node:util';

/** What a member sets itself: a loan rule, or its values of another policy. */
type Row = { id: string; values: object };
type Change<R extends Row> = { before?: R | undefined; after: R };

/** The reason why a change conflicts with other rules: its rule exists already, is gone, or has another value. */
export type ChangeConflict = { id: string; value?: string };

const valueIn = ({ values }: Row, name: string): unknown => Object.entries(values).find(([one]) => one === name)?.[1];

/** Returns the names of the values that a change sets to something else. */
export const changedNames = ({ before, after }: Change<Row>): string[] =>
  [...new Set([...Object.keys(before?.values ?? {}), ...Object.keys(after.values)])].filter(
    (name) => before === undefined || !isDeepStrictEqual(valueIn(before, name), valueIn(after, name)),
  );

/** Puts the change of one rule into rules (three-way merge): what others changed stays, and where they changed the same value is the conflict. */
const withChange = <R extends Row>(rules: readonly R[], change: Change<R>): R[] | ChangeConflict => {
  const { before, after } = change;
  const theirs = rules.find(({ id }) => id === after.id);
  if (theirs === undefined) return before === undefined ? [...rules, after] : { id: after.id };
  if (before === undefined) return isDeepStrictEqual(theirs, after) ? [...rules] : { id: after.id };
  const changed = changedNames(change);
  const lost = changed.find((name) =>
    [before, after].every((one) => !isDeepStrictEqual(valueIn(theirs, name), valueIn(one, name))),
  );
  if (lost !== undefined) return { id: after.id, value: lost };
  const stays = Object.entries(theirs.values).filter(([name]) => !changed.includes(name));
  const ours = Object.entries(after.values).filter(([name]) => changed.includes(name));
  const merged = { ...theirs, values: Object.fromEntries([...stays, ...ours]) };
  return rules.map((rule) => (rule === theirs ? merged : rule));
};

/** Puts all changes of a proposal into rules; returns the first conflict. */
export const withChanges = <R extends Row>(
  rules: readonly R[],
  changes: readonly Change<R>[],
): R[] | ChangeConflict => {
  let all: readonly R[] = rules;
  for (const change of changes) {
    const next = withChange(all, change);
    if (!Array.isArray(next)) return next;
    all = next;
  }
  return [...all];
};
