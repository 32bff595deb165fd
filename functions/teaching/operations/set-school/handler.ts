import { handle } from '../../../../layers/platform/http/handle.ts';
import { schoolDeps } from '../../deps.ts';
import { setSchool } from '../../use-cases/set-school.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, ({ path, body: scheme, now }, deps) =>
  setSchool(deps, { ...path, scheme, now }),
);
