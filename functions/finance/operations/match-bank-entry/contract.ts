import { operation } from '../../../../layers/platform/http/contract.ts';
import { bankDecisionSchema } from '../../domain/bank/bank-entry.ts';
import { accountWriters, bookingRefusals } from '../../schemas/accounts.ts';
import { decidedOutput, entryPath, exampleStatement } from '../../schemas/bank-statements.ts';

const { statementId } = exampleStatement;

/**
 * Books an entry of an account statement on a member’s account, for the named invoices and with the remainder for the longest due ones, or
 * in the consortium’s own books (a supplier, a grant, a fee), or as the return of a booked payment, whose invoices are open again; or sets
 * it aside with a reason. The bank’s reference is booked once, also against what was entered by hand.
 */
export const contract = operation({
  id: 'finance-match-bank-entry',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/bank-statements/{statementId}/entries/{number}/decision',
  summary: 'Book an entry of an account statement, or set it aside',
  permission: accountWriters,
  touches: { table: 'write' },
  params: entryPath,
  body: bankDecisionSchema,
  status: 201,
  output: decidedOutput,
  refusals: {
    'unknown-entry': { status: 404, meaning: 'The statement has no such entry.' },
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'other-direction': { status: 409, meaning: 'The bank moved this amount in the other direction.' },
    'matched-already': { status: 409, meaning: 'It is booked or set aside already.' },
    'currency-not-billed': { status: 409, meaning: 'Nothing was ever billed in this currency on the account.' },
    'settles-too-much': {
      status: 422,
      meaning: 'The amount for an invoice exceeds what is open on it, or the total exceeds the payment.',
    },
    'unknown-payment': { status: 404, meaning: 'The account has no such payment.' },
    'reversed-already': { status: 409, meaning: 'The payment is taken back already.' },
    'other-amount': { status: 409, meaning: 'The returned payment and the fee are not the amount of the entry.' },
    'fee-not-charged': { status: 409, meaning: 'Only a fee is charged to a member, where the billing policy says so.' },
    'beyond-bounds': {
      ...{ status: 409, meaning: 'The billing policy allows no one-off charge of so much.' },
      params: { limit: 'The most in all.', used: 'What is used of it.', asked: 'What was asked.' },
    },
    'no-rate': { status: 409, meaning: 'The billing policy has no rate from this currency for the charge of the fee.' },
    ...bookingRefusals,
  },
  example: {
    params: { statementId, number: '1' },
    body: { as: 'payment', memberId: 'riverton', settles: [{ invoice: '2026-000042', amount: 1250 }] },
    output: { statementId, number: 1 },
  },
  errorImpact: 'Entries of the bank are typed one by one.',
});
