import * as z from 'zod';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';

/** The ways by which a patron gets what is asked for, nearest first (design.md section 7). */
export const wayNames = ['hold', 'consortium-loan', 'outside-loan'] as const;
export type WayName = (typeof wayNames)[number];

/** Why a way is closed, or what would refuse it: a code of the operation that places it, said in words. */
export const whyClosedSchema = z.strictObject({
  code: z.string(),
  detail: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});

/**
 * One way: open or why not; by when the item would be there (an estimate, ISO 8601 UTC), what it costs (minor units; free
 * when it is left out), and whether it is the one to take.
 */
export const waySchema = z.strictObject({
  way: z.enum(wayNames),
  open: z.boolean(),
  suggested: z.literal(true).optional(),
  by: z.string().optional(),
  /** It would come after the day on which it is needed. */
  late: z.literal(true).optional(),
  /** A hold that waits: every copy is lent now. */
  waits: z.literal(true).optional(),
  cost: moneySchema.optional(),
  /** Who would be asked first: a member or a partner outside. */
  asks: z.string().optional(),
  /** Not chosen alone: it is what the same request goes on to when no member could supply. */
  after: z.literal('consortium-loan').optional(),
  closed: z.array(whyClosedSchema),
});
export type Way = z.infer<typeof waySchema>;

const isLate = (by: string | undefined, needBy: string | undefined): boolean =>
  by !== undefined && needBy !== undefined && Date.parse(by) > Date.parse(needBy);

const inOrder = (one: Way, other: Way): number => wayNames.indexOf(one.way) - wayNames.indexOf(other.way);

const earliest = (ways: readonly Way[]): Way | undefined =>
  ways.toSorted((one, other) => Date.parse(one.by ?? '9999-12-31') - Date.parse(other.by ?? '9999-12-31'))[0];

/**
 * The ways in order: the one that is suggested first, then the nearest. Suggested is the nearest that is open and would not
 * miss the day on which it is needed; when all that are open would, the one that comes first. None when none is open.
 */
export const rankWays = (ways: readonly Way[], needBy?: string): Way[] => {
  const judged = ways
    .map((way): Way => ({ ...way, ...(way.open && isLate(way.by, needBy) && { late: true as const }) }))
    .toSorted(inOrder);
  // What another way goes on to by itself is nothing to choose.
  const choice = judged.filter(({ open, after }) => open && after === undefined);
  const best = choice.find(({ late }) => !late) ?? earliest(choice);
  if (best === undefined) return judged;
  return [{ ...best, suggested: true }, ...judged.filter((way) => way !== best)];
};
