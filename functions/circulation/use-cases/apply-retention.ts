import type { AnonymiseRules } from '../../../layers/records/policies/domain/patrons.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { PastLoanStore } from '../data/past-loan-store.ts';
import { type PastLoan, retentionOutcome } from '../domain/loans/past-loan.ts';

/**
 * Stores or deletes an ended loan by the retention rules and the patron's choice. Once no fee of it is open, its bills lose the link to
 * the item as well. Repeating it changes nothing. False when the patron's choice changed meanwhile; the caller then decides again.
 */
export const applyRetention = async (
  store: Pick<PastLoanStore, 'billsOf' | 'save' | 'unlink'>,
  rules: AnonymiseRules,
  patron: Pick<PatronStatus, 'patronId' | 'keepsHistory'>,
  loan: PastLoan,
  at: string,
): Promise<boolean> => {
  const bills = await store.billsOf(patron.patronId, loan.loanId);
  const open = bills.some((bill) => bill.open !== 0);
  const fees = open ? 'open' : bills.length > 0 ? 'settled' : 'none';
  const keepsHistory = patron.keepsHistory === true;
  const outcome = retentionOutcome(rules, { endedAt: loan.endedAt, fees, keepsHistory, at });
  if (!(await store.save(patron, loan, outcome))) return false;
  if (fees === 'settled') await store.unlink(bills);
  return true;
};
