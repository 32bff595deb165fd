import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';

/**
 * Why a person lets a copy pass that the count would stop. `own-subscription`: the member takes the periodical, or has
 * ordered it, which CONTU 2 counts as a copy out of its own collection.
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
 * What lets one copy more than the guidelines through: the rights holder's permission, a royalty paid (to a clearing centre,
 * say; minor units), or a person's decision. `reference` is the number of the permission or of the payment.
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

/** How a copy stands to the guidelines: within them, let through beyond them, or not counted by them at all. */
export type CopyBasis = 'within' | 'not-counted' | CopyDecision['kind'];

/**
 * The statement of compliance that goes with a request for a copy, as ISO 18626 copyrightCompliance (its open list: US-CCG,
 * US-CCL, UK-…). In the USA CCG says "within the guidelines of CONTU", CCL "by the law otherwise"; CONTU 3 lets no supplier
 * send a copy without it.
 */
export const complianceCode = (country: string, basis: CopyBasis): string => {
  const paid = basis === 'permission' || basis === 'royalty';
  if (country === 'US') return basis === 'within' ? 'US-CCG' : 'US-CCL';
  if (country === 'GB') return paid ? 'UK-CopyRFeePaid' : 'UK-FairDealing';
  return 'Other';
};
