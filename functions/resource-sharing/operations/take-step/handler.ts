import { citationOf } from '../../../../layers/kernel/citation/citation-input.ts';
import { withoutUndefined } from '../../../../layers/kernel/collections/without-undefined.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { isNote } from '../../domain/workflow/notes.ts';
import { sideOfStep } from '../../domain/workflow/workflow.ts';
import { staffAt } from '../../use-cases/request-role.ts';
import { sourcingSteps } from '../../use-cases/sourcing-steps.ts';
import { takeStep } from '../../use-cases/take-step.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  resourceSharingDeps,
  ({ actor, path: { requestId }, body: { branchId, step: trigger, askId, ...body }, now, keep }, deps) => {
    const side = sideOfStep(trigger);
    const who = staffAt(actor, branchId, side);
    const { due, barcode, needBy, maxCost, citation, decision } = body;
    // A decision states its kind, which is the reason of the step.
    const reason = body.reason ?? decision?.kind;
    const decided = decision && { by: actorName(actor), decision };
    const terms = body.terms && withoutUndefined(body.terms);
    const changes = withoutUndefined({ needBy, maxCost, citation: citation && citationOf(citation) });
    const particulars = { due, reason, barcode, terms, note: body.note };
    const step = { requestId, side, trigger, now, branchId, askId, particulars, changes, decided };
    // A note leaves the state unchanged: only its stored answer shows that it was written.
    return takeStep(deps, { ...who, ...step, special: sourcingSteps, ...(isNote(trigger) && { keep }) });
  },
);
