import { handle } from '../../../../layers/platform/http/handle.ts';
import { duplicateDeps } from '../../deps.ts';
import { listPossibleDuplicates } from '../../use-cases/list-possible-duplicates.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, duplicateDeps, ({ path, body }, deps) =>
  listPossibleDuplicates(deps, { ...path, ...body }),
);
