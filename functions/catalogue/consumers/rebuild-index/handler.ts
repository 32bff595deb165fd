import { work } from '../../../../layers/platform/http/work.ts';
import { rebuildDeps } from '../../deps.ts';
import { rebuildCallSchema, rebuildWholeIndex } from '../../use-cases/rebuild-index.ts';
import { contract } from './contract.ts';

/** Does one call of a rebuild. Takes nothing, or the output of the previous call. */
export const handler = work(
  contract,
  rebuildDeps,
  async (event: unknown, { table, index, sources, walk, ...runtime }, { now }) =>
    rebuildWholeIndex({ table, index, sources, walk }, runtime, rebuildCallSchema.parse(event ?? {}), now),
);
