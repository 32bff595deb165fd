import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import type { Override } from '../../circulation/public/override.ts';
import type { NewKey } from '../../circulation/public/used-keys.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { startWorkflow, wakeWorkflow } from '../data/loan-machine.ts';
import type { StoredLoanRequest } from '../data/loan-request-store.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import type { Particulars } from '../domain/messages/message.ts';
import { lacksBetterCitation } from '../domain/messages/not-found-as-cited.ts';
import { currentAsk, type DoneBy, type LoanRequest, payerOf } from '../domain/requests/request.ts';
import type { LoanRequestView } from '../domain/requests/view-schemas.ts';
import { type ViewerRole, viewOf } from '../domain/requests/views.ts';
import { type Acted, act } from '../domain/workflow/act.ts';
import { SETTLES_UNDELIVERED } from '../domain/workflow/notes.ts';
import type { Side, Trigger } from '../domain/workflow/triggers.ts';
import { withAsk } from '../domain/workflow/with-ask.ts';
import type { LocalWay } from '../schemas/loan-request-input.ts';
import type { StepCode } from '../schemas/requests.ts';
import { type Decided, recountCopy } from './copies/count-copy.ts';
import type { ItemRefusal } from './item-moves/move-item.ts';
import { voidUndelivered } from './messages/undelivered-messages.ts';
import { saveStep } from './save-step.ts';
import { type Done, type FilledBy, isSourcingStep, type SourcingSteps } from './sourcing-step.ts';
import { overLimit, overMaximum, tooDear } from './spending-limits.ts';

/**
 * A step as staff or a patron takes it. `viewer` is the caller's role; `item` is the copy scanned at the supplier's
 * desk.
 */
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
  /** The patron to whom the request must belong, when a patron takes the step. */
  patronId?: string;
  /** Staff state that the patron uses the item in the library. */
  inLibrary?: boolean | undefined;
  /** A supervisor's override of the holds that wait for the copy. */
  override?: Override | undefined;
  /** The idempotency key of a desk's call, stored with the item. */
  key?: NewKey | undefined;
  particulars?: { [P in keyof Particulars]: Particulars[P] | undefined };
  /** Changes of the request: by an amendment, or with the agreement to a supplier's terms (C81). */
  changes?: Changes;
  /** How the consortium itself fills the request. */
  way?: LocalWay | undefined;
  /** The sourcing steps, for an operation that may take them: sourcing enlarges the bundle. */
  special?: SourcingSteps;
  /** The person who permitted a copy beyond the guidelines, and the reason. */
  decided?: Decided | undefined;
  /** Writes of related changes for the same transaction, such as the copy that is sent. */
  also?: readonly Write[];
  /**
   * Builds the writes that store the answer under the idempotency key, in the write of the step. A retry after a crash
   * gets the same answer.
   */
  keep?: (view: LoanRequestView) => Write[];
};

/** The fields of an open request that can be changed. */
export type Changes = Partial<
  Pick<
    LoanRequest,
    | 'patron'
    | 'recordId'
    | 'citation'
    | 'possibleRecords'
    | 'service'
    | 'needBy'
    | 'maxCost'
    | 'asksOutside'
    | 'givenUp'
  >
>;

/** The codes that can refuse any step, and those of lending, which is a checkout. */
export type { StepCode } from '../schemas/requests.ts';
export type LendingCode = StepCode | ItemRefusal['code'];
/** The request after the step, as the caller sees it, or every reason for the refusal. */
type Stepped<C extends string> = { ok: LoanRequestView; filledBy?: FilledBy } | { refused: RefusalOf<C>[] };
type StepOutcome = Stepped<LendingCode>;

const TRIES = 4;

/** Whether the caller's library (or the patron) has this role in the request. */
const hasPart = (request: LoanRequest, { viewer, askId, patronId }: StepInput): boolean => {
  if (viewer.as === 'patron') return request.patron !== undefined && request.patron.patronId === patronId;
  if (viewer.as === 'requester') return request.requesterMember === viewer.member;
  return request.asks.some((ask) => ask.supplierMember === viewer.member && (!askId || ask.askId === askId));
};

const fromOutside = (request: LoanRequest): boolean => isPartner(currentAsk(request)?.supplierMember ?? '');

/**
 * The details that the step carries. The label of a partner's item is ignored: the lender may have stated another
 * number.
 */
const carried = (request: LoanRequest, { trigger, particulars = {} }: StepInput): Particulars => {
  const anyLabel = trigger === 'receive' && fromOutside(request);
  const stated = Object.entries(particulars).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated.filter(([name]) => !(anyLabel && name === 'barcode')));
};

/** Stores in the ask which copy was promised. */
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
  const { side, trigger, by, now, askId, branchId, item, inLibrary, key, particulars, decided, override } = input;
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
  const desk = { branchId, item, barcode: particulars?.barcode, inLibrary, override, key };
  const moves = await deps.copies.movesFor({ before: request, after: done.request, trigger, ...desk, now, at });
  if ('refused' in moves) return moves;
  const settles = trigger === SETTLES_UNDELIVERED[side];
  const settled = settles ? await voidUndelivered(deps, stored, { side, askId }, now) : [];
  const writes = [...moves.writes, ...copy, ...settled];
  return { acted: { ...done, request: { ...done.request, ...moves.noted } }, ...moves, writes };
};

const attempt = async (deps: ResourceSharingDeps, input: StepInput, before: StoredLoanRequest): Promise<Tried> => {
  const { trigger, by, now, way, decided, viewer, particulars } = input;
  const request = { ...before.request, ...input.changes };
  const refused = overMaximum(request, input);
  if (refused.length > 0) return { refused };
  if (trigger === 'agree-terms' && lacksBetterCitation(before.request, input.changes?.citation)) {
    return refuse('citation-unchanged', 'It was not found as cited: say more, or something else.', '/body/citation');
  }
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
    // The process that took the step may have ended before it notified the workflow: this call may be its retry.
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

/** The steps by which a copy of our own leaves its shelf for a request. */
type Supply = 'accept' | 'ship';

/**
 * Takes one step of a request by the table: loads, decides, writes request, copy and counters in one conditional write,
 * and wakes the workflow. After a conflict it decides again on the current state. A repeated step gets the same answer.
 */
export const takeStep = (
  deps: ResourceSharingDeps,
  input: StepInput & { trigger: Exclude<Trigger, 'lend' | Supply> },
): Promise<Stepped<StepCode>> =>
  // Only supplying and lending are judged by rules of checkout, and refused by their codes.
  attemptStep(deps, input) as Promise<Stepped<StepCode>>;

/** Sets a copy aside or sends it: judged by the table and by the holds that wait for the copy. */
export const takeSupplyStep = (
  deps: ResourceSharingDeps,
  input: StepInput & { trigger: Supply },
): Promise<Stepped<StepCode | 'others-wait'>> => attemptStep(deps, input) as Promise<Stepped<StepCode | 'others-wait'>>;

/** Takes a step that may hand the copy to its patron: judged by the table and by the rules of checkout. */
export const takeAnyStep = (deps: ResourceSharingDeps, input: StepInput): Promise<StepOutcome> =>
  attemptStep(deps, input);
