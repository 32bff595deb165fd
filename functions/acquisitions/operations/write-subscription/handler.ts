import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { serialDeps } from '../../deps.ts';
import { writeSubscription } from '../../use-cases/write-subscription.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, serialDeps, ({ actor, path: { memberId }, body: asked, now, keep }, deps) =>
  writeSubscription(deps, { memberId, asked, by: actorName(actor), now, keep }),
);
