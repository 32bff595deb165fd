import { type PeriodStore, whilePeriod } from '../../layers/data/period-store.ts';
import type { Write } from '../../layers/data/write.ts';
import { bookInForce, priceBooks } from '../../layers/domain/pricing/books.ts';
import type { PriceChange } from '../../layers/domain/pricing/price-change.ts';
import { monthsFrom, shiftedMonth } from '../../layers/domain/report/month.ts';
import { iso } from '../../layers/runtime/clock.ts';

/** How many months a price change may reach back: all of them are held in the one write that adopts it. */
const MONTHS_BACK = 24;

/** Why a price change is not adopted. */
type Refused = { refused: 'in-the-past' | 'no-such-book' | 'period-written'; detail: string; pointer: string };

/** Said of a month whose statements are written: what they were reckoned by stands. */
const periodWritten = (month: string, state: string): Refused => ({
  refused: 'period-written',
  detail: `The period ${month} is ${state}: let the change begin after it, or open it again while it is not closed.`,
  pointer: '/body/effectiveFrom',
});

const isFree = (state: string): boolean => state === 'open' || state === 'metered';

/**
 * Judges a price change that begins at an instant (epoch ms) against the shipped book of this region and the periods from then
 * on. Gives the checks that go into the write: that no such month has its statements written. Refuses `no-such-book` (another
 * region or currency, or none then), `in-the-past` (more than 24 months back), `period-written`.
 */
export const judgedPriceChange = async (
  { periods, region }: { periods: Pick<PeriodStore, 'list'>; region: string },
  change: PriceChange,
  { begins, now }: { begins: number; now: number },
): Promise<{ checks: Write[] } | Refused> => {
  const shipped = bookInForce(priceBooks, region, iso(begins).slice(0, 10));
  if (!shipped || shipped.region !== change.region || shipped.currency !== change.currency) {
    const is = shipped ? `${shipped.region} in ${shipped.currency}` : `none in ${region} then`;
    return { refused: 'no-such-book', detail: `The shipped price book is ${is}.`, pointer: '/body/body/region' };
  }
  const [from, to] = [iso(begins).slice(0, 7), iso(now).slice(0, 7)];
  const count = Math.max(0, monthsFrom(from, to));
  if (count > MONTHS_BACK + 1) {
    const detail = `A price change begins ${MONTHS_BACK} months back at most.`;
    return { refused: 'in-the-past', detail, pointer: '/body/effectiveFrom' };
  }
  const written = count === 0 ? undefined : (await periods.list(from, to)).find(({ state }) => !isFree(state));
  if (written) return periodWritten(written.month, written.state);
  const months = Array.from({ length: count }, (_, place) => shiftedMonth(from, place));
  return { checks: months.map((month) => whilePeriod(month, 'open', 'metered')) };
};
