import { work } from '../../../../layers/platform/http/work.ts';
import { openEngine } from '../../../../layers/platform/search/client.ts';
import { sweepTombstones } from '../../../catalogue/public/sweep.ts';
import { familyOf } from '../../../catalogue/public/versions.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ engine: openEngine(runtime), family: familyOf(runtime) }),
  async (_event: unknown, { engine, family }, { now }) => ({ swept: await sweepTombstones(engine, family, now) }),
);
