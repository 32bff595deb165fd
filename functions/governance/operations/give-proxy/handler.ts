import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { votingDeps } from '../../deps.ts';
import { giveProxy } from '../../use-cases/voting/give-proxy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, votingDeps, ({ actor, path, body }, deps) =>
  giveProxy(deps, { ...path, ...body, actor: staffOf(actor), clock: deps.clock }),
);
