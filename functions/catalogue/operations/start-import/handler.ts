import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { importStartDeps } from '../../deps.ts';
import { startImport } from '../../use-cases/start-import.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, importStartDeps, ({ actor, path, body, now }, deps) =>
  startImport(deps, { ...path, ...body, by: actorName(actor), now }),
);
