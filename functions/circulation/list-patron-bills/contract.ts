import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { operation } from '../../../layers/http/contract.ts';
import { atAskedDesk, billViewSchema, exampleBill, moneySchema, patronRefusals } from '../shapes.ts';

/** What a patron owes, to be taken at any desk: all amounts; titles as for loans (C77). */
export const contract = operation({
  id: 'circulation-list-patron-bills',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/patrons/{patronId}/bills',
  summary: 'See what a patron owes',
  permission: [atAskedDesk],
  touches: { table: 'read' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  query: z.strictObject({ branchId: branchIdSchema }),
  output: z.strictObject({ bills: z.array(billViewSchema), owed: z.array(moneySchema) }),
  refusals: { 'unknown-patron': patronRefusals['unknown-patron'] },
  example: {
    params: { patronId: 'pat_01kb00000000000000000000000' },
    query: { branchId: 'riverton.main' },
    output: { bills: [exampleBill], owed: [{ amount: 350, currency: 'USD' }] },
  },
  errorImpact: 'The desk cannot take payments.',
});
