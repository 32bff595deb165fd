import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { titlesIn } from '../../../catalogue/public/titles.ts';
import { itemStore } from '../../../items/public/item-store.ts';
import { deskStores, patronsPolicy } from '../../../patrons/public/desk.ts';
import { guardianSees } from '../../../patrons/public/ward.ts';
import { billStore } from '../../data/bill-store.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => {
  const stores = deskStores(runtime);
  const { table } = stores;
  return { ...stores, items: itemStore(table), bills: billStore(table), titles: titlesIn(table) };
};

export const handler = handle(contract, compose, async ({ actor, path: { patronId }, now }, deps) => {
  const ward = await deps.patrons.get(patronId);
  const policy = await patronsPolicy(deps, now);
  const today = iso(now).slice(0, 10);
  const sight = ward && guardianSees(ward.status, ward.person.person, patronOf(actor).id, policy, today);
  if (!sight || sight === 'nothing') return refuse('ward-unknown', 'You answer for no such patron.', '/path/patronId');
  const [items, bills] = await Promise.all([deps.items.lentTo(patronId), deps.bills.open(patronId)]);
  const titleOf = async (sourceId: string | undefined) => {
    const title = sight === 'titles' && sourceId !== undefined ? await deps.titles.ofSource(sourceId, now) : undefined;
    return title === undefined ? {} : { title };
  };
  const billed = await deps.items.getMany(bills.flatMap(({ itemId }) => itemId ?? []));
  const sourceOf = (itemId: string | undefined) => billed.find((item) => item.itemId === itemId)?.sourceId;
  const loans = items.flatMap(({ loan, sourceId }) => (loan ? [{ loan, sourceId }] : []));
  const shownLoans = loans.map(async ({ loan: { due, checkoutBranch }, sourceId }) => ({
    ...{ due, checkoutBranch },
    ...(await titleOf(sourceId)),
  }));
  const shownBills = bills.map(async ({ billId, kind, at, amount, open, currency, itemId }) => ({
    ...{ billId, kind, at, amount, open, currency },
    ...(await titleOf(sourceOf(itemId))),
  }));
  return answer({ patronId, sight, loans: await Promise.all(shownLoans), bills: await Promise.all(shownBills) });
});
