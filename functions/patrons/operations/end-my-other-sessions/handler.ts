import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { endOtherSessions } from '../../use-cases/end-sessions.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, now, keep }, deps) => {
  const { id: patronId, session } = patronOf(actor);
  return endOtherSessions(deps, { patronId, session, now, keep });
});
