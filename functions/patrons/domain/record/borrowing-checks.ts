import * as z from 'zod';
import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { paramsSchema } from '../../../../layers/kernel/params.ts';
import type { PatronStatus } from './patron-status.ts';

/** A reason why a patron may not borrow. */
export const borrowingReasonSchema = z.strictObject({
  code: z.string(),
  detail: z.string(),
  params: paramsSchema.optional(),
});
export type BorrowingReason = z.infer<typeof borrowingReasonSchema>;

/** The branch and time at which a desk looks a patron up, with the branch's calendar. */
export type Desk = { branchId: string; calendar: BranchCalendar; at: string };

/** The reason why a patron may not borrow at a desk, and the currency of the debt (absent while no loan rules are adopted). */
export type BorrowingResult = { reasons: BorrowingReason[]; currency?: string };

/** Checks whether a patron may borrow at a desk. Circulation implements it, by its rules. */
export type BorrowingChecks = (status: PatronStatus, desk: Desk) => Promise<BorrowingResult>;
