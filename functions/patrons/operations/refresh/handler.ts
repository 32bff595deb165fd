import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { signInDeps } from '../../deps.ts';
import { refreshSession } from '../../use-cases/refresh-session.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, signInDeps, ({ actor, now }, deps) =>
  refreshSession(deps, patronOf(actor), now),
);
