import { handle } from '../../../../layers/platform/http/handle.ts';
import { listExportDeps } from '../../deps.ts';
import { exportList } from '../../use-cases/export-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listExportDeps, ({ actor, path: { listId, form }, now }, deps) =>
  exportList(deps, { actor, listId, form, now }),
);
