import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { offerDeps } from '../../deps.ts';
import { offerView } from '../../schemas/copy-offers.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, offerDeps, async ({ query, now }, { listOffers, titles }) => {
  const page = await listOffers(query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows, next } = page;
  const offers = await Promise.all(
    rows.map(async (offer) => offerView(offer, await titles.ofSource(offer.sourceId, now))),
  );
  return answer({ offers, ...(next === undefined ? {} : { next }) });
});
