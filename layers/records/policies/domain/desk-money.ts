import * as z from 'zod';

const minorUnits = z.int().min(0).max(100_000_000);

/**
 * How desks handle money (C74): the means of payment they take, and up to what amount desk staff pay back (minor
 * units, per act) or waive (per bill, all that was waived of it) by themselves; above it a supervisor of the branch does.
 */
export const deskMoneySchema = z.strictObject({
  means: z
    .array(
      z
        .string()
        .max(20)
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    )
    .min(1)
    .max(12),
  refundLimit: minorUnits,
  waiveLimit: minorUnits,
});
export type DeskMoney = z.infer<typeof deskMoneySchema>;

/** Where the fees in force say nothing of it: coins, cards and all else; to pay back or waive anything takes a supervisor. */
export const defaultDeskMoney: DeskMoney = { means: ['cash', 'card', 'other'], refundLimit: 0, waiveLimit: 0 };
