import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { staffDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, staffDeps, async ({ actor, body, now }, { staff }) => {
  const { id, session } = staffOf(actor);
  await staff.signOut(id, body.everywhere ? undefined : session, now);
  return answer({ signedOutAt: iso(now) });
});
