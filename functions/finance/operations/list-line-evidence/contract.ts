import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { statementLineSchema } from '../../domain/statements/statement.ts';
import { evidencePageSchema } from '../../schemas/evidence-rows.ts';
import { consortiumReaders, memberReadersByPath } from '../../schemas/readers.ts';
import { exampleLine, noStatement } from '../../schemas/statements.ts';

/**
 * Lists the evidence of a statement line, with the line as sealed: days of use by operation, sealed with it (each opens to its
 * requests), a member’s share of a pool by operation or of billed but unmetered cost, its adopted fee, the author of an adjustment,
 * ledger entries, the lines behind a tax, or for a true-up the fee for the actual cost of the year and the closed months' lines that
 * billed it. No patron is included.
 */
export const contract = operation({
  id: 'finance-list-line-evidence',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/periods/{month}/statements/{memberId}/lines/{lineId}/evidence',
  summary: 'Open a line of a statement to its evidence',
  permission: [consortiumReaders, memberReadersByPath],
  touches: { table: 'read', bucket: 'read' },
  params: z.strictObject({ month: monthSchema, memberId: memberIdSchema, lineId: z.string().min(1).max(160) }),
  query: z.strictObject({ after: z.string().min(1).max(200).optional() }),
  output: z.strictObject({ line: statementLineSchema, ...evidencePageSchema.shape }),
  refusals: {
    ...noStatement,
    'no-line': { status: 404, meaning: 'The statement has no such line.' },
  },
  example: {
    params: { month: '2026-10', memberId: 'riverton', lineId: 'direct-own-circulation' },
    output: {
      line: exampleLine,
      rows: [
        {
          ...{ kind: 'day', day: '2026-10-01', operation: 'circulation-check-out', events: 1400, succeeded: 1377 },
          ...{ synthetic: false, units: [{ meter: 'lambda-request', quantity: '0.001400' }], amount: '0.416666666667' },
        },
      ],
      prices: [{ meter: 'lambda-request', unit: '1M requests', price: '0.200000000000' }],
    },
  },
  // A line opens to days at a month’s prices, a bill’s stored sums or a scenario’s frozen fee: the bundle reads all three.
  errorImpact: 'What a member owes cannot be traced to its use.',
});
