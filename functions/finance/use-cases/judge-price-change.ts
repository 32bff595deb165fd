import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PeriodStore } from '../data/period-store.ts';
import { bookInForce, priceBooks } from '../domain/pricing/books.ts';
import type { PriceChange } from '../domain/pricing/price-change.ts';
import { freeMonths, type MonthsRefused } from './free-months.ts';

/** The reason why a price change is not adopted. */
type Refused = MonthsRefused | { refused: 'no-such-book'; detail: string; pointer: string };

/**
 * Checks a price change from an instant (epoch ms) on against the built-in book of this region and the periods from then on. Returns the
 * checks for the write: that no such month has written statements. Refuses `no-such-book` (another region or currency, or none then),
 * `in-the-past` (more than 24 months back), `period-written`.
 */
export const judgePriceChange = async (
  { periods, region }: { periods: Pick<PeriodStore, 'list'>; region: string },
  change: PriceChange,
  when: { begins: number; now: number },
): Promise<{ checks: Write[] } | Refused> => {
  const { begins } = when;
  const shipped = bookInForce(priceBooks, region, iso(begins).slice(0, 10));
  if (!shipped || shipped.region !== change.region || shipped.currency !== change.currency) {
    const is = shipped ? `${shipped.region} in ${shipped.currency}` : `none in ${region} then`;
    return { refused: 'no-such-book', detail: `The shipped price book is ${is}.`, pointer: '/body/body/region' };
  }
  return freeMonths(periods, when);
};
