import { exactText } from '../../../layers/kernel/money/exact.ts';
import { type Outcome, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { netPositions } from '../../../layers/records/ledger/domain/netting.ts';
import { billingOfMonth } from '../data/billing-in-force.ts';
import type { ReadByDay } from '../data/month-store.ts';
import type { PeriodMachine } from '../data/period-machine.ts';
import type { ClosingDeps } from '../deps.ts';
import { meteredFigures } from '../domain/periods/metered-figures.ts';
import type { PeriodRefusal, Reconciliation } from '../domain/periods/period.ts';
import { modeOf } from '../domain/statements/billing-policy.ts';
import type { PeriodView } from '../schemas/periods.ts';
import { latestBillOf, loadBilledMonth } from './load-billed-month.ts';
import { type StepInput, takeStep } from './take-period-step.ts';

type Deps = ClosingDeps & { machine: PeriodMachine; ids: Ids };
type Against = { billId?: string; reason?: string };
type Preparation = { step: 'meter' } | ({ step: 'reconcile' } & Against);

/** Returns whether the statements would bill debts between members before the netting has settled them. */
const nettingIsOpen = async ({ policies, ledger }: ClosingDeps, month: string): Promise<boolean> => {
  const { body } = await billingOfMonth(policies, month);
  if (modeOf(body, 'between-members') !== 'charge') return false;
  const entries = await ledger.all(month);
  const booked = entries.some(({ kind }) => kind === 'netting-settled');
  return !booked && netPositions(entries).some(({ owed, owes }) => owed !== 0 || owes !== 0);
};

type Refused = { refused: 'bill-there' | 'unknown-bill' | 'exceptions-open'; detail: string };

const againstBill = async (
  deps: ClosingDeps,
  read: ReadByDay,
  { billId, reason = '' }: Against,
): Promise<Reconciliation | Refused> => {
  if (billId === undefined) {
    const there = await latestBillOf(deps, read.report.month);
    if (there === undefined) return { reason };
    return { refused: 'bill-there', detail: `The bill ${there} was taken in: set the figures against it.` };
  }
  const bill = await loadBilledMonth(deps, read, billId);
  if (!bill) return { refused: 'unknown-bill', detail: 'It is not the latest bill of this month.' };
  if (bill.open > 0)
    return { refused: 'exceptions-open', detail: `${bill.open} differences from the bill are not explained yet.` };
  const { total, support } = bill;
  return { billId, billed: exactText(total), ...(support !== 0n && { support: exactText(support) }) };
};

type PreparationRefusal =
  | 'no-report'
  | 'netting-open'
  | 'changed-meanwhile'
  | Refused['refused']
  | PeriodRefusal<'meter' | 'reconcile'>;

/** Prepares a month for its close: takes its metered figures, or reconciles them with the bill of the platform. */
export const preparePeriod = async (
  deps: Deps,
  month: string,
  preparation: Preparation,
  input: StepInput,
): Promise<Outcome<PeriodView, PreparationRefusal>> => {
  const read = await deps.months.readByDay(month, input.now);
  if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/month');
  const metered = meteredFigures(read.report, read.synthetic);
  if (preparation.step === 'meter') return takeStep(deps, month, 'meter', { metered }, input);
  const reconciliation = await againstBill(deps, read, preparation);
  if ('refused' in reconciliation) return refuse(reconciliation.refused, reconciliation.detail, '/body/billId');
  if (await nettingIsOpen(deps, month)) return refuse('netting-open', 'Book the month’s netting first.');
  return takeStep(deps, month, 'reconcile', { reconciliation, metered }, input);
};
