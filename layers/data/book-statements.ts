import { post } from '../domain/ledger/post.ts';
import { type Period, type Seal, takePeriodStep } from '../domain/periods/period.ts';
import type { AccountLine } from '../domain/statements/account.ts';
import type { Billing } from '../domain/statements/billing-policy.ts';
import { documentOf, statementPostings } from '../domain/statements/booking.ts';
import { dueOn, fiscalYearOf, type Invoice, referencesOf } from '../domain/statements/invoice.ts';
import { draftHash, sealOf } from '../domain/statements/pack.ts';
import type { Statement } from '../domain/statements/statement.ts';
import { accountWrite, type UnnumberedInvoice } from './account-store.ts';
import { and, equals, lacks } from './condition.ts';
import { billingOf } from './draft-statements.ts';
import { key } from './keys.ts';
import { ledgerWrite } from './ledger-store.ts';
import type { PeriodHouse } from './period-house.ts';
import { chainWrite, type StoredPeriod, whileRound } from './period-store.ts';
import { sha256 } from './sha-256.ts';
import type { StatementHead } from './statement-store.ts';
import type { Write } from './write.ts';

/** Who closes periods, in their history. */
const WORKFLOW = 'workflow';

/** The instant of the approval: what is booked is booked as of it, however often the booking is begun anew. */
const approvedAt = ({ steps }: Period): string => {
  const at = steps.findLast(({ step }) => step === 'approve')?.at;
  if (at === undefined) throw new Error('A period is booked that nobody approved');
  return at;
};

const entriesOf = (statement: Statement, at: string): Write[] =>
  statementPostings(statement, at).map((posting) => {
    const entry = post(posting);
    if ('refused' in entry) throw new Error(`A statement cannot be booked: ${entry.refused[0]?.detail}`);
    return ledgerWrite(entry);
  });

const accountLineOf = ({
  number,
  document,
  month,
  memberId,
  amount,
  currency,
  issuedAt,
  dueOn: due,
  corrects,
}: Invoice): AccountLine => ({
  ...{ at: issuedAt, entryId: `statement-${month}-${memberId}`, kind: document, amount, currency, reference: number },
  ...(document === 'invoice' && { dueOn: due }),
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
): Promise<void> => {
  const at = approvedAt(period);
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
  await house.accounts.issue(fiscalYearOf(at, billing.fiscalYearStartsIn), invoice, (numbered) => [
    during,
    bookedWrite(head, at, numbered.number),
    accountWrite(memberId, accountLineOf(numbered)),
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
  for (const head of await house.statements.heads(marked)) {
    if (!timeLeft()) return false;
    if (head.booked === undefined) await bookStatement(house, marked, head, billing);
  }
  const heads = await house.statements.heads(marked);
  if (heads.some(({ booked }) => booked === undefined)) return false;
  // Nothing may write them since they were approved; were it so, they are not sealed as if nothing had been.
  if (draftHash(month, heads, sha256) !== marked.draft?.hash) throw new Error(`${month} is not what was approved`);
  return seal(house, await house.periods.load(month), heads, now);
};
