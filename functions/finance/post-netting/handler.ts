import { millis } from '../../../layers/domain/calendar/days.ts';
import { endOfMonth } from '../../../layers/domain/ledger/netting.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { nettingHouse, nettingOf } from '../netting.ts';
import { contract } from './contract.ts';

/** A request of the month's last second may still be writing: an hour is far beyond any. In milliseconds. */
const settling = 3_600_000;

export const handler = handle(contract, nettingHouse, async ({ body: { month }, now }, { ledger }) => {
  const end = endOfMonth(month);
  if (now < millis(end) + settling)
    return refuse('month-open', `It can be booked an hour after ${end}.`, '/body/month');
  const netting = await nettingOf(ledger, month);
  if (netting.posted) return answer(netting);
  // Whoever lost against another asker finds the month booked.
  if (await ledger.book(netting.postings)) return answer({ ...netting, posted: netting.postings.length > 0 });
  return answer(await nettingOf(ledger, month));
});
