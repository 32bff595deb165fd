import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { tillAmountSchema } from '../../domain/money/till.ts';
import { atDesk, changedRefusal } from '../../schemas/decisions.ts';
import { exampleTill, tillViewSchema } from '../../schemas/tills.ts';

/**
 * Closes the till of a branch and day with the counted amounts, by currency and means of payment; differences are stored. A closed till
 * accepts no more payments of that day (C74).
 */
export const contract = operation({
  id: 'circulation-close-till',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/till-closings',
  summary: 'Count and close the till of a branch',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({
    branchId: branchIdSchema,
    /** The local day of the till. */
    day: z.iso.date(),
    counted: z.array(tillAmountSchema.extend({ amount: z.number().int().min(0).max(1_000_000_00) })).max(50),
  }),
  status: 201,
  output: tillViewSchema,
  refusals: {
    ...changedRefusal,
    'unknown-till': { status: 404, meaning: 'The branch had no till on that day.' },
    'till-closed': { status: 409, meaning: 'The till is closed.' },
  },
  example: {
    body: {
      branchId: 'riverton.main',
      day: '2026-11-24',
      counted: [{ currency: 'USD', means: 'cash', amount: 5340 }],
    },
    output: {
      ...exampleTill,
      closed: {
        at: '2026-11-24T23:00:00.000Z',
        by: 'staff:stf_01kb0000000000000000000000',
        counts: [{ currency: 'USD', means: 'cash', expected: 5350, counted: 5340, difference: -10 }],
      },
    },
  },
  errorImpact: 'Tills cannot be closed.',
});
