import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';

/**
 * The reasons why staff allow a copy beyond the limit. `own-subscription`: the member subscribes to the periodical, or has ordered it, which
 * CONTU 2 counts as a copy from its own collection.
 */
export const copyDecisionReasons = [
  'own-subscription',
  'licence-allows',
  'open-access',
  'not-in-copyright',
  'other-exception',
] as const;

const reference = z.string().min(1).max(100).exactOptional();

/**
 * The basis of a copy beyond the guidelines: the rights holder's permission, a royalty (paid to a clearing centre, for
 * example; minor units), or a staff decision. `reference` is the number of the permission or of the payment.
 */
export const copyDecisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('permission'), reference }),
  z.strictObject({
    kind: z.literal('royalty'),
    amount: moneySchema.extend({ amount: z.int().min(0), currency: currencySchema }),
    reference,
  }),
  z.strictObject({ kind: z.literal('decision'), why: z.enum(copyDecisionReasons) }),
]);
export type CopyDecision = z.infer<typeof copyDecisionSchema>;

/** The basis of a copy: within the guidelines, allowed beyond them, or not counted by them. */
export type CopyBasis = 'within' | 'not-counted' | CopyDecision['kind'];

/**
 * Returns the compliance statement of a request for a copy, as ISO 18626 copyrightCompliance (its open list: US-CCG,
 * US-CCL, UK-…). In the USA, CCG means "within the guidelines of CONTU", CCL "by the law otherwise"; CONTU 3 forbids
 * suppliers to send a copy without it.
 */
export const complianceCode = (country: string, basis: CopyBasis): string => {
  const paid = basis === 'permission' || basis === 'royalty';
  if (country === 'US') return basis === 'within' ? 'US-CCG' : 'US-CCL';
  if (country === 'GB') return paid ? 'UK-CopyRFeePaid' : 'UK-FairDealing';
  return 'Other';
};
