import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { bodyDeps } from '../../deps.ts';
import { writeBody } from '../../use-cases/bodies/write-body.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, bodyDeps, ({ actor, body: written, now, keep }, deps) =>
  writeBody(deps, { written, actor: staffOf(actor), now, keep }),
);
