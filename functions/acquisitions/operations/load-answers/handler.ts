import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { orderDeps } from '../../deps.ts';
import { loadAnswers } from '../../use-cases/load-answers.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, orderDeps, ({ actor, path: { memberId }, body: asked, now }, deps) =>
  loadAnswers(deps, { memberId, asked, by: actorName(actor), now }),
);
