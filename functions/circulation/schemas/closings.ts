import * as z from 'zod';
import { daySchema, timeOfDaySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays } from '../../../layers/kernel/calendar/days.ts';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import type { Permission, Refusal } from '../../../layers/platform/http/contract.ts';
import type { Closing } from '../data/closing-store.ts';
import { closingLineStates, closingStates, leftReasons } from '../domain/closings/closing.ts';

const MOST_DAYS = 60;

export const closedDaysSchema = z
  .strictObject({
    ...{ from: daySchema, to: daySchema, reason: oneLine(200) },
    /** The time at which the branch closes on the first day; the whole day when absent. */
    closesAt: timeOfDaySchema.optional(),
  })
  .refine(({ from, to }) => from <= to && to <= addDays(from, MOST_DAYS), 'a closing ends within sixty days');

export const closingParams = z.strictObject({ branchId: branchIdSchema, closingId: z.string().min(1).max(64) });

export const closesBranch: Permission = {
  ...{ who: 'staff', roles: ['member-admin', 'admin'], at: { branch: 'path.branchId' } },
};

const count = z.int().optional();
const counts = <T extends readonly [string, ...string[]]>(names: T) => z.partialRecord(z.enum(names), count);

/**
 * A closing of a branch for some days: how many due dates (`loan`) and last days on the hold shelf (`hold`) move from which day to which,
 * how many stay and why, the notices with the date before that are not sent, and how many dates are in which state.
 */
export const closingSchema = z.strictObject({
  closingId: z.string(),
  branchId: branchIdSchema,
  ...{ from: daySchema, to: daySchema, closesAt: timeOfDaySchema.optional(), reason: z.string() },
  state: z.enum(closingStates),
  at: z.string(),
  moves: z.array(z.strictObject({ what: z.enum(['loan', 'hold']), from: daySchema, to: daySchema, count: z.int() })),
  left: counts(leftReasons),
  held: counts(['due-soon', 'overdue']),
  counts: counts(closingLineStates),
});
export type ClosingView = z.input<typeof closingSchema>;

/** One date of a closing: of which copy, from which day to which (absent where it stays, with the reason), and what came of it. */
export const closingDateSchema = z.strictObject({
  ...{ itemId: z.string(), barcode: z.string().optional(), what: z.enum(['loan', 'hold']) },
  ...{ from: daySchema, to: daySchema.optional() },
  state: z.enum(closingLineStates),
  left: z.enum(leftReasons).optional(),
});

/** Returns a closing in the format of the response. */
export const closingView = (closing: Closing): ClosingView => {
  const { closingId, branchId, from, to, closesAt, reason, state, at, moves, left, held, counts: lines } = closing;
  return { closingId, branchId, from, to, closesAt, reason, state, at, moves, left, held, counts: lines };
};

export const exampleClosing: ClosingView = {
  ...{ closingId: 'cls_01kb0000000000000000000000', branchId: 'riverton.main' },
  ...{ from: '2026-12-01', to: '2026-12-03', reason: 'Closed because of snow', state: 'previewed' },
  at: '2026-12-01T07:10:00.000Z',
  moves: [
    { what: 'hold', from: '2026-12-02', to: '2026-12-04', count: 9 },
    { what: 'loan', from: '2026-12-01', to: '2026-12-04', count: 112 },
  ],
  left: { 'rule-limit': 3 },
  held: { 'due-soon': 80, overdue: 12 },
  counts: { planned: 121, left: 3 },
};

export const closingRefusals = {
  'closing-unknown': { status: 404, meaning: 'The branch has no such closing.' },
  'closing-in-past': { status: 422, meaning: 'A branch is closed from today on or later: past days are as they were.' },
} as const satisfies Record<string, Refusal>;
