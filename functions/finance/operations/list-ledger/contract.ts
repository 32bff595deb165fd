import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { ledgerEntrySchema } from '../../../../layers/records/ledger/domain/entry.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';

/** Lists the entries of a period in time order. A member reads only its own lines of them; no entry names a person. */
export const contract = operation({
  id: 'finance-list-ledger',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/ledger/{period}',
  summary: 'List the ledger entries of a period',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read' },
  params: z.strictObject({ period: monthSchema }),
  query: z.strictObject({
    member: z.string().min(1).max(64).optional(),
    after: z
      .string()
      .regex(/^[!-~]{1,200}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({
    period: monthSchema,
    /** Lines of other members are omitted when one member is named. */
    entries: z.array(ledgerEntrySchema.extend({ lines: ledgerEntrySchema.shape.lines.element.array().min(1) })),
    next: z.string().optional(),
  }),
  refusals: {},
  example: {
    params: { period: '2026-11' },
    query: { member: 'riverton' },
    output: {
      period: '2026-11',
      entries: [
        {
          entryId: 'led_01kaw5v7n00000000000000000',
          at: '2026-11-24T10:00:00.000Z',
          kind: 'fine-charged',
          currency: 'USD',
          lines: [
            { account: 'patron-receivables', member: 'riverton', side: 'debit', amount: 150 },
            { account: 'fines-income', member: 'riverton', side: 'credit', amount: 150 },
          ],
          causeId: 'bil_01kaw5v7n00000000000000000',
          memo: 'overdue',
          periodKey: '2026-11',
        },
      ],
    },
  },
  errorImpact: 'Finance staff cannot read the ledger.',
});
