import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import type { NewKey } from '../../circulation/public/used-keys.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { startWorkflow, wakeWorkflow } from '../data/loan-machine.ts';
import type { StoredLoanRequest } from '../data/loan-request-store.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import type { Particulars } from '../domain/messages/message.ts';
import { currentAsk, type DoneBy, type LoanRequest, payerOf } from '../domain/requests/request.ts';
import type { LoanRequestView } from '../domain/requests/view-schemas.ts';
import { type ViewerRole, viewOf } from '../domain/requests/views.ts';
import { type Acted, act } from '../domain/workflow/act.ts';
import type { Side, Trigger } from '../domain/workflow/triggers.ts';
import { withAsk } from '../domain/workflow/with-ask.ts';
import type { LocalWay } from '../schemas/loan-request-input.ts';
import type { StepCode } from '../schemas/requests.ts';
import { type Decided, recountCopy } from './copies/count-copy.ts';
import type { ItemRefusal } from './item-moves/move-item.ts';
import { saveStep } from './save-step.ts';
import { type Done, type FilledBy, isSourcingStep, type SourcingSteps } from './sourcing-step.ts';
import { overLimit, overMaximum, tooDear } from './spending-limits.ts';

/** A step as a person takes it. `viewer` say whose part it is; `item` is the copy scanned at the supplier's desk. */
export type StepInput = {
  requestId: string;
  side: Side;
  trigger: Trigger;
  viewer: ViewerRole;
  by: DoneBy;
  now: number;
  askId?: string | undefined;
  branchId?: string | undefined;
  item?: ItemCirculation | undefined;
  /** The step can only be taken at the pickup branch. */
  atPickup?: boolean;
  /** Whose request it must be, when a patron takes the step. */
  patronId?: string;
  /** The desk says that the patron uses the item in the library. */
  inLibrary?: boolean | undefined;
  /** The key of a desk's request, kept on the copy. */
  key?: NewKey | undefined;
  particulars?: { [P in keyof Particulars]: Particulars[P] | undefined };
  /** What is wanted otherwise from now on: by an amendment, or as a supplier's terms are agreed to (C81). */
  changes?: Changes;
  /** How the consortium itself is to fill it. */
  way?: LocalWay | undefined;
  /** The steps that do more than the table says, from an operation that may take them: sourcing weighs a good deal. */
  special?: SourcingSteps;
  /** Why a copy beyond the guidelines may be made, and who says so. */
  decided?: Decided | undefined;
  /** Writes of what changes with the request, for the same transaction: the copy that is sent, say. */
  also?: readonly Write[];
  /** The writes that keep the answer under the call's key, in the write of the step: who asks again after a crash is told the same, not what became since. */
  keep?: (view: LoanRequestView) => Write[];
};

/** What of a request can be changed while it is asked for. */
export type Changes = Partial<
  Pick<LoanRequest, 'patron' | 'recordId' | 'citation' | 'service' | 'needBy' | 'maxCost' | 'asksOutside' | 'givenUp'>
>;

/** The codes that any step can be refused by, and those of lending, which is a checkout. */
export type { StepCode } from '../schemas/requests.ts';
export type LendingCode = StepCode | ItemRefusal['code'];
/** The request after the step, as the caller sees it, or every reason why not. */
type Stepped<C extends string> = { ok: LoanRequestView; filledBy?: FilledBy } | { refused: RefusalOf<C>[] };
type StepOutcome = Stepped<LendingCode>;

const TRIES = 4;

/** Whether the caller's library (or the patron) has this part in the request. */
const hasPart = (request: LoanRequest, { viewer, askId, patronId }: StepInput): boolean => {
  if (viewer.as === 'patron') return request.patron !== undefined && request.patron.patronId === patronId;
  if (viewer.as === 'requester') return request.requesterMember === viewer.member;
  return request.asks.some((ask) => ask.supplierMember === viewer.member && (!askId || ask.askId === askId));
};

const fromOutside = (request: LoanRequest): boolean => isPartner(currentAsk(request)?.supplierMember ?? '');

/** What the step carries. Of what comes from outside the label is whatever is on it: the lender may have said another number. */
const carried = (request: LoanRequest, { trigger, particulars = {} }: StepInput): Particulars => {
  const anyLabel = trigger === 'receive' && fromOutside(request);
  const stated = Object.entries(particulars).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated.filter(([name]) => !(anyLabel && name === 'barcode')));
};

/** The ask remembers which copy was promised. */
const promising = (acted: Acted, { trigger, askId, item }: StepInput): Acted => {
  if (trigger !== 'accept' || item === undefined || askId === undefined) return acted;
  const { itemId } = item;
  return { ...acted, request: withAsk(acted.request, askId, (ask) => ({ ...ask, itemId })) };
};

