import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { proposalDeps } from '../../deps.ts';
import { setSecond } from '../../use-cases/set-second.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, proposalDeps, ({ actor, path, body: wanted, now }, deps) =>
  setSecond(deps, { ...path, wanted, actor: staffOf(actor), now }),
);
