import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { schoolDeps } from '../../deps.ts';
import { showTaughtClass } from '../../use-cases/show-taught-class.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, ({ actor, path, now }, deps) =>
  showTaughtClass(deps, { teacherId: patronOf(actor).id, ...path, now }),
);
