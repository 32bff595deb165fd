import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { LedgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { whileNotClosed } from '../../../layers/records/ledger/data/period-check.ts';
import { endOfMonth } from '../../../layers/records/ledger/domain/netting.ts';
import { preparerWrite } from '../data/period-preparers.ts';
import type { PeriodStore } from '../data/period-store.ts';
import { isOver } from '../domain/periods/period.ts';
import { calculateNetting } from './calculate-netting.ts';

type Deps = { ledger: LedgerStore; periods: PeriodStore; ids: Ids };

/** Books the netting of a month between members, once. Whoever books it counts as a preparer of the month. */
export const postNetting = async (
  { ledger, periods, ids }: Deps,
  { month, by, now }: { month: string; by: string; now: number },
) => {
  if (!isOver(month, now))
    return refuse('month-open', `It can be booked an hour after ${endOfMonth(month)}.`, '/body/month');
  const netting = await calculateNetting(ledger, month);
  if (netting.posted) return answer(netting);
  const audit = auditWrite({
    ...{ subject: `period:${month}`, at: iso(now), auditId: ids.next('audit', now), by, did: 'post-netting' },
    detail: { transfers: netting.transfers, entries: netting.postings.map(({ entryId }) => entryId) },
  });
  if (await ledger.book(netting.postings, [whileNotClosed(month), preparerWrite(month, by), audit]))
    return answer({ ...netting, posted: netting.postings.length > 0 });
  if ((await periods.load(month)).period.state === 'closed')
    return refuse('period-closed', `${month} is closed: nothing is booked into it any more.`, '/body/month');
  // A concurrent caller has booked the month.
  return answer(await calculateNetting(ledger, month));
};
