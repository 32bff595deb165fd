import * as z from 'zod';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';

/** The ways by which a patron gets the requested item, nearest first. */
export const wayNames = ['hold', 'consortium-loan', 'outside-loan'] as const;
export type WayName = (typeof wayNames)[number];

/** The reason why a way is closed, or what would refuse it: a code of the operation that places it, and its text. */
export const whyClosedSchema = z.strictObject({
  code: z.string(),
  detail: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});

/**
 * One way: open, or why not; the estimated date (ISO 8601 UTC), the cost (minor units; free without one), and whether
 * it is the suggested one.
 */
export const waySchema = z.strictObject({
  way: z.enum(wayNames),
  open: z.boolean(),
  suggested: z.literal(true).optional(),
  by: z.string().optional(),
  /** It would come after the need-by date. */
  late: z.literal(true).optional(),
  /** A hold that waits: every copy is on loan now. */
  waits: z.literal(true).optional(),
  cost: moneySchema.optional(),
  /** The first supplier: a member or a partner. */
  asks: z.string().optional(),
  /** Not selectable: the same request goes on to it when no member could supply. */
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
 * Sorts the ways: the suggested one first, then the nearest. The suggestion is the nearest open way that meets the
 * need-by date; when none meets it, the one that comes first. None when no way is open.
 */
export const rankWays = (ways: readonly Way[], needBy?: string): Way[] => {
  const judged = ways
    .map((way): Way => ({ ...way, ...(way.open && isLate(way.by, needBy) && { late: true as const }) }))
    .toSorted(inOrder);
  // The continuation of another way is not selectable.
  const choice = judged.filter(({ open, after }) => open && after === undefined);
  const best = choice.find(({ late }) => !late) ?? earliest(choice);
  if (best === undefined) return judged;
  return [{ ...best, suggested: true }, ...judged.filter((way) => way !== best)];
};
