import { handle } from '../../../../layers/platform/http/handle.ts';
import { fileDeps } from '../../deps.ts';
import { addFile } from '../../use-cases/add-file.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, fileDeps, ({ actor, path, body, now }, deps) =>
  addFile(deps, { actor, path, file: body }, now),
);
