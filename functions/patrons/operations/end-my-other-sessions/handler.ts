import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, now, keep }, { sessions }) => {
  const { id, session } = patronOf(actor);
  const ended = { endedAt: iso(now) };
  await sessions.endAll(id, session, keep(ended));
  return answer(ended);
});
