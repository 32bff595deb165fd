import * as z from 'zod';
import type { Permission } from '../../../layers/platform/http/contract.ts';
import type { StatementLine } from '../domain/charges/statement.ts';

/** The roles that read the debts and claims of the member in the path: its own staff. */
export const memberStaff: Permission = {
  who: 'staff',
  roles: ['ill', 'member-admin', 'member-finance'],
  at: { member: 'path.memberId' },
};

/**
 * A charge or settlement between libraries as a member reads it, in minor units; `causeId` is the request, or the
 * settlement.
 */
export const statementLineSchema = z.strictObject({
  entryId: z.string(),
  at: z.string(),
  kind: z.string(),
  title: z.string(),
  /** The other library: a member or a partner. */
  other: z.string(),
  /** Whether the member owes it, or is owed it. */
  side: z.enum(['owes', 'owed']),
  amount: z.number().int(),
  currency: z.string(),
  causeId: z.string(),
});

export const exampleLine: StatementLine = {
  entryId: 'ill-req_01kb0000000000000000000000-ask_01kb0000000000000000000000-loan',
  at: '2026-11-24T10:00:00.000Z',
  kind: 'ill-loan-charged',
  title: 'Loan between libraries',
  other: 'ashgrove',
  side: 'owes',
  amount: 500,
  currency: 'USD',
  causeId: 'req_01kb0000000000000000000000',
};
