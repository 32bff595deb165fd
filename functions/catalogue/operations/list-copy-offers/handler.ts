import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { titlesIn } from '../../data/titles.ts';
import { offerView } from '../../schemas/copy-offer-shapes.ts';
import { listOffers } from '../../use-cases/copy-offers.ts';
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
