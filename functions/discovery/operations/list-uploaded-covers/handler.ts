import { handle } from '../../../../layers/platform/http/handle.ts';
import { uploadListDeps } from '../../deps.ts';
import { listUploadedCovers } from '../../use-cases/covers/list-uploaded-covers.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, uploadListDeps, ({ path: { recordId } }, deps) =>
  listUploadedCovers(deps, recordId),
);
