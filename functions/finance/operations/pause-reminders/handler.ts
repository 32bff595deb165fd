import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { paymentDeps } from '../../deps.ts';
import { pauseReminders } from '../../use-cases/pause-reminders.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, paymentDeps, ({ actor, path: { memberId }, body: pause, now, keep }, deps) =>
  pauseReminders(deps, { memberId, pause, by: actorName(actor), now, keep }),
);
