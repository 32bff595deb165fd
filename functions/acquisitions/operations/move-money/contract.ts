import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { yearCodeSchema } from '../../domain/fiscal-year.ts';
import { fundCodeSchema } from '../../domain/fund.ts';
import { amountSchema, fundEntrySchema } from '../../domain/fund-entry.ts';
import { exampleEntry, exampleYear, fundMovers, yearRefusals } from '../../schemas/funds.ts';

/**
 * Moves money: an allocation into a fund, out of it or between funds (finance staff), or a transfer between funds. One entry of the
 * journal has both lines. The amount is in minor units of the currency of the year.
 */
export const contract = operation({
  id: 'acquisitions-move-money',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/years/{year}/moves',
  summary: 'Move money between funds',
  permission: fundMovers,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, year: yearCodeSchema }),
  body: z.strictObject({
    kind: fundEntrySchema.shape.kind,
    amount: amountSchema,
    /** The fund that loses the money; absent for an allocation from outside. */
    from: fundCodeSchema.exactOptional(),
    /** The fund that receives it; absent for an allocation that is taken back. */
    to: fundCodeSchema.exactOptional(),
    note: fundEntrySchema.shape.note,
  }),
  status: 201,
  output: fundEntrySchema,
  namedOwner: { none: 'Both funds are of the member and the year in the path.' },
  refusals: {
    ...yearRefusals,
    'finance-only': { status: 403, meaning: 'Only the finance staff of the library may do this.' },
    'no-fund': { status: 422, meaning: 'A transfer needs two funds, an allocation one.' },
    'same-fund': { status: 422, meaning: 'Both sides are the same fund.' },
    'unknown-fund': { status: 422, meaning: 'The year has no such fund.' },
    'fund-inactive': { status: 409, meaning: 'The fund that would receive the money is inactive.' },
    'fund-short': {
      status: 409,
      meaning: 'The fund, or one above it, has not so much left.',
      params: { fund: 'Which.', most: 'The most that may leave it.', asked: 'What was asked.' },
    },
  },
  example: {
    params: { memberId: 'riverton', year: exampleYear.year },
    body: { kind: 'transfer', amount: 50_000, from: 'BOOKS-ADULT', to: 'SERIALS', note: 'For the summer' },
    output: exampleEntry,
  },
  errorImpact: 'Money cannot be moved between funds.',
});
