import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import { decimalText, divideHalfEven, parseExact } from '../../../layers/kernel/money/exact.ts';
import { newPeriod, type Period, periodSchema } from '../domain/periods/period.ts';

/** A period in the response: with the unattributed share of its figures, in percent with two decimals. */
export const periodViewSchema = periodSchema.extend({ unattributedPercent: z.string().exactOptional() });
export type PeriodView = z.infer<typeof periodViewSchema>;

const percentOf = (part: bigint, whole: bigint): string =>
  decimalText(whole === 0n ? 0n : divideHalfEven(part * 10_000n, whole), 2);

/** Returns a period in the format of the response. */
export const periodView = (period: Period): PeriodView => {
  const { metered } = period;
  if (!metered) return period;
  const unattributedPercent = percentOf(parseExact(metered.unattributed), parseExact(metered.total));
  return { ...period, unattributedPercent };
};

/** The first place of closed periods that differs from its seal. */
export const brokenSchema = z.strictObject({
  month: monthSchema,
  memberId: z.string().exactOptional(),
  what: z.enum(['statement', 'period', 'link']),
});

/** The refusals of period steps, for contracts. */
export const periodRefusals = {
  'wrong-state': { status: 409, meaning: 'The period has no such step from where it is.' },
  'changed-meanwhile': { status: 409, meaning: 'A step was taken or a bill came in at the same moment: look again.' },
} as const;

export const exampleHash = 'c1f7a3f0f6cf02aa6bb58d3cc38f28d4f1d5f2e8a1b0c9d8e7f6a5b4c3d2e1f0';

/** Names of staff by actor name, for examples in contracts. */
export const exampleNames = { 'staff:stf_01kb0000000000000000000000': 'Kwame Boateng' };

/** A metered month, for examples in contracts. */
export const examplePeriod: PeriodView = {
  ...newPeriod('2026-10'),
  state: 'metered',
  steps: [{ step: 'meter', at: '2026-11-03T09:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' }],
  metered: {
    ...{ currency: 'USD', total: '214.020000000000', unattributed: '0.310000000000', synthetic: false },
    ...{ provisionalUntil: '2026-11-10', priceBook: 'us-east-1/2024-11-01/8' },
  },
  unattributedPercent: '0.14',
};
