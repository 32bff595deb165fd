import { openEngine } from '../../../layers/data/search/client.ts';
import { sweepTombstones } from '../../../layers/data/search/sweep.ts';
import { work } from '../../../layers/http/work.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ engine: openEngine(runtime) }),
  async (_event: unknown, { engine }, { now }) => ({ swept: await sweepTombstones(engine, now) }),
);
