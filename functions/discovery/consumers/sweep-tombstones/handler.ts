import { work } from '../../../../layers/platform/http/work.ts';
import { sweepDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = work(contract, sweepDeps, async (_event: unknown, deps, { now }) => ({
  swept: await deps.sweepTombstones(now),
}));
