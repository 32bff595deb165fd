import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { meetingDeps } from '../../deps.ts';
import { stepMeeting } from '../../use-cases/bodies/step-meeting.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, meetingDeps, ({ actor, path: { bodyId }, body: wanted, now, keep }, deps) =>
  stepMeeting(deps, { bodyId, wanted, actor: staffOf(actor), now, keep }),
);
