import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { reconciliationDeps } from '../../deps.ts';
import { acceptExceptions } from '../../use-cases/accept-exception.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, reconciliationDeps, ({ actor, path: { month }, body, now }, deps) =>
  acceptExceptions(deps, { month, ...body, by: actorName(actor), now }),
);
