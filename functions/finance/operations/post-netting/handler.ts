import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { whileNotClosed } from '../../../../layers/records/ledger/data/period-check.ts';
import { endOfMonth } from '../../../../layers/records/ledger/domain/netting.ts';
import { preparerWrite } from '../../data/period-preparers.ts';
import { isOver } from '../../domain/periods/period.ts';
import { nettingHouse, nettingOf } from '../../use-cases/netting.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  nettingHouse,
  async ({ actor, body: { month }, now }, { ledger, periods, ids }) => {
    if (!isOver(month, now))
      return refuse('month-open', `It can be booked an hour after ${endOfMonth(month)}.`, '/body/month');
    const netting = await nettingOf(ledger, month);
    if (netting.posted) return answer(netting);
    const by = actorName(actor);
    const audit = auditWrite({
      ...{ subject: `period:${month}`, at: iso(now), auditId: ids.next('audit', now), by, did: 'post-netting' },
      detail: { transfers: netting.transfers, entries: netting.postings.map(({ entryId }) => entryId) },
    });
    // Whoever lost against another asker finds the month booked.
    if (await ledger.book(netting.postings, [whileNotClosed(month), preparerWrite(month, by), audit]))
      return answer({ ...netting, posted: netting.postings.length > 0 });
    if ((await periods.load(month)).period.state === 'closed')
      return refuse('period-closed', `${month} is closed: nothing is booked into it any more.`, '/body/month');
    return answer(await nettingOf(ledger, month));
  },
);
