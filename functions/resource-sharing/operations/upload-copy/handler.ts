import { handle } from '../../../../layers/platform/http/handle.ts';
import { uploadDeps } from '../../deps.ts';
import { uploadCopy } from '../../use-cases/copies/upload-copy.ts';
import { staffAt } from '../../use-cases/request-role.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  uploadDeps,
  ({ actor, path: { requestId }, body: { branchId, askId, fileName, bytes }, now }, deps) => {
    const { member } = staffAt(actor, branchId, 'supplier').viewer;
    return uploadCopy(deps, { requestId, askId, member, fileName, bytes, now });
  },
);
