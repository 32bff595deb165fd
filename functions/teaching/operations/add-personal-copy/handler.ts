import { handle } from '../../../../layers/platform/http/handle.ts';
import { courseDeps } from '../../deps.ts';
import { addPersonalCopy } from '../../use-cases/add-personal-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, ({ path, body, now }, deps) =>
  addPersonalCopy(deps, { ...path, ...body, now }),
);
