import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { listOwnProxies } from '../../use-cases/list-own-proxies.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, now }, deps) =>
  listOwnProxies(deps, patronOf(actor).id, now),
);
