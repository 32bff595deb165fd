import type * as z from 'zod';
import { type citationInputSchema, citationOf } from '../../../layers/kernel/citation/citation-input.ts';
import { withoutUndefined } from '../../../layers/kernel/collections/without-undefined.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import type { copyDecisionSchema } from '../domain/copyright/decision.ts';
import type { LoanRequestView } from '../domain/requests/view-schemas.ts';
import { isNote } from '../domain/workflow/notes.ts';
import { sideOfStep } from '../domain/workflow/workflow.ts';
import type { costSchema } from '../schemas/loan-request-input.ts';
import type { termsInput } from '../schemas/terms-input.ts';
import { staffAt } from './request-role.ts';
import { sourcingSteps } from './sourcing-steps.ts';
import { type StepInput, takeStep } from './take-step.ts';

/** A less usual step as staff state it: its name, their branch, and what belongs to it. */
type StaffStep = {
  branchId: string;
  step: Parameters<typeof takeStep>[1]['trigger'];
  askId?: string | undefined;
  due?: string | undefined;
  reason?: string | undefined;
  terms?: z.output<typeof termsInput> | undefined;
  decision?: z.output<typeof copyDecisionSchema> | undefined;
  note?: string | undefined;
  barcode?: string | undefined;
  needBy?: string | undefined;
  maxCost?: z.output<typeof costSchema> | undefined;
  citation?: z.output<typeof citationInputSchema> | undefined;
};

type Context = { actor: Actor | undefined; now: number; keep: (view: LoanRequestView) => Write[] };

/** Takes a step of a request for staff at a branch, on the side that the step belongs to. */
export const takeStaffStep = (
  deps: ResourceSharingDeps,
  requestId: string,
  { branchId, step: trigger, askId, ...stated }: StaffStep,
  { actor, now, keep }: Context,
) => {
  const side = sideOfStep(trigger);
  const { due, barcode, needBy, maxCost, citation, decision, note } = stated;
  // A decision states its kind, which is the reason of the step.
  const reason = stated.reason ?? decision?.kind;
  const decided = decision && { by: actorName(actor), decision };
  const terms = stated.terms && withoutUndefined(stated.terms);
  const changes = withoutUndefined({ needBy, maxCost, citation: citation && citationOf(citation) });
  const particulars: StepInput['particulars'] = { due, reason, barcode, terms, note };
  const step = { requestId, side, trigger, now, branchId, askId, particulars, changes, decided };
  // A note leaves the state unchanged: only its stored answer shows that it was written.
  const saved = isNote(trigger) ? { keep } : {};
  return takeStep(deps, { ...staffAt(actor, branchId, side), ...step, special: sourcingSteps, ...saved });
};
