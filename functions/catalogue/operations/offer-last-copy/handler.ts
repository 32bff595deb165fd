import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { itemStore } from '../../../items/public/item-store.ts';
import { isRetained } from '../../../items/public/withdrawal.ts';
import { titlesIn } from '../../data/titles.ts';
import { offerView } from '../../schemas/copy-offer-shapes.ts';
import { offerOf, offerWrite, standingOfCopy } from '../../use-cases/copy-offers.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, items: itemStore(table), titles: titlesIn(table) };
  },
  async ({ actor, path: { memberId }, body: { itemId, days }, now }, { table, items, titles }) => {
    // Read first: a copy that is taken between the two readings changes the offer.
    const standing = await offerOf(table, itemId);
    const item = await items.get(itemId, { strong: true });
    if (item?.memberId !== memberId || item.recordId === undefined)
      return refuse('unknown-item', `${memberId} has no item ${itemId}.`, '/body/itemId');
    if (isRetained(item, iso(now))) return refuse('item-retained', `It is to be kept until ${item.retained}.`);
    const { lastCopy } = await standingOfCopy(table, item);
    if (!lastCopy) return refuse('not-last-copy', 'Another copy of this title is held.', '/body/itemId');
    const write = offerWrite(item, standing, { now, days, by: actorName(actor) });
    if (write) await table.write([write]);
    const kept = await offerOf(table, itemId);
    if (kept?.state !== 'open')
      return refuse('not-last-copy', 'It was taken, or taken back, in this moment.', '/body/itemId');
    return answer(offerView(kept, await titles.ofSource(item.sourceId, now)));
  },
);
