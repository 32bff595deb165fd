import { handle } from '../../../../layers/platform/http/handle.ts';
import { listPageDeps } from '../../deps.ts';
import { showSharedList } from '../../use-cases/show-shared-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listPageDeps, ({ path: { token }, query: { after }, now }, deps) =>
  showSharedList(deps, { token, after, now }),
);
