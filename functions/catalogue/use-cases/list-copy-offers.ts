import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { offerDeps } from '../deps.ts';
import { offerView } from '../schemas/copy-offers.ts';

/** Lists the open offers of last copies, with the titles of their records at `now` (epoch ms). */
export const listCopyOffers = async (
  { listOffers, titles }: ReturnType<typeof offerDeps>,
  { page, now }: { page: PageRequest; now: number },
) => {
  const found = await listOffers(page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows, next } = found;
  const offers = await Promise.all(
    rows.map(async (offer) => offerView(offer, await titles.ofSource(offer.sourceId, now))),
  );
  return answer({ offers, ...(next === undefined ? {} : { next }) });
};
