import * as z from 'zod';
import { currencySchema } from '../../../kernel/money/currency.ts';
import { defaultDeskMoney, deskMoneySchema } from './desk-money.ts';
import { membersSettingSchema, type OwnValues } from './own-values.ts';
import { policyKind } from './policy-kind.ts';

const minorUnits = z.int().min(0);

/** The fees that a desk charges, by name, in minor units, and how desks handle money. */
export const feesSchema = z.strictObject({
  currency: currencySchema,
  fees: z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), minorUnits),
  desk: deskMoneySchema.exactOptional(),
  /** Amounts of these fees at a member's desks, and what desk staff waive and refund there (`waiveLimit`, `refundLimit`). */
  members: membersSettingSchema.exactOptional(),
});
export type Fees = z.infer<typeof feesSchema>;

/** Returns the fees of a member's desks: the listed ones, with the amounts that the member set itself. */
export const feesWith = (fees: Fees, { waiveLimit, refundLimit, ...own }: OwnValues): Fees => ({
  ...fees,
  fees: Object.fromEntries(Object.entries(fees.fees).map(([name, amount]) => [name, own[name] ?? amount])),
  ...((fees.desk || waiveLimit !== undefined || refundLimit !== undefined) && {
    desk: {
      ...(fees.desk ?? defaultDeskMoney),
      ...(waiveLimit !== undefined && { waiveLimit }),
      ...(refundLimit !== undefined && { refundLimit }),
    },
  }),
});

export const feesKind = policyKind('fees', feesSchema);
