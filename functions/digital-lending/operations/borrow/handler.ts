import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronDeps } from '../../deps.ts';
import { borrowTitle } from '../../use-cases/borrow-title.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronDeps, ({ actor, path, now }, deps) =>
  borrowTitle(deps, { actor: patronOf(actor), ...path, now }),
);
