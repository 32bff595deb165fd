import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import type { Adjustment, AdjustmentInput } from './adjustment.ts';
import type { AdjustmentBounds } from './billing-policy.ts';

/** The place of a statement line of a member. */
export type LinePlace = { month: string; lineId: string };

/** The adjustments that one bound covers together, each by the month and line in which it stands; minor units. */
export const adjustedSchema = z.array(z.strictObject({ month: monthSchema, lineId: z.string(), amount: z.int() }));
export type Adjusted = z.infer<typeof adjustedSchema>;

/** A bound of the billing policy, what earlier adjustments used of it, and what was asked for: minor units of one currency. */
export type BoundUse = { limit: number; used: number; asked: number };

/** Returns the sum of adjustments. */
export const sumOfAdjusted = (adjusted: Adjusted): number => adjusted.reduce((sum, { amount }) => sum + amount, 0);

/**
 * Returns the name of what a bound covers: all corrections of a line (`root`), also those that correct an earlier correction of it, or all
 * credits of a member in a month. Undefined for one-off charges: each has its own bound.
 */
export const boundedBy = ({ kind }: Pick<Adjustment, 'kind'>, month: string, root: LinePlace): string | undefined => {
  if (kind === 'correction') return `LINE ${root.month} ${root.lineId}`;
  return kind === 'credit' ? `CREDITS ${month}` : undefined;
};

/** Returns the largest sum that the policy allows, without sign: for a correction, a part of the amount of the line. */
export const limitOf = (
  kind: AdjustmentInput['kind'],
  line: number,
  { correctionPercent, credit, oneOff }: AdjustmentBounds,
): number => {
  if (kind === 'credit') return credit;
  return kind === 'one-off' ? oneOff : Math.floor((Math.abs(line) * correctionPercent) / 100);
};

/** Returns whether an adjustment exceeds its bound, alone or together with the earlier ones. */
export const exceeds = ({ limit, used, asked }: BoundUse): boolean =>
  Math.abs(asked) > limit || Math.abs(used + asked) > limit;
