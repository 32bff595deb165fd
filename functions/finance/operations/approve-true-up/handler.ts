import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { trueUpDeps } from '../../deps.ts';
import { approveTrueUp } from '../../use-cases/approve-true-up.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, trueUpDeps, ({ actor, path, body, now, keep }, deps) =>
  approveTrueUp(deps, { fee: path.fee, year: Number(path.year), ...body, by: actorName(actor), now, keep }),
);
