import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { titleDeps } from '../../deps.ts';
import { offerView } from '../../schemas/copy-offers.ts';
import { offerLastCopy } from '../../use-cases/offer-last-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  titleDeps,
  async ({ actor, path: { memberId }, body: { itemId, days }, now }, { table, titles }) => {
    const offered = await offerLastCopy(table, { memberId, itemId, days, by: actorName(actor), now });
    if ('offer' in offered) return answer(offerView(offered.offer, await titles.ofSource(offered.sourceId, now)));
    switch (offered.refused) {
      case 'unknown-item':
        return refuse('unknown-item', `${memberId} has no item ${itemId}.`, '/body/itemId');
      case 'item-retained':
        return refuse('item-retained', `It is to be kept until ${offered.until}.`);
      case 'not-last-copy':
        return refuse('not-last-copy', 'Another copy of this title is held.', '/body/itemId');
      default:
        return refuse('not-last-copy', 'It was taken, or taken back, in this moment.', '/body/itemId');
    }
  },
);
