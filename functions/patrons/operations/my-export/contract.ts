import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/** Exports all data stored about the requesting patron, as JSON, by kind (docs/data-model.md names them). */
export const contract = operation({
  id: 'patrons-my-export',
  context: 'patrons',
  service: 'administration',
  method: 'GET',
  path: '/v1/patrons/me/export',
  summary: 'Take one’s own data along',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({
    exportedAt: z.string(),
    patronId: z.string(),
    data: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  }),
  refusals: { gone: { status: 410, meaning: 'This patron is no longer here.' } },
  example: {
    output: {
      exportedAt: '2026-03-02T10:00:00.000Z',
      patronId: 'pat_01kaw5v7n0000000000000000z',
      data: {
        patronPerson: [{ person: { name: { family: 'Okafor', given: 'Amara' } }, card: '21101000000016' }],
        patronBill: [{ billId: 'bil_01kb0000000000000000000000', kind: 'overdue', amount: 350, open: 0 }],
      },
    },
  },
  errorImpact: 'Patrons cannot exercise their right to their data.',
});
