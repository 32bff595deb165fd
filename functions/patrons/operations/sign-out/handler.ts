import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, body, now }, { sessions }) => {
  const { id: patronId, session = '' } = patronOf(actor);
  if (body.everywhere) await sessions.endAll(patronId);
  else await sessions.end({ patronId, session });
  return answer({ signedOutAt: iso(now) });
});
