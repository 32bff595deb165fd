import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { titleDeps } from '../../deps.ts';
import { offerView } from '../../schemas/copy-offers.ts';
import { noteOf } from '../../use-cases/describe-act.ts';
import { withdrawOffer } from '../../use-cases/withdraw-offer.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, titleDeps, async (request, { table, titles, ids, clock }) => {
  const { path, now, keep } = request;
  const { memberId, itemId } = path;
  const done = await withdrawOffer(table, {
    ...{ memberId, itemId, note: noteOf({ ids, clock }, request)() },
    titleOf: ({ sourceId }) => titles.ofSource(sourceId, now),
    keep: (offer, title) => keep(offerView(offer, title)),
  });
  if (done === 'unknown-offer') return refuse(done, `${memberId} does not offer the copy ${itemId}.`, '/path/itemId');
  if (done === 'offer-over') return refuse(done, 'Another member has taken the copy.');
  return answer(offerView(done.offer, done.title));
});
