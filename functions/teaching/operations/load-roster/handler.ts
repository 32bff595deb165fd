import { handle } from '../../../../layers/platform/http/handle.ts';
import { schoolDeps } from '../../deps.ts';
import { loadRoster } from '../../use-cases/load-roster.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, ({ path, body, now }, deps) =>
  loadRoster(deps, { ...path, ...body, now }),
);
