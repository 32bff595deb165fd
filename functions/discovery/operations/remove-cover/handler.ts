import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { uploadDeps } from '../../deps.ts';
import { removeCover } from '../../use-cases/covers/upload-cover.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, uploadDeps, ({ actor, path, now, keep }, deps) =>
  removeCover(deps, { ...path, by: actorName(actor), now, keep }),
);
