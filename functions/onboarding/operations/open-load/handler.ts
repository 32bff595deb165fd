import { handle } from '../../../../layers/platform/http/handle.ts';
import { loadDeps } from '../../deps.ts';
import { openLoad } from '../../use-cases/open-load.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, loadDeps, ({ path, body, now }, deps) =>
  openLoad(deps, { ...path, ...body }, now),
);
