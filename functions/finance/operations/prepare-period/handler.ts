import { exactText } from '../../../../layers/kernel/money/exact.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { type Outcome, refuse } from '../../../../layers/platform/http/outcome.ts';
import { netPositions } from '../../../../layers/records/ledger/domain/netting.ts';
import { billingOf, figuresOf } from '../../data/draft-statements.ts';
import type { ReadByDay } from '../../data/month-store.ts';
import { periodMachine } from '../../data/period-machine.ts';
import type { Reconciliation } from '../../domain/periods/period.ts';
import { modeOf } from '../../domain/statements/billing-policy.ts';
import type { PeriodView } from '../../schemas/period-shapes.ts';
import { type PeriodHouse, periodHouse } from '../../use-cases/period-house.ts';
import { takeStep } from '../../use-cases/take-step.ts';
import { contract } from './contract.ts';

/** Whether the statements would bill what members owe each other before the netting has cleared it. */
const nettingIsOpen = async ({ policies, ledger }: PeriodHouse, month: string): Promise<boolean> => {
  const { body } = await billingOf(policies, month);
  if (modeOf(body, 'between-members') !== 'charge') return false;
  const entries = await ledger.all(month);
  const booked = entries.some(({ kind }) => kind === 'netting-settled');
  return !booked && netPositions(entries).some(({ owed, owes }) => owed !== 0 || owes !== 0);
};

type Against = Reconciliation | { refused: 'bill-there' | 'unknown-bill' | 'exceptions-open'; detail: string };

const againstBill = async (
  { bills }: PeriodHouse,
  read: ReadByDay,
  { billId, reason = '' }: { billId?: string; reason?: string },
): Promise<Against> => {
  if (billId === undefined) {
    const there = await bills.latest(read.report.month);
    if (there === undefined) return { reason };
    return { refused: 'bill-there', detail: `The bill ${there} was taken in: set the figures against it.` };
  }
  const bill = await bills.find(read, billId);
  if (!bill) return { refused: 'unknown-bill', detail: 'It is not the latest bill of this month.' };
  if (bill.open > 0)
    return { refused: 'exceptions-open', detail: `${bill.open} differences from the bill are not explained yet.` };
  return { billId, billed: exactText(bill.total) };
};

type Answered = Outcome<PeriodView, keyof typeof contract.refusals>;

export const handler = handle(
  contract,
  (runtime) => ({ house: periodHouse(runtime), machine: periodMachine(runtime) }),
  async ({ actor, path: { month }, body, now, keep }, { house, machine, ids }): Promise<Answered> => {
    const read = await house.months.readByDay(month, now);
    if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/month');
    const deps = { periods: house.periods, machine, ids };
    const metered = figuresOf(read);
    if (body.step === 'meter') return takeStep(deps, month, 'meter', { metered }, { actor, now, keep });
    const reconciliation = await againstBill(house, read, body);
    if ('refused' in reconciliation) return refuse(reconciliation.refused, reconciliation.detail, '/body/billId');
    if (await nettingIsOpen(house, month)) return refuse('netting-open', 'Book the month’s netting first.');
    return takeStep(deps, month, 'reconcile', { reconciliation, metered }, { actor, now, keep });
  },
);
