import { isDeepStrictEqual } from 'node:util';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';

type Body = Readonly<Record<string, unknown>>;

/** One value on which a proposal and a policy adopted meanwhile differ, with what each has. Places are JSON Pointers. */
export type Difference = { at: string; base: unknown; proposed: unknown; now: unknown };
/** What becomes of a proposal whose policy changed meanwhile: the merged body, or the values that both changed. */
export type ReBasing = { body: Body; conflicts: Difference[] };

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Puts the change from `base` to `proposed` into the body that is in force now. A value that only one of them changed is taken from it; lists are
 * one value. What both changed differently is a conflict, and the proposed value is in the body until it is settled.
 */
export const reBase = (base: Body, proposed: Body, now: Body, at = ''): ReBasing => {
  const names = [...new Set([...Object.keys(now), ...Object.keys(proposed), ...Object.keys(base)])];
  const conflicts: Difference[] = [];
  const body: Record<string, unknown> = {};
  for (const name of names) {
    const [was, wanted, is] = [base[name], proposed[name], now[name]];
    const place = `${at}/${escaped(name)}`;
    if (isBody(wanted) && isBody(is)) {
      const inside = reBase(isBody(was) ? was : {}, wanted, is, place);
      body[name] = inside.body;
      conflicts.push(...inside.conflicts);
      continue;
    }
    const value = isDeepStrictEqual(was, wanted) ? is : wanted;
    if (!isDeepStrictEqual(was, wanted) && !isDeepStrictEqual(was, is) && !isDeepStrictEqual(wanted, is))
      conflicts.push({ at: place, base: was, proposed: wanted, now: is });
    if (value !== undefined) body[name] = value;
  }
  return { body, conflicts };
};

/** Returns whether two lists of rules have the same rules in another order. */
export const isOrderOnly = (before: readonly unknown[], after: readonly unknown[]): boolean => {
  const sorted = (rules: readonly unknown[]): string[] => rules.map((rule) => canonicalJson({ rule })).sort();
  return !isDeepStrictEqual(before, after) && isDeepStrictEqual(sorted(before), sorted(after));
};
