import * as z from 'zod';
import { haveNames, membersSettingSchema, ownNames } from './own-values.ts';
import { policyKind } from './policy-kind.ts';

const minorUnits = z.int().min(0);
const limit = z.int().min(0).max(10_000);

/**
 * The thresholds at which a patron may no longer borrow or place holds, the same at every member. A member sets some of them for its own
 * patrons (`members`), inside bounds. `owedLimit` in minor units: a higher debt blocks.
 */
export const blocksSchema = z
  .strictObject({
    maxLoans: limit,
    maxHolds: limit,
    owedLimit: minorUnits,
    accruedFines: z
      .enum(['count', 'ignore'])
      .default('count')
      .describe('Whether accrued fines of overdue loans count in `owedLimit`'),
    perGroup: z.record(z.string().min(1).max(40), limit).default({}),
    dependantsOwedLimit: minorUnits
      .exactOptional()
      .describe('Debt of children above which their guarantor may not borrow; in minor units'),
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
      .describe('Number of days for which desks may enter scans made without a network; 3 by default (C87)'),
    maxOverdue: z
      .int()
      .min(1)
      .max(1000)
      .exactOptional()
      .describe('Number of overdue loans from which no further loan is made (C35)'),
    members: membersSettingSchema.exactOptional(),
  })
  .refine(haveNames(ownNames.blocks), 'no member sets such a limit');
export type BlockThresholds = z.infer<typeof blocksSchema>;

export const blocksKind = policyKind('blocks', blocksSchema);
