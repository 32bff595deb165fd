import { TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { retentionAt } from '../../../layers/records/policies/data/retention-at.ts';
import { isTemporarySource } from '../../catalogue/public/is-temporary-source.ts';
import type { RecordLoanDeps } from '../deps.ts';
import type { PastLoan } from '../domain/loans/past-loan.ts';
import type { PastLoanEvent } from '../domain/loans/past-loan-event.ts';
import { applyRetention } from './apply-retention.ts';

type Past = Exclude<PastLoanEvent, { event: 'counted' }>;

/** Loads the loan of a message; undefined while it is still on loan, or when nothing of it was stored. */
const loanOf = async (message: Past, { past, items }: RecordLoanDeps) => {
  if (message.event === 'ended') return message.loan;
  const item = await items.get(message.itemId, { strong: true });
  if (item?.loan?.loanId === message.loanId) return undefined;
  return past.get(message.patronId, message.loanId);
};

/** Adds the title when the record that contains it will be deleted. */
const titled = async (loan: PastLoan, { titles }: RecordLoanDeps, now: number): Promise<PastLoan> => {
  const title = isTemporarySource(loan.sourceId) ? await titles.ofSource(loan.sourceId, now) : undefined;
  return title === undefined ? loan : { ...loan, title };
};

/**
 * Counts a checkout or renewal, or retains of an ended loan what the patron and the policy permit. `now` in epoch ms. Throws a conflict when the patron
 * turned the reading history on or off meanwhile: the queue redelivers the message, and the choice is read again.
 */
export const recordPastLoan = async (deps: RecordLoanDeps, message: PastLoanEvent, now: number): Promise<void> => {
  const { patrons, past, policies } = deps;
  if (message.event === 'counted') return past.count(message.fact);
  const status = await patrons.status(message.patronId, { strong: true });
  const loan = await loanOf(message, deps);
  if (!status || !loan) return;
  const rules = await retentionAt(policies, status.homeMember, now);
  if (!(await applyRetention(past, rules, status, await titled(loan, deps, now), iso(now))))
    throw new TableConflict('The patron turned the reading history on or off meanwhile.');
};
