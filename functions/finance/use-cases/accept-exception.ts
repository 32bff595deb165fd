import { exactText } from '../../../layers/kernel/money/exact.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { ReconciliationDeps } from '../deps.ts';
import type { Acceptance } from '../domain/cloud-bills/acceptance.ts';
import { reconcileMonth, reconciliationView } from './reconcile-month.ts';

type Input = {
  month: string;
  exception: Pick<Acceptance, 'exceptionId' | 'difference' | 'reason'>;
  by: string;
  now: number;
};

/** Accepts a difference between bill and metering, with the reason. The acceptance applies only to this difference. */
export const acceptException = async (
  { ids, ...deps }: ReconciliationDeps & { ids: Ids },
  { month, exception, by, now }: Input,
) => {
  const read = await reconcileMonth(deps, month, now);
  if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/month');
  const { exceptionId } = exception;
  const found = read.found?.reconciliation.exceptions.find(({ id }) => id === exceptionId);
  if (!found) return refuse('unknown-exception', `${month} has no ${exceptionId}.`, '/body/exceptionId');
  const difference = exactText(found.difference);
  if (difference !== exception.difference)
    return refuse('difference-moved', `The difference is ${difference} now.`, '/body/difference');
  const acceptance: Acceptance = { ...exception, by, at: iso(now) };
  const { billId } = read.found?.bill ?? {};
  const accepted = await deps.bills.accept(month, acceptance, {
    ...{ subject: `platform-month:${month}`, at: acceptance.at, auditId: ids.next('audit', now) },
    ...{ by, did: 'exception-accepted', detail: { billId, ...exception } },
  });
  if (accepted === 'approved')
    return refuse('period-closed', `${month} is approved or closed: differences of its bill are final.`, '/path/month');
  if (accepted === 'there') return refuse('already-accepted', 'Somebody has accepted it.');
  return answer(reconciliationView({ ...read, acceptances: [...read.acceptances, acceptance] }));
};
