import { handle } from '../../../../layers/platform/http/handle.ts';
import { inventoryDeps } from '../../deps.ts';
import { noteScans } from '../../use-cases/note-scans.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inventoryDeps, ({ path, body, now }, deps) =>
  noteScans(deps, { ...path, ...body, now }),
);
