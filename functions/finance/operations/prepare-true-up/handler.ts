import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { trueUpDeps } from '../../deps.ts';
import { prepareTrueUp } from '../../use-cases/prepare-true-up.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, trueUpDeps, ({ actor, path, body: { seal, ...input }, now, keep }, deps) =>
  prepareTrueUp(deps, { fee: path.fee, year: Number(path.year), seal, input, by: actorName(actor), now, keep }),
);
