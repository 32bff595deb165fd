import { work } from '../../../../layers/platform/http/work.ts';
import { watchDeps } from '../../deps.ts';
import { rebuildWatches } from '../../use-cases/rebuild-watches.ts';
import { contract } from './contract.ts';

export const handler = work(contract, watchDeps, (_event: unknown, deps, { now }) => rebuildWatches(deps, now));
