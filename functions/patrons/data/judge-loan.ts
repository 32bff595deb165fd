import type { AnonymiseRules } from '../../../layers/records/policies/domain/patrons.ts';
import { fateOf, type PastLoan } from '../domain/past-loan.ts';
import type { PatronStatus } from '../domain/patron-status.ts';
import type { PastLoanStore } from './past-loan-store.ts';

/**
 * Keeps or forgets a loan that ended, by the rules and the patron's wish, at an instant; once no fee of it is open, its
 * bills forget the item as well. The same again changes nothing. False when the patron's wish changed meanwhile: again.
 */
export const judgeLoan = async (
  store: Pick<PastLoanStore, 'billsOf' | 'settle' | 'unlink'>,
  rules: AnonymiseRules,
  patron: Pick<PatronStatus, 'patronId' | 'keepsHistory'>,
  loan: PastLoan,
  at: string,
): Promise<boolean> => {
  const bills = await store.billsOf(patron.patronId, loan.loanId);
  const open = bills.some((bill) => bill.open !== 0);
  const fees = open ? 'open' : bills.length > 0 ? 'settled' : 'none';
  const keepsHistory = patron.keepsHistory === true;
  const fate = fateOf(rules, { endedAt: loan.endedAt, fees, keepsHistory, at });
  if (!(await store.settle(patron, loan, fate))) return false;
  if (fees === 'settled') await store.unlink(bills);
  return true;
};
