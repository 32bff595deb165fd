import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, path, now, keep }, { sessions }) => {
  const ended = { endedAt: iso(now) };
  const session = { patronId: patronOf(actor).id, session: path.sessionId };
  return (await sessions.end(session, keep(ended)))
    ? answer(ended)
    : refuse('unknown-session', 'It ended already, or is not yours.');
});
