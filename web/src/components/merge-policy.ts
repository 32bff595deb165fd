import type { Amounts } from './amount-fields.tsx';
import type { AdoptedPolicy } from './use-policies.ts';

/** A change as it fits rules that begin later: the policy with both, or what they set to something else. */
export type MergedPolicy = { policy: AdoptedPolicy } | { conflict: string };

/** Puts the change from `before` to `mine` into later rules, `theirs` (three-way merge): all that they changed stays. */
export const mergeChange = (
  labelOf: (key: string) => string,
  { before, mine, theirs }: { before: Amounts; mine: Amounts; theirs: Amounts },
  policyWith: (amounts: Amounts) => AdoptedPolicy,
): MergedPolicy => {
  const textIn = (amounts: Amounts, key: string): string => (amounts[key] ?? '').trim();
  const changed = Object.keys(mine).filter((key) => textIn(mine, key) !== textIn(before, key));
  const lost = changed.find((key) => ![before, mine].some((one) => textIn(one, key) === textIn(theirs, key)));
  if (lost !== undefined) return { conflict: labelOf(lost) };
  const ours = Object.fromEntries(changed.map((key) => [key, mine[key] ?? '']));
  return { policy: policyWith({ ...theirs, ...ours }) };
};