const seen = (request: LoanRequest, viewer: ViewerRole): StepOutcome => {
  const view = viewOf(request, viewer);
  return view ? answer(view) : refuse('unknown-request', 'There is no such request.');
};

type Tried = StepOutcome | 'again';

const byTable = async (
  deps: ResourceSharingDeps,
  input: StepInput,
  request: LoanRequest,
  stored: LoanRequest,
): Promise<Done | Extract<StepOutcome, { refused: unknown }>> => {
  const { side, trigger, by, now, askId, branchId, item, inLibrary, key, particulars, decided } = input;
  const at = iso(now);
  const { timers: policy } = await deps.sharing(now);
  const context = { side, at, by, policy, ...(askId && { askId }), ...carried(request, input) };
  const acted = act(request, trigger, context);
  if ('refused' in acted) return acted;
  if (acted.unchanged) return { acted, writes: [] };
  const dear = await tooDear(deps, input, request);
  if (dear) return dear;
  const copy = await recountCopy(deps, { before: stored, after: acted.request }, decided, { now, at });
  if (copy === 'copyright-limit') return overLimit;
  const done = promising(acted, input);
  const desk = { branchId, item, barcode: particulars?.barcode, inLibrary, key };
  const moves = await deps.copies.movesFor({ before: request, after: done.request, trigger, ...desk, now, at });
  if ('refused' in moves) return moves;
  const writes = [...moves.writes, ...copy];
  return { acted: { ...done, request: { ...done.request, ...moves.noted } }, ...moves, writes };
};

const attempt = async (deps: ResourceSharingDeps, input: StepInput, before: StoredLoanRequest): Promise<Tried> => {
  const { trigger, by, now, way, decided, viewer, particulars } = input;
  const request = { ...before.request, ...input.changes };
  const refused = overMaximum(request, input);
  if (refused.length > 0) return { refused };
  const special = input.special?.[trigger];
  if (isSourcingStep(trigger) && !special)
    throw new Error(`${trigger} is taken by an operation that sources requests.`);
  const done = special
    ? await special(
        deps,
        { trigger, by, now, at: iso(now), way, decided, reason: particulars?.reason },
        { ...before, request },
      )
    : await byTable(deps, input, request, before.request);
  if ('refused' in done) return done;
  const { acted, filledBy, ...writing } = done;
  if (acted.unchanged) {
    // Whoever did it may have ended before it told the workflow: this may be its caller, who asks again.
    await wakeWorkflow(deps.requests, deps.machine, request.requestId);
    return seen(before.request, viewer);
  }
  const answered = seen(acted.request, viewer);
  const savedAnswer = 'ok' in answered ? (input.keep?.(answered.ok) ?? []) : [];
  const writes = [...writing.writes, ...(input.also ?? []), ...savedAnswer];
  const saved = await saveStep(deps, before, acted, { ...writing, writes, terms: particulars?.terms, now });
  if (!saved) return 'again';
  await wakeWorkflow(deps.requests, deps.machine, request.requestId);
  if (filledBy?.way === 'consortium-loan') await startWorkflow(deps.machine, filledBy.requestId);
  return 'refused' in answered ? answered : { ...answered, ...(filledBy && { filledBy }) };
};

const attemptStep = async (deps: ResourceSharingDeps, input: StepInput): Promise<StepOutcome> => {
  for (let i = 0; i < TRIES; i += 1) {
    const before = await deps.requests.load(input.requestId);
    if (!before || !hasPart(before.request, input)) return refuse('unknown-request', 'There is no such request.');
    attributeUsage({ requester: payerOf(before.request) });
    if (input.atPickup && input.branchId !== before.request.pickupBranch) {
      return refuse('other-branch', `This is done at ${before.request.pickupBranch}.`, '/body/branchId');
    }
    const tried = await attempt(deps, input, before);
    if (tried !== 'again') return tried;
  }
  return refuse('changed-meanwhile', 'Others changed the request again and again: try again.');
};

/**
 * Takes one step of a request by the table: loads, decides, writes request, copy and counters in one conditional write,
 * wakes the workflow. Whoever lost a race decides again on what is there now. A step done before is answered again.
 */
export const takeStep = (
  deps: ResourceSharingDeps,
  input: StepInput & { trigger: Exclude<Trigger, 'lend'> },
): Promise<Stepped<StepCode>> =>
  // Only lending is judged by the rules of checkout, and so refused by their codes.
  attemptStep(deps, input) as Promise<Stepped<StepCode>>;

/** The step by which the patron gets the copy: besides the table, the rules of checkout judge it. */
export const takeLendingStep = (deps: ResourceSharingDeps, input: StepInput): Promise<StepOutcome> =>
  attemptStep(deps, input);
