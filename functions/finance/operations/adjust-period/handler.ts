import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { adjustmentDeps } from '../../deps.ts';
import { adjustPeriod } from '../../use-cases/adjust-period.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, adjustmentDeps, ({ actor, path: { month }, body: input, now, keep }, deps) =>
  adjustPeriod(deps, { month, input, by: actorName(actor), now, keep }),
);
