import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { restatementDeps } from '../../deps.ts';
import { approveRestatement } from '../../use-cases/approve-restatement.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, restatementDeps, ({ actor, path: { month }, body, now, keep }, deps) =>
  approveRestatement(deps, { month, ...body, by: actorName(actor), now, keep }),
);
