import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { claims, type Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { mayAct } from '../../patrons/public/proxy.ts';
import { proxyStands, proxyStore } from '../../patrons/public/proxy-store.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import { resolvePatron } from './resolve-patron.ts';

type Borrowed = { item: ItemCirculation; patron: PatronStatus; claim: Hold | undefined; at: string };
type ProxyRefusal = 'not-a-proxy' | 'unknown-patron' | 'card-replaced' | 'card-shared' | 'held-at';

/**
 * Who borrows for the patron, and the check that the leave to do so still stands in the write itself. What waits on the hold
 * shelf is collected, all else borrowed. Nothing when nobody else is named; refuses who has no leave.
 */
export const resolveProxy = async (
  house: CirculationStores,
  proxy: string | undefined,
  { item, patron, claim, at }: Borrowed,
  reading: Consistency,
): Promise<{ named: { proxyId?: string }; writes: Write[] } | { refused: RefusalOf<ProxyRefusal>[] }> => {
  if (proxy === undefined) return { named: {}, writes: [] };
  const person = await resolvePatron(house, { patron: proxy }, reading);
  if ('refused' in person) return { refused: person.refused.map((one) => ({ ...one, pointer: '/body/proxy' })) };
  const leave = await proxyStore(house.table).get(patron.patronId, person.patronId, reading);
  const fetched = claims(claim, item.itemId) && claim.patronId === patron.patronId;
  if (!leave || !mayAct(leave, fetched ? 'collect' : 'borrow', at.slice(0, 10))) {
    return refuse('not-a-proxy', 'No leave, or it has ended.', '/body/proxy');
  }
  return { named: { proxyId: person.patronId }, writes: [proxyStands(leave)] };
};
