import { operation } from '../../../../layers/platform/http/contract.ts';
import { accountWriters, bookingRefusals } from '../../schemas/accounts.ts';
import { decidedOutput, entryPath, exampleStatement } from '../../schemas/bank-statements.ts';

const { statementId } = exampleStatement;

/**
 * Takes the decision on an entry of an account statement back: what was booked is reversed by a new entry, a returned payment is booked
 * again, and the entry is open again.
 */
export const contract = operation({
  id: 'finance-undo-bank-match',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/bank-statements/{statementId}/entries/{number}/undo',
  summary: 'Take the decision on an entry of an account statement back',
  permission: accountWriters,
  touches: { table: 'write' },
  params: entryPath,
  status: 201,
  output: decidedOutput,
  refusals: {
    'unknown-entry': { status: 404, meaning: 'The statement has no such entry.' },
    'not-decided': { status: 409, meaning: 'Nothing was decided of it, or the payment is taken back already.' },
    'reference-taken': bookingRefusals['reference-taken'],
    'month-closed': bookingRefusals['month-closed'],
    'changed-meanwhile': bookingRefusals['changed-meanwhile'],
  },
  example: { params: { statementId, number: '1' }, output: { statementId, number: 1 } },
  errorImpact: 'A payment that was booked for the wrong member is corrected on the member’s account only.',
});
