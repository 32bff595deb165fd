import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { serialDeps } from '../../deps.ts';
import { stepIssue } from '../../use-cases/step-issue.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, serialDeps, ({ actor, path: place, body: asked, now, keep }, deps) =>
  stepIssue(deps, { place, asked, by: actorName(actor), now, keep }),
);
