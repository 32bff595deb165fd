import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { fundDeps } from '../../deps.ts';
import { setFund } from '../../use-cases/set-fund.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, fundDeps, ({ actor, path: place, body: terms, now, keep }, deps) =>
  setFund(deps, { place, terms, by: actorName(actor), now, keep }),
);
