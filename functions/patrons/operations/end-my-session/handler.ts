import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { endSession } from '../../use-cases/end-sessions.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, path: { sessionId: session }, now, keep }, deps) =>
  endSession(deps, { patronId: patronOf(actor).id, session, now, keep }),
);
