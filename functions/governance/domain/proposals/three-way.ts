import * as z from 'zod';
import { bodyDifferences, type Json } from '../consortium-proposals/consortium-proposal.ts';
import { reBase } from './re-basing.ts';

/**
 * One value of a policy that a proposal changes, or that changed since it was written: its place (JSON Pointer), and the value as JSON in the version
 * that the proposal follows, in the last version, and as proposed.
 */
export const threeValuesSchema = z.strictObject({
  ...{ at: z.string(), base: z.string().exactOptional(), current: z.string().exactOptional() },
  proposed: z.string().exactOptional(),
  /** Whether both changed it to different values: no rule decides that, only people. */
  isConflict: z.boolean(),
});
type ThreeValues = z.infer<typeof threeValuesSchema>;

const isUnder = (at: string, place: string): boolean => at === place || at.startsWith(`${place}/`);

type Bodies = { base: Json; current: Json; proposed: Json };
const asBody = (json: Json): Record<string, unknown> => json as Record<string, unknown>;

/** What changed on both sides: each value in all three versions, and the places that are not put on top of each other. */
type ThreeWay = { values: ThreeValues[]; conflicts: string[] };

/**
 * Returns the values that a proposal or a later version changed, with all three versions of each, in the order of their places; and the places of
 * the lists and values that both changed, for which a change is not put on top of the last version.
 */
export const threeWay = ({ base, current, proposed }: Bodies): ThreeWay => {
  const [meanwhile, wanted] = [bodyDifferences(base, current), bodyDifferences(base, proposed)];
  const { conflicts } = reBase(asBody(base), asBody(proposed), asBody(current));
  const all = [...new Set([...wanted, ...meanwhile].map(({ at }) => at))].sort();
  // Where one side replaced a whole entry, the values that the other side changed in it are shown instead.
  const places = all.filter((at) => !all.some((one) => one !== at && isUnder(one, at)));
  const threeValues = places.map((at): ThreeValues => {
    const [now, asked] = [meanwhile, wanted].map((changes) => changes.find((one) => one.at === at));
    const before = (asked ?? now)?.before;
    // A whole entry that one side removed or replaced has none of its values any more.
    const otherwise = (changes: typeof wanted): string | undefined =>
      changes.some((one) => isUnder(at, one.at)) ? undefined : before;
    const values = {
      base: before,
      current: now ? now.after : otherwise(meanwhile),
      proposed: asked ? asked.after : otherwise(wanted),
    };
    return {
      at,
      ...(values.base !== undefined && { base: values.base }),
      ...(values.current !== undefined && { current: values.current }),
      ...(values.proposed !== undefined && { proposed: values.proposed }),
      // Lists are one value when a change is put on top of another one: its entries are in conflict together.
      isConflict:
        values.current !== values.base &&
        values.proposed !== values.base &&
        values.current !== values.proposed &&
        conflicts.some((one) => isUnder(at, one.at)),
    };
  });
  return { values: threeValues, conflicts: conflicts.map(({ at }) => at) };
};
