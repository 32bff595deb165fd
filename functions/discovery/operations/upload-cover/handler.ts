import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { uploadDeps } from '../../deps.ts';
import { uploadCover } from '../../use-cases/covers/upload-cover.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, uploadDeps, ({ actor, path, body, now, keep }, deps) =>
  uploadCover(deps, { ...path, ...body, by: actorName(actor), now, keep }),
);
