import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { fundDeps } from '../../deps.ts';
import { setYear } from '../../use-cases/set-year.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, fundDeps, ({ actor, path: place, body: terms, now, keep }, deps) =>
  setYear(deps, { place, terms, by: actorName(actor), now, keep }),
);
