import { handle } from '../../../../layers/platform/http/handle.ts';
import { coverDeps } from '../../deps.ts';
import { showCover } from '../../use-cases/covers/show-cover.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, coverDeps, ({ path: { recordId }, query: { size }, now }, deps) =>
  showCover(deps, { recordId, size }, now),
);
