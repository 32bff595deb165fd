import { handle } from '../../../../layers/platform/http/handle.ts';
import { startingDeps } from '../../deps.ts';
import { startRun } from '../../use-cases/start-run.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, startingDeps, ({ actor, path, body, now }, deps) =>
  startRun(deps, { actor, path, ...body }, now),
);
