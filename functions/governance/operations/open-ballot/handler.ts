import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { openingDeps } from '../../deps.ts';
import { openBallot } from '../../use-cases/voting/open-ballot.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, openingDeps, ({ actor, path, body: wanted, now }, deps) =>
  openBallot(deps, { ...path, wanted, actor: staffOf(actor), now }),
);
