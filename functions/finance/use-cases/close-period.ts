import { and, equals, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { bookingWrite } from '../../../layers/records/ledger/data/booking.ts';
import { whileNotClosed } from '../../../layers/records/ledger/data/period-check.ts';
import { accountWrites } from '../data/account-store.ts';
import { billingOfMonth } from '../data/billing-in-force.ts';
import type { UnnumberedInvoice } from '../data/invoice-store.ts';
import { key } from '../data/keys.ts';
import { chainWrite, type StoredPeriod, whileRound } from '../data/period-store.ts';
import type { StatementHead } from '../data/statement-store.ts';
import type { ClosingDeps } from '../deps.ts';
import { cloudCostPostings } from '../domain/books/cloud-cost.ts';
import type { AccountLine } from '../domain/member-account/account-line.ts';
import { type Period, type Seal, takePeriodStep } from '../domain/periods/period.ts';
import { carriedMonths } from '../domain/statements/billing-cycle.ts';
import type { Billing } from '../domain/statements/billing-policy.ts';
import {
  accrualPostings,
  documentOf,
  duesIn,
  statementEntryId,
  statementPostings,
} from '../domain/statements/booking.ts';
import { dueOn, fiscalYearOf, type Invoice, referencesOf } from '../domain/statements/invoice.ts';
import { draftHash, sealOf } from '../domain/statements/pack.ts';
import type { Statement } from '../domain/statements/statement.ts';

/** The actor of closes in the history of periods. */
const WORKFLOW = 'workflow';

/**
 * Returns the booking time of a statement: that of the approval, however often booking restarts; the current instant when the month of
 * the approval was closed meanwhile, since nothing is booked into a closed month.
 */
const bookedAt = async (deps: ClosingDeps, { steps }: Period, now: number): Promise<string> => {
  const at = steps.findLast(({ step }) => step === 'approve')?.at;
  if (at === undefined) throw new Error('A period is booked that nobody approved');
  const { period } = await deps.periods.load(at.slice(0, 7));
  return period.state === 'closed' ? new Date(now).toISOString() : at;
};

/**
 * Returns the ledger writes of a statement, none when it charges nothing: its accruals and its bill. They include the check that the month
 * of the bill is not closed; that of the statement is approved, by the check of the whole transaction.
 */
const entriesOf = (statement: Statement, at: string): Write[] => {
  const entries = [...accrualPostings(statement, at), ...statementPostings(statement, at)].map(bookingWrite);
  return entries.length === 0 ? [] : [whileNotClosed(at.slice(0, 7)), ...entries];
};

const accountLineOf = (
  { number, document, month, memberId, amount, currency, issuedAt, dueOn: due, corrects }: Invoice,
  dues: number,
): AccountLine => ({
  ...{
    at: issuedAt,
    entryId: statementEntryId({ month, memberId }),
    kind: document,
    amount,
    currency,
    reference: number,
  },
  ...(document === 'invoice' && { dueOn: due }),
  ...(document === 'invoice' && dues !== 0 && { dues }),
  ...(corrects && { corrects }),
});

/** Returns the marks that the lines of earlier months are billed now: each is billed once, whichever month does it. */
const billedWrites = (statement: Statement): Write[] =>
  carriedMonths(statement).map((month) => ({
    update: key('statement', { month, memberId: statement.memberId }),
    set: { billedIn: statement.month },
    when: and(present(), lacks('billedIn')),
  }));

const bookedWrite = ({ month, memberId, round }: StatementHead, at: string, invoice?: string): Write => ({
  update: key('statement', { month, memberId }),
  set: { booked: at, ...(invoice !== undefined && { invoice }) },
  when: and(equals('round', round), lacks('booked')),
});

/**
 * Books one statement: its entries, its invoice (or credit note) with the year's next number, the member's account and the mark
 * that it is booked, in one transaction that requires the period to be approved. A booked statement is not booked again.
 */
const bookStatement = async (
  deps: ClosingDeps,
  period: Period,
  head: StatementHead,
  billing: Billing,
  at: string,
): Promise<void> => {
  const statement = await deps.statements.read(head);
  const during = whileRound(period, 'approved');
  const entries = entriesOf(statement, at);
  const document = documentOf(statement);
  if (document === undefined) {
    await deps.table.write([during, bookedWrite(head, at), ...billedWrites(statement), ...entries]);
    return;
  }
  const { month, memberId, currency, due: amount } = statement;
  const dated = { issuedAt: at, dueOn: dueOn(at, billing.daysToPay) };
  const about = { document, memberId, month, amount, currency };
  const invoice: UnnumberedInvoice = { ...about, ...dated, ...referencesOf(statement.lines) };
  // The series is that of the year of service: a bill of December that is issued in January belongs to the year before.
  await deps.invoices.issue(fiscalYearOf(month, billing.fiscalYearStartsIn), invoice, (numbered) => [
    during,
    bookedWrite(head, at, numbered.number),
    ...billedWrites(statement),
    ...accountWrites(memberId, accountLineOf(numbered, duesIn(statement))),
    ...entries,
  ]);
};

const seal = async (
  deps: ClosingDeps,
  loaded: StoredPeriod,
  heads: readonly StatementHead[],
  now: number,
): Promise<boolean> => {
  const { period } = loaded;
  const previous = await deps.periods.chainEnd();
  const sealing = (closed: Period): Seal => sealOf(closed, heads, previous, sha256);
  const closed = takePeriodStep(period, 'close', { sealing }, { by: WORKFLOW, now });
  if ('refused' in closed || !closed.seal) return false;
  return deps.periods.save(loaded, closed, [
    chainWrite(closed.month, closed.seal),
    ...cloudCostPostings(closed).map(bookingWrite),
  ]);
};

/** Loads the heads of an approved period. Throws when they are not those that were approved: nothing may write them after that. */
const approvedHeads = async ({ statements }: ClosingDeps, period: Period): Promise<StatementHead[]> => {
  const heads = await statements.heads(period);
  if (draftHash(period.month, heads, sha256) !== period.draft?.hash)
    throw new Error(`${period.month} is not what was approved`);
  return heads;
};

/**
 * Closes an approved period: books its statements, and seals it with the cost of the cloud in the consortium's own books. From the first booking on it cannot be reopened. Returns whether it is
 * closed; not when `timeLeft` ran out or another run did it: the next run continues from there.
 */
export const closePeriod = async (
  deps: ClosingDeps,
  month: string,
  { now, timeLeft }: { now: number; timeLeft: () => boolean },
): Promise<boolean> => {
  const approved = await deps.periods.load(month);
  if (approved.period.state !== 'approved') return approved.period.state === 'closed';
  const marked = { ...approved.period, closing: approved.period.closing ?? new Date(now).toISOString() };
  if (approved.period.closing === undefined && !(await deps.periods.save(approved, marked))) return false;
  const { body: billing } = await billingOfMonth(deps.policies, month);
  const at = await bookedAt(deps, marked, now);
  for (const head of await approvedHeads(deps, marked)) {
    if (!timeLeft()) return false;
    if (head.booked === undefined) await bookStatement(deps, marked, head, billing, at);
  }
  const heads = await approvedHeads(deps, marked);
  if (heads.some(({ booked }) => booked === undefined)) return false;
  return seal(deps, await deps.periods.load(month), heads, now);
};
