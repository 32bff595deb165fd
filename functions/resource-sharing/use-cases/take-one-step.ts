import { holds } from '../../../layers/kernel/identity/roles.ts';
import { TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { staffOf } from '../../../layers/platform/http/actor.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { supervisorOverride } from '../../circulation/public/supervisor-override.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import type { StepAtOnce } from '../domain/workflow/step-fields.ts';
import { sideOfStep } from '../domain/workflow/workflow.ts';
import { type BatchStepCode, isAtPickup, isForDesks } from '../schemas/step-refusals.ts';
import { dueByRule, findSuppliedItem, type Supplied } from './find-supplied-item.ts';
import { staffAt } from './request-role.ts';
import { sourcingSteps } from './sourcing-steps.ts';
import { type StepInput, takeAnyStep } from './take-step.ts';

/** One of several steps, and where, when and by whom all of them are taken. */
export type BatchStep = {
  requestId: string;
  askId?: string | undefined;
  step: StepAtOnce;
  reason?: string | undefined;
  barcode?: string | undefined;
  otherRecord?: boolean | undefined;
  due?: string | undefined;
  note?: string | undefined;
  override?: { comment: string } | undefined;
};
export type BatchContext = { actor: Actor | undefined; branchId: string; now: number };

type Refusing = { refused: RefusalOf<BatchStepCode>[] };
type Status = { state: string; label: string; meaning: string };
type Named = Pick<BatchStep, 'requestId' | 'askId' | 'step'>;
/** The result of one step. */
export type StepResult = (Named & { status: Status }) | (Named & Refusing);

const needsCopy: readonly StepAtOnce[] = ['accept', 'ship'];

/** The copy: the scanned one; a promise may be for the one that the ask names, but only a scan shows which copy leaves. */
const copyFor = async (
  deps: ResourceSharingDeps,
  { requestId, askId, step, barcode, otherRecord }: BatchStep,
  member: string,
): Promise<Supplied | Refusing> => {
  if (barcode !== undefined) return findSuppliedItem(deps, { barcode, member, requestId, otherRecord });
  if (step === 'ship') return refuse('barcode-missing', 'Scan the copy that leaves.');
  const stored = await deps.requests.load(requestId);
  const itemId = stored?.request.asks.find((ask) => ask.askId === askId && ask.supplierMember === member)?.itemId;
  const item = itemId === undefined ? undefined : await deps.items.get(itemId, { strong: true });
  return item ? { item } : refuse('barcode-missing', 'Say which copy, by its barcode.');
};

const inputOf = async (
  deps: ResourceSharingDeps,
  input: BatchStep,
  { actor, branchId, now }: BatchContext,
): Promise<{ step: StepInput } | Refusing> => {
  const { requestId, askId, step: trigger, reason, barcode, due, note } = input;
  const side = sideOfStep(trigger);
  const who = staffAt(actor, branchId, side);
  const place = { branchId, atPickup: isAtPickup(trigger), special: sourcingSteps };
  const step = { ...who, ...place, requestId, side, trigger, now, askId };
  if (!needsCopy.includes(trigger)) return { step: { ...step, particulars: { reason, barcode, due, note } } };
  const supervised = supervisorOverride(actor, branchId, input.override);
  if ('refused' in supervised) return supervised;
  const found = await copyFor(deps, input, who.viewer.member);
  if ('refused' in found) return found;
  const { item } = found;
  if (trigger === 'accept') return { step: { ...step, ...supervised, ...found } };
  const until = due ?? (await dueByRule(deps, requestId, item, now));
  return {
    step: { ...step, ...supervised, ...found, particulars: { itemId: item.itemId, barcode: item.barcode, due: until } },
  };
};

const mayTake = ({ actor, branchId }: BatchContext, step: StepAtOnce): boolean =>
  isForDesks(step) || holds(staffOf(actor).grants, 'ill', { scope: 'branch', branch: branchId });

const attempt = async (
  deps: ResourceSharingDeps,
  input: BatchStep,
  together: BatchContext,
): Promise<{ status: Status } | Refusing> => {
  if (!mayTake(together, input.step)) return refuse('not-your-step', 'This is for staff for interlibrary loan.');
  const made = await inputOf(deps, input, together);
  if ('refused' in made) return made;
  const taken = await takeAnyStep(deps, made.step);
  return 'refused' in taken ? taken : { status: taken.ok.status };
};

/** Takes one of several steps; each obstacle is its own answer, also after too many conflicts. */
export const takeOneStep = async (
  deps: ResourceSharingDeps,
  input: BatchStep,
  together: BatchContext,
): Promise<StepResult> => {
  const { requestId, askId, step } = input;
  const taken = await attempt(deps, input, together).catch((thrown: unknown) => {
    if (thrown instanceof TableConflict) return refuse('changed-meanwhile' as const, 'Others changed it: try again.');
    throw thrown;
  });
  const named = { requestId, ...(askId && { askId }), step };
  if (!('refused' in taken)) return { ...named, status: taken.status };
  return { ...named, refused: taken.refused.map(({ pointer: _, ...reason }) => reason) };
};
