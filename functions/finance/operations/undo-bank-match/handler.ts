import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { bankMatchDeps } from '../../deps.ts';
import { undoBankMatch } from '../../use-cases/match-bank-entry.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, bankMatchDeps, ({ actor, path, now, keep }, deps) =>
  undoBankMatch(deps, { ...path, by: actorName(actor), now, keep }),
);
