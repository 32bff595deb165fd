import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { nettingDeps } from '../../deps.ts';
import { postNetting } from '../../use-cases/post-netting.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, nettingDeps, ({ actor, body: { month }, now }, deps) =>
  postNetting(deps, { month, by: actorName(actor), now }),
);
