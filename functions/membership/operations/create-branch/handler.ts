import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { memberDeps } from '../../deps.ts';
import { createBranch } from '../../use-cases/create-branch.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, ({ actor, path, body: branch, now }, { branches }) =>
  createBranch(branches, { ...path, branch, by: actorName(actor), now }),
);
