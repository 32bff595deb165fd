import { carryOnAll } from '../../../layers/data/merge-patrons.ts';
import { work } from '../../../layers/http/work.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { deskStores, patronsPolicy } from '../desk.ts';
import { contract } from './contract.ts';

export const handler = work(contract, deskStores, async (_event: unknown, stores, { now }) =>
  carryOnAll(stores.table, (await patronsPolicy(stores, now)).loans, iso(now)),
);
