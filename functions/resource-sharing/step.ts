import type { ItemRefusal } from '../../layers/data/loan-items.ts';
import { tellMachine } from '../../layers/data/loan-machine.ts';
import type { StoredLoanRequest } from '../../layers/data/loan-request-store.ts';
import type { SharingStores } from '../../layers/data/sharing-stores.ts';
import type { ItemCirculation } from '../../layers/domain/circulation/item-circulation.ts';
import { type Acted, act } from '../../layers/domain/resource-sharing/act.ts';
import type { Particulars } from '../../layers/domain/resource-sharing/message.ts';
import { type DoneBy, type LoanRequest, payerOf } from '../../layers/domain/resource-sharing/request.ts';
import type { Side, Trigger } from '../../layers/domain/resource-sharing/triggers.ts';
import type { LoanRequestView } from '../../layers/domain/resource-sharing/view-schemas.ts';
import { type Eyes, viewOf } from '../../layers/domain/resource-sharing/views.ts';
import { answer, type RefusalOf, refuse } from '../../layers/http/outcome.ts';
import { iso } from '../../layers/runtime/clock.ts';
import { bearWitness } from '../../layers/runtime/meter.ts';
import type { stepRefusals } from './shapes.ts';

/** A step as a person takes it. `eyes` say whose part it is; `item` is the copy scanned at the supplier's desk. */
export type StepWish = {
  requestId: string;
  side: Side;
  trigger: Trigger;
  eyes: Eyes;
  by: DoneBy;
  now: number;
  askId?: string | undefined;
  branchId?: string | undefined;
  item?: ItemCirculation | undefined;
  /** The step can only be taken at the pickup branch. */
  atPickup?: boolean;
  /** Whose request it must be, when a patron takes the step. */
  patronId?: string;
  particulars?: { [P in keyof Particulars]: Particulars[P] | undefined };
};

/** The codes that any step can be refused by, and those of lending, which is a checkout. */
export type StepCode = keyof typeof stepRefusals;
export type LendingCode = StepCode | ItemRefusal['code'];
/** The request after the step, as the caller sees it, or every reason why not. */
type Stepped<C extends string> = { ok: LoanRequestView } | { refused: RefusalOf<C>[] };
type StepOutcome = Stepped<LendingCode>;

const TRIES = 4;

/** Whether the caller's library (or the patron) has this part in the request. */
const hasPart = (request: LoanRequest, { eyes, askId, patronId }: StepWish): boolean => {
  if (eyes.as === 'patron') return request.patron !== undefined && request.patron.patronId === patronId;
  if (eyes.as === 'requester') return request.requesterMember === eyes.member;
  return request.asks.some((ask) => ask.supplierMember === eyes.member && (!askId || ask.askId === askId));
};

const defined = (particulars: StepWish['particulars'] = {}): Particulars =>
  Object.fromEntries(Object.entries(particulars).filter(([, value]) => value !== undefined));

/** The ask remembers which copy was promised. */
const promising = (acted: Acted, { trigger, askId, item }: StepWish): Acted => {
  if (trigger !== 'accept' || item === undefined) return acted;
  const { itemId } = item;
  const asks = acted.request.asks.map((ask) => (ask.askId === askId ? { ...ask, itemId } : ask));
  return { ...acted, request: { ...acted.request, asks } };
};

const seen = (request: LoanRequest, eyes: Eyes): StepOutcome => {
  const view = viewOf(request, eyes);
  return view ? answer(view) : refuse('unknown-request', 'There is no such request.');
};

type Tried = StepOutcome | 'again';

const attempt = async (deps: SharingStores, wish: StepWish, before: StoredLoanRequest): Promise<Tried> => {
  const { request } = before;
  const { side, trigger, by, now, askId, branchId, item, eyes } = wish;
  const at = iso(now);
  const { timers: policy } = await deps.sharing(now);
  const context = { side, at, by, policy, ...(askId && { askId }), ...defined(wish.particulars) };
  const acted = act(request, trigger, context);
  if ('refused' in acted) return acted;
  if (acted.unchanged) return seen(request, eyes);
  const done = promising(acted, wish);
  const moves = await deps.copies.movesFor({ before: request, after: done.request, trigger, branchId, item, now, at });
  if ('refused' in moves) return moves;
  if (!(await deps.requests.save(before, done, moves))) return 'again';
  await tellMachine(deps.requests, deps.machine, request.requestId);
  return seen(done.request, eyes);
};

const step = async (deps: SharingStores, wish: StepWish): Promise<StepOutcome> => {
  for (let i = 0; i < TRIES; i += 1) {
    const before = await deps.requests.load(wish.requestId);
    if (!before || !hasPart(before.request, wish)) return refuse('unknown-request', 'There is no such request.');
    bearWitness({ requester: payerOf(before.request) });
    if (wish.atPickup && wish.branchId !== before.request.pickupBranch) {
      return refuse('other-branch', `This is done at ${before.request.pickupBranch}.`, '/body/branchId');
    }
    const tried = await attempt(deps, wish, before);
    if (tried !== 'again') return tried;
  }
  return refuse('changed-meanwhile', 'Others changed the request again and again: try again.');
};

/**
 * Takes one step of a request by the table: loads, decides, writes request, copy and counters in one conditional write,
 * wakes the workflow. Whoever lost a race decides again on what is there now. A step done before is answered again.
 */
export const takeStep = (
  deps: SharingStores,
  wish: StepWish & { trigger: Exclude<Trigger, 'lend'> },
): Promise<Stepped<StepCode>> =>
  // Only lending is judged by the rules of checkout, and so refused by their codes.
  step(deps, wish) as Promise<Stepped<StepCode>>;

/** The step by which the patron gets the copy: besides the table, the rules of checkout judge it. */
export const takeLendingStep = (deps: SharingStores, wish: StepWish): Promise<StepOutcome> => step(deps, wish);
