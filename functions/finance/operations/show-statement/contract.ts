import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { periodStateNames } from '../../../../layers/records/ledger/domain/period-state.ts';
import { disputeSchema } from '../../domain/statements/dispute.ts';
import { statementSchema } from '../../domain/statements/statement.ts';
import { exampleHash } from '../../schemas/periods.ts';
import { consortiumReaders, memberReadersByPath } from '../../schemas/readers.ts';
import { exampleStatement, noStatement } from '../../schemas/statements.ts';

/**
 * Returns a member’s sealed statement of a month, line by line, with the disputes of its lines. A member sees its own, once the month is
 * closed.
 */
export const contract = operation({
  id: 'finance-show-statement',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/periods/{month}/statements/{memberId}',
  summary: 'Show a member’s statement of a month',
  permission: [consortiumReaders, memberReadersByPath],
  touches: { table: 'read' },
  params: z.strictObject({ month: monthSchema, memberId: memberIdSchema }),
  output: z.strictObject({
    statement: statementSchema,
    state: z.enum(periodStateNames),
    hash: z.string(),
    booked: z.iso.datetime().exactOptional(),
    invoice: z.string().exactOptional(),
    billedIn: monthSchema.exactOptional(),
    disputes: z.array(disputeSchema),
  }),
  refusals: noStatement,
  example: {
    params: { month: '2026-10', memberId: 'riverton' },
    output: {
      ...{ statement: exampleStatement, state: 'closed', hash: exampleHash, booked: '2026-11-04T09:00:00.000Z' },
      disputes: [],
    },
  },
  errorImpact: 'Members cannot see what they owe and why.',
});
