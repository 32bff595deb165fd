import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { tillAmountSchema } from '../../domain/money/till.ts';
import { atDesk, changedRefusal, placeRefusals } from '../../schemas/decisions.ts';
import { exampleTill, tillViewSchema } from '../../schemas/tills.ts';

/** Opens today's till of a branch with its float. Otherwise the first payment opens it with an empty float (C74). */
export const contract = operation({
  id: 'circulation-open-till',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/till-openings',
  summary: 'Open today’s till of a branch',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({
    branchId: branchIdSchema,
    /** The float: minor units, zero or more. */
    float: tillAmountSchema.extend({ amount: z.number().int().min(0).max(1_000_000_00) }),
  }),
  status: 201,
  output: tillViewSchema,
  refusals: {
    ...changedRefusal,
    'unknown-branch': placeRefusals['unknown-branch'],
    'till-opened': { status: 409, meaning: 'The till of today was opened, or closed, already.' },
  },
  example: {
    body: { branchId: 'riverton.main', float: { currency: 'USD', means: 'cash', amount: 5000 } },
    output: { ...exampleTill, expected: [{ currency: 'USD', means: 'cash', amount: 5000 }] },
  },
  errorImpact: 'No till can be opened with change in it.',
});
