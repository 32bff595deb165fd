import { whileNotClosed } from '../../../layers/data/period-store.ts';
import { endOfMonth } from '../../../layers/domain/ledger/netting.ts';
import { isOver } from '../../../layers/domain/periods/period.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { nettingHouse, nettingOf } from '../netting.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, nettingHouse, async ({ body: { month }, now }, { ledger, periods }) => {
  if (!isOver(month, now))
    return refuse('month-open', `It can be booked an hour after ${endOfMonth(month)}.`, '/body/month');
  const netting = await nettingOf(ledger, month);
  if (netting.posted) return answer(netting);
  // Whoever lost against another asker finds the month booked.
  if (await ledger.book(netting.postings, [whileNotClosed(month)]))
    return answer({ ...netting, posted: netting.postings.length > 0 });
  if ((await periods.load(month)).period.state === 'closed')
    return refuse('period-closed', `${month} is closed: nothing is booked into it any more.`, '/body/month');
  return answer(await nettingOf(ledger, month));
});
