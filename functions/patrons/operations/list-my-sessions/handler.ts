import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { patronsDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, now }, { sessions }) => {
  const { id, session: own } = patronOf(actor);
  const open = await sessions.list(id, now);
  return answer({
    sessions: open.map(({ session, device, signedInAt, refreshedAt }) => ({
      ...{ sessionId: session, current: session === own, device, signedInAt, refreshedAt },
    })),
  });
});
