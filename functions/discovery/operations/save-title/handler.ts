import { handle } from '../../../../layers/platform/http/handle.ts';
import { listRecordDeps } from '../../deps.ts';
import { saveTitle } from '../../use-cases/save-title.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listRecordDeps, ({ actor, path, body, now }, deps) =>
  saveTitle(deps, { actor, ...path, ...body, now }),
);
