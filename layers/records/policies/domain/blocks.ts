import * as z from 'zod';
import { policyKind } from './policy-kind.ts';

const minorUnits = z.int().min(0);
const limit = z.int().min(0).max(10_000);

/**
 * The thresholds at which a patron may no longer borrow or place holds, the same at every member. `owedLimit` in minor units: a higher
 * debt blocks.
 */
export const blocksSchema = z.strictObject({
  maxLoans: limit,
  maxHolds: limit,
  owedLimit: minorUnits,
  accruedFines: z
    .enum(['count', 'ignore'])
    .default('count')
    .describe('Whether the fines of overdue loans count in `owedLimit` before their return charges them'),
  perGroup: z.record(z.string().min(1).max(40), limit).default({}),
  wardsOwedLimit: minorUnits
    .exactOptional()
    .describe('Owing more for children, their guarantor borrows nothing; in minor units'),
  neverOverridden: z
    .array(z.string().min(1).max(40))
    .max(20)
    .exactOptional()
    .describe('Codes of blocks of patrons that no supervisor may override'),
  offlineDays: z
    .int()
    .min(0)
    .max(14)
    .exactOptional()
    .describe('For how many days back desks enter what they did without a network; 3 where it is left out (C87)'),
  maxOverdue: z.int().min(1).max(1000).exactOptional().describe('From how many overdue loans on nothing is lent (C35)'),
});
export type BlockThresholds = z.infer<typeof blocksSchema>;

export const blocksKind = policyKind('blocks', blocksSchema);
