import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { reminderDeps } from '../../deps.ts';
import { sendReminder } from '../../use-cases/send-reminder.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, reminderDeps, ({ actor, path: { memberId }, body, now }, deps) =>
  sendReminder(deps, { memberId, ...body, by: actorName(actor), now }),
);
