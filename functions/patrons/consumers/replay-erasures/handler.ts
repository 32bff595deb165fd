import { work } from '../../../../layers/platform/http/work.ts';
import { erasingDeps } from '../../deps.ts';
import { erasureAudit } from '../../use-cases/erasure-audit.ts';
import { replayCallSchema, replayErasures } from '../../use-cases/replay-erasures.ts';
import { contract } from './contract.ts';

/** Does one call of the replay. Takes nothing, or the output of the previous call. */
export const handler = work(contract, erasingDeps, (event: unknown, deps, { now }) =>
  replayErasures(deps, replayCallSchema.parse(event ?? {}), erasureAudit(deps.ids, now, 'restore')),
);
