import * as z from 'zod';
import { currencySchema } from '../../../kernel/money/currency.ts';
import { deskMoneySchema } from './desk-money.ts';
import { policyKind } from './policy-kind.ts';

const minorUnits = z.int().min(0);

/** The fees that a desk charges, by name, in minor units, and how desks handle money. */
export const feesSchema = z.strictObject({
  currency: currencySchema,
  fees: z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), minorUnits),
  desk: deskMoneySchema.exactOptional(),
});

export const feesKind = policyKind('fees', feesSchema);
