import * as z from 'zod';

const minorUnits = z.int().min(0).max(100_000_000);

/**
 * How desks handle money (C74): the accepted means of payment, and the amounts that desk staff may refund (minor units, per act) or
 * waive (per bill, including earlier waivers) without a supervisor of the branch.
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

/** The default when the fees in force do not define it: coins, cards and others; every refund or waiver needs a supervisor. */
export const defaultDeskMoney: DeskMoney = { means: ['cash', 'card', 'other'], refundLimit: 0, waiveLimit: 0 };
