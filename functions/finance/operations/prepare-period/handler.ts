import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { preparationDeps } from '../../deps.ts';
import { preparePeriod } from '../../use-cases/prepare-period.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, preparationDeps, ({ actor, path: { month }, body, now, keep }, deps) =>
  preparePeriod(deps, month, body, { by: actorName(actor), now, keep }),
);
