import { exactText } from '../../../layers/kernel/money/exact.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { ReconciliationDeps } from '../deps.ts';
import { type Acceptance, judged } from '../domain/cloud-bills/acceptance.ts';
import type { BillException } from '../domain/cloud-bills/reconciliation.ts';
import { reconcileMonth, reconciliationView } from './reconcile-month.ts';

type Input = {
  month: string;
  exceptions: readonly Pick<Acceptance, 'exceptionId' | 'difference'>[];
  reason: string;
  by: string;
  now: number;
};

type Refused = { refused: 'unknown-exception' | 'difference-moved'; detail: string; pointer: string };

/** Returns the first of the differences that the month no longer has as it was displayed. */
const notAsDisplayed = (
  { exceptions, month }: Pick<Input, 'exceptions' | 'month'>,
  all: readonly BillException[],
): Refused | undefined => {
  for (const [at, { exceptionId, difference }] of exceptions.entries()) {
    const pointer = `/body/exceptions/${at}`;
    const found = all.find(({ id }) => id === exceptionId);
    if (!found) return { refused: 'unknown-exception', detail: `${month} has no ${exceptionId}.`, pointer };
    const now = exactText(found.difference);
    if (now !== difference) return { refused: 'difference-moved', detail: `The difference is ${now} now.`, pointer };
  }
  return undefined;
};

/**
 * Accepts differences between bill and metering with one reason, all or none. Each acceptance applies to exactly its difference.
 */
export const acceptExceptions = async (
  { ids, ...deps }: ReconciliationDeps & { ids: Ids },
  { month, exceptions, reason, by, now }: Input,
) => {
  const read = await reconcileMonth(deps, month, now);
  if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/month');
  const { acceptances, rules, report, found } = read;
  const all = found ? judged(found.reconciliation, { acceptances, rules, minorDigits: report.minorDigits }) : [];
  const refused = notAsDisplayed({ month, exceptions }, all);
  if (refused) return refuse(refused.refused, refused.detail, refused.pointer);
  const at = iso(now);
  const added = exceptions.map((exception): Acceptance => ({ ...exception, reason, by, at }));
  const accepted = await deps.bills.accept(month, added, {
    ...{ subject: `platform-month:${month}`, at, auditId: ids.next('audit', now) },
    ...{ by, did: 'exception-accepted', detail: { billId: found?.bill.billId, exceptions, reason } },
  });
  if (accepted === 'approved')
    return refuse('period-closed', `${month} is approved or closed: differences of its bill are final.`, '/path/month');
  if (accepted === 'there') return refuse('already-accepted', 'Somebody has accepted one of them.');
  return answer(reconciliationView({ ...read, acceptances: [...acceptances, ...added] }));
};
