import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { memberDeps } from '../../deps.ts';
import { updateBranch } from '../../use-cases/update-branch.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, ({ actor, path, body, now }, deps) =>
  updateBranch(deps, { ...path, body, by: actorName(actor), now }),
);
