import * as z from 'zod';
import { accountSchema } from '../../../layers/domain/ledger/accounts.ts';
import { entryKindSchema } from '../../../layers/domain/ledger/kinds.ts';
import { memberIdSchema } from '../../../layers/domain/membership/member.ts';
import { monthSchema } from '../../../layers/domain/report/month.ts';
import { statementLineSchema } from '../../../layers/domain/statements/statement.ts';
import { operation } from '../../../layers/http/contract.ts';
import { consortiumReaders, memberReadersByPath } from '../readers.ts';
import { exampleLine } from '../statement-shapes.ts';

const count = z.number().nonnegative();

/**
 * What a line of a statement opens to, with the line as it was sealed: days of use by operation (each opens to its requests),
 * a member’s share of a pool by operation, entries of the ledger, or the lines that tax was reckoned on. No patron is in any.
 */
export const contract = operation({
  id: 'finance-list-line-evidence',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/periods/{month}/statements/{memberId}/lines/{lineId}/evidence',
  summary: 'Open a line of a statement to its evidence',
  permission: [consortiumReaders, memberReadersByPath],
  touches: { table: 'read' },
  params: z.strictObject({ month: monthSchema, memberId: memberIdSchema, lineId: z.string().min(1).max(160) }),
  query: z.strictObject({ after: z.string().min(1).max(200).optional() }),
  output: z.strictObject({
    line: statementLineSchema,
    rows: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          ...{ kind: z.literal('day'), day: z.iso.date(), operation: z.string(), events: count, succeeded: count },
          synthetic: z.boolean(),
        }),
        z.strictObject({ kind: z.literal('share'), operation: z.string(), events: count, amount: z.string() }),
        z.strictObject({
          ...{ kind: z.literal('entry'), entryId: z.string(), at: z.iso.datetime(), entryKind: entryKindSchema },
          ...{ account: accountSchema, side: z.enum(['debit', 'credit']), amount: z.int(), currency: z.string() },
        }),
        z.strictObject({ kind: z.literal('line'), lineId: z.string(), title: z.string(), amount: z.int() }),
      ]),
    ),
    next: z.string().optional(),
  }),
  refusals: {
    'no-statement': { status: 404, meaning: 'There is no such statement, or not yet.' },
    'no-line': { status: 404, meaning: 'The statement has no such line.' },
  },
  example: {
    params: { month: '2026-10', memberId: 'riverton', lineId: 'direct-own-circulation' },
    output: {
      line: exampleLine,
      rows: [
        {
          ...{ kind: 'day', day: '2026-10-01', operation: 'circulation-check-out', events: 1400, succeeded: 1377 },
          synthetic: false,
        },
      ],
    },
  },
  errorImpact: 'What a member owes cannot be traced to its use.',
});
