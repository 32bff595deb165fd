import * as z from 'zod';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { proxyStore } from '../data/proxy-store.ts';
import { fullName } from '../domain/person.ts';
import { type Leave, proxyActs } from '../domain/proxy.ts';
import { deskStores } from './desk.ts';

/** What leave is given for; borrowing includes collecting. */
export const maySchema = z.array(z.enum(proxyActs)).min(1).max(proxyActs.length);

/** The stores with that of proxies. */
export const withProxies = (runtime: Runtime) => {
  const stores = deskStores(runtime);
  return { ...stores, proxies: proxyStore(stores.table) };
};

/** Leave as shown: until when, for what, and who the other of the two is. */
export const leaveSchema = z.strictObject({
  patronId: z.string(),
  name: z.string(),
  until: z.string(),
  may: maySchema,
  ended: z.boolean(),
});

type Stores = Pick<ReturnType<typeof withProxies>, 'patrons'>;

/** Leave with the name of the other of the two; gone when the other is gone. `today` as `YYYY-MM-DD`. */
export const leavesShown = async (
  { patrons }: Stores,
  leaves: readonly Leave[],
  who: 'sponsorId' | 'proxyId',
  today: string,
): Promise<z.input<typeof leaveSchema>[]> => {
  const shown = leaves.map(async (leave) => {
    const other = await patrons.get(leave[who]);
    if (!other) return [];
    const name = fullName(other.person.person.name);
    return [{ patronId: other.status.patronId, name, until: leave.until, may: leave.may, ended: today > leave.until }];
  });
  return (await Promise.all(shown)).flat();
};

export const exampleLeave = {
  patronId: 'pat_01kaw5v7n0000000000000002z',
  name: 'Chidi Okafor',
  until: '2026-12-31',
  may: ['collect' as const],
  ended: false,
};
