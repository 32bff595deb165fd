import { and, equals, lacks } from '../../../layers/platform/dynamodb/condition.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { bookingWrite } from '../../../layers/records/ledger/data/booking.ts';
import { whileNotClosed } from '../../../layers/records/ledger/data/period-check.ts';
import { accountWrites } from '../data/account-store.ts';
import { billingOf } from '../data/draft-statements.ts';
import type { UnnumberedInvoice } from '../data/invoice-store.ts';
import { key } from '../data/keys.ts';
import { chainWrite, type StoredPeriod, whileRound } from '../data/period-store.ts';
import type { StatementHead } from '../data/statement-store.ts';
import type { AccountLine } from '../domain/member-account/account-line.ts';
import { type Period, type Seal, takePeriodStep } from '../domain/periods/period.ts';
import type { Billing } from '../domain/statements/billing-policy.ts';
import { documentOf, duesIn, statementEntryId, statementPostings } from '../domain/statements/booking.ts';
import { dueOn, fiscalYearOf, type Invoice, referencesOf } from '../domain/statements/invoice.ts';
import { draftHash, sealOf } from '../domain/statements/pack.ts';
import type { Statement } from '../domain/statements/statement.ts';
import type { PeriodHouse } from './period-house.ts';

/** Who closes periods, in their history. */
const WORKFLOW = 'workflow';

/**
 * As of when a statement is booked: of the approval, however often the booking is begun anew; of now, where the month of that was
 * closed meanwhile, for nothing is booked into it any more.
 */
const bookedAt = async (house: PeriodHouse, { steps }: Period, now: number): Promise<string> => {
  const at = steps.findLast(({ step }) => step === 'approve')?.at;
  if (at === undefined) throw new Error('A period is booked that nobody approved');
  const { period } = await house.periods.load(at.slice(0, 7));
  return period.state === 'closed' ? new Date(now).toISOString() : at;
};

/** The writes of what a statement books, none where it charges nothing: they hold while the month that they go into is not closed. */
const entriesOf = (statement: Statement, at: string): Write[] => {
  const entries = statementPostings(statement, at).map(bookingWrite);
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

const bookedWrite = ({ month, memberId, round }: StatementHead, at: string, invoice?: string): Write => ({
  update: key('statement', { month, memberId }),
  set: { booked: at, ...(invoice !== undefined && { invoice }) },
  when: and(equals('round', round), lacks('booked')),
});

/**
 * Books one statement: its entries, its invoice (or credit note) with the year's next number, the member's account and the
 * note that it is booked, in one transaction that holds while the period is approved. Once: booked already, nothing is done.
 */
const bookStatement = async (
  house: PeriodHouse,
  period: Period,
  head: StatementHead,
  billing: Billing,
  at: string,
): Promise<void> => {
  const statement = await house.statements.read(head);
  const during = whileRound(period, 'approved');
  const entries = entriesOf(statement, at);
  const document = documentOf(statement);
  if (document === undefined) {
    await house.table.write([during, bookedWrite(head, at), ...entries]);
    return;
  }
  const { month, memberId, currency, due: amount } = statement;
  const dated = { issuedAt: at, dueOn: dueOn(at, billing.daysToPay) };
  const about = { document, memberId, month, amount, currency };
  const invoice: UnnumberedInvoice = { ...about, ...dated, ...referencesOf(statement.lines) };
  await house.invoices.issue(fiscalYearOf(at, billing.fiscalYearStartsIn), invoice, (numbered) => [
    during,
    bookedWrite(head, at, numbered.number),
    ...accountWrites(memberId, accountLineOf(numbered, duesIn(statement))),
    ...entries,
  ]);
};

const seal = async (
  house: PeriodHouse,
  loaded: StoredPeriod,
  heads: readonly StatementHead[],
  now: number,
): Promise<boolean> => {
  const { period } = loaded;
  const previous = await house.periods.chainEnd();
  const sealing = (closed: Period): Seal => sealOf(closed, heads, previous, sha256);
  const closed = takePeriodStep(period, 'close', { sealing }, { by: WORKFLOW, now });
  if ('refused' in closed || !closed.seal) return false;
  return house.periods.save(loaded, closed, [chainWrite(closed.month, closed.seal)]);
};

/**
 * Books the statements of an approved period and seals it: from the first step on it is not opened again. Gives whether it is
 * closed; not when `timeLeft` ran out, or another was quicker: begun again, it goes on where it was.
 */
export const bookStatements = async (
  house: PeriodHouse,
  month: string,
  { now, timeLeft }: { now: number; timeLeft: () => boolean },
): Promise<boolean> => {
  const approved = await house.periods.load(month);
  if (approved.period.state !== 'approved') return approved.period.state === 'closed';
  const marked = { ...approved.period, closing: approved.period.closing ?? new Date(now).toISOString() };
  if (approved.period.closing === undefined && !(await house.periods.save(approved, marked))) return false;
  const { body: billing } = await billingOf(house.policies, month);
  const at = await bookedAt(house, marked, now);
  for (const head of await house.statements.heads(marked)) {
    if (!timeLeft()) return false;
    if (head.booked === undefined) await bookStatement(house, marked, head, billing, at);
  }
  const heads = await house.statements.heads(marked);
  if (heads.some(({ booked }) => booked === undefined)) return false;
  // Nothing may write them since they were approved; were it so, they are not sealed as if nothing had been.
  if (draftHash(month, heads, sha256) !== marked.draft?.hash) throw new Error(`${month} is not what was approved`);
  return seal(house, await house.periods.load(month), heads, now);
};
