import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { packEvidence } from '../../use-cases/pack-evidence.ts';
import { contract } from './contract.ts';

/** Of the function's five minutes, so long a new day is begun at most: the rest is for the one at hand. */
const PACKING_MS = 150_000;

export const handler = work(
  contract,
  (runtime) => ({ table: openTable(runtime), bucket: openBucket(runtime) }),
  async (_event: unknown, { clock, ...house }, { now }) =>
    packEvidence(house, { now, timeLeft: () => clock.now() - now < PACKING_MS }),
);
