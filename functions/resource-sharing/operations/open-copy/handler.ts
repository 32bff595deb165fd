import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { copyDeps } from '../../deps.ts';
import { openOwnCopy } from '../../use-cases/copies/open-own-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, copyDeps, ({ actor, path, now }, deps) =>
  openOwnCopy(deps, { ...path, patronId: patronOf(actor).id, now }),
);
