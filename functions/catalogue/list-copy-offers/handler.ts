import { listOffers } from '../../../layers/data/catalogue/copy-offers.ts';
import { titlesIn } from '../../../layers/data/titles.ts';
import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { offerView } from '../copy-offer-shapes.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, titles: titlesIn(table) };
  },
  async ({ query, now }, { table, titles }) => {
    const page = await listOffers(table, query);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
    const { rows, next } = page;
    const offers = await Promise.all(
      rows.map(async (offer) => offerView(offer, await titles.ofSource(offer.sourceId, now))),
    );
    return answer({ offers, ...(next === undefined ? {} : { next }) });
  },
);
