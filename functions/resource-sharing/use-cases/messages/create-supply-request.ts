import { placeOfPartner } from '../../../../layers/kernel/identity/party.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { citedId, partnerDuplicateKey } from '../../data/duplicate-key.ts';
import { lastPartnerRequest, lastPartnerRequestWrite } from '../../data/last-partner-request.ts';
import type { StoredLoanRequest } from '../../data/loan-request-store.ts';
import type { InMessage } from '../../data/partner-message-rows.ts';
import { decidedWrite } from '../../data/partner-message-store.ts';
import type { StoredPartner } from '../../data/partner-store.ts';
import type { MessagingDeps } from '../../deps.ts';
import { type AskedByPartner, requestFromIso } from '../../domain/iso18626/request-from-iso.ts';
import type { MessageOf } from '../../domain/iso18626/schemas.ts';
import { partnersSide } from '../../domain/messages/retried-request.ts';
import {
  type LoanRequest,
  type NewLoanRequest,
  needByPassed,
  placeLoanRequest,
} from '../../domain/requests/request.ts';
import { answerable } from '../../domain/rota/broadcast-request.ts';
import { type Acted, act } from '../../domain/workflow/act.ts';
import type { TimerPolicy } from '../../domain/workflow/timers.ts';
import { withAsk } from '../../domain/workflow/with-ask.ts';
import { hasEnded } from '../../domain/workflow/workflow.ts';
import { saveStep } from '../save-step.ts';
import { type Answered, chooseSupplier } from './choose-supplier.ts';

/** What came of a message: done, or to be looked at again since something changed meanwhile. */
type Done = 'done' | 'again';

/** Whether a request of a partner stands already: placed and asked of one of ours. */
export const isTaken = (stored: StoredLoanRequest | undefined): boolean =>
  stored !== undefined && stored.request.asks.length > 0;

// As of when it came, so that two who place it at once place the same.
const newRequest = (row: InMessage, asked: AskedByPartner, answered: Answered): NewLoanRequest => ({
  ...{ requestId: row.requestId, kind: 'outside-supply', service: asked.service, citation: asked.citation },
  ...{ recordId: answered.recordId ?? citedId(asked.citation), requesterMember: row.partnerId },
  ...{ pickupBranch: placeOfPartner(row.partnerId), serviceLevel: asked.serviceLevel, placedAt: row.at },
  rota: [answered.supplier, ...(answered.others ?? [])],
  partner: { ...partnersSide(asked), ...(answered.others && { anyOfUs: true as const }) },
  ...(asked.maxCost && { maxCost: asked.maxCost }),
  ...(asked.needBy !== undefined && { needBy: asked.needBy }),
});

const both = (one: Acted, other: Acted): Acted => ({
  ...other,
  facts: [...one.facts, ...other.facts],
  messages: [...one.messages, ...other.messages],
  outgoing: [...one.outgoing, ...other.outgoing],
});

/**
 * Whether the same was asked before and is open. `certain` where the partner names its patron; without, two of its patrons
 * may want the same, and a person looks.
 */
type Double = 'certain' | 'perhaps' | undefined;

const perhapsDouble = (acted: Acted, askId: string, double: Double): Acted => {
  if (double !== 'perhaps') return acted;
  const flag = { attention: 'perhaps-double' as const };
  return { ...acted, request: withAsk(acted.request, askId, (ask) => ({ ...ask, ...flag })) };
};

/** What is answered at once is answered for all of us. */
const forOne = (request: LoanRequest): LoanRequest => {
  if (!request.partner) return request;
  const { anyOfUs: _, ...partner } = request.partner;
  return { ...request, partner };
};

/** The request asked of our supplier, and (where that is certain) answered at once. */
const askedOf = (
  deps: MessagingDeps,
  request: LoanRequest,
  { answer, double }: Answered & { double: Double },
  now: number,
  policy: TimerPolicy,
): Acted => {
  const [at, askId] = [iso(now), deps.newIds.next('ask', now)];
  const by = { kind: 'system' as const };
  const wanted = answer === undefined ? request : forOne(request);
  // Nobody is asked past the day of need; here one of ours is, to answer just that.
  const { needBy, ...timeless } = wanted;
  const opened = act(needByPassed(wanted, at) ? timeless : wanted, 'ask', {
    side: 'requester',
    askId,
    at,
    by,
    policy,
  });
  if ('refused' in opened) throw new Error(`A request of a partner could not be asked: ${opened.refused[0]?.code}.`);
  const open = perhapsDouble(answerable(opened, askId, at, policy), askId, double);
  if (answer === undefined) return open;
  const { trigger, ...particulars } = answer;
  const result = act(open.request, trigger, { side: 'supplier', askId, at, by, policy, ...particulars });
  if ('refused' in result) throw new Error(`A request of a partner could not be answered: ${result.refused[0]?.code}.`);
  return both(open, result);
};

/** Places the request, nobody asked yet, unless a run before did and ended there. */
const placed = async (deps: MessagingDeps, wanted: LoanRequest): Promise<StoredLoanRequest | undefined> => {
  const before = await deps.requests.load(wanted.requestId);
  if (before) return before;
  await deps.requests.place(wanted, []);
  return deps.requests.load(wanted.requestId);
};

/** Whether the partner has asked for the same before, under another number, and that is still open. */
const isAskedAlready = async (
  deps: MessagingDeps,
  lastRequest: { partnerId: string; digest: string },
  requestId: string,
) => {
  const before = await lastPartnerRequest(deps.table, lastRequest);
  if (before === undefined || before === requestId) return false;
  const stored = await deps.requests.load(before);
  return stored !== undefined && !hasEnded(stored.request);
};

/**
 * Takes a request of a partner: finds the record, the member of ours that is asked (by its symbol; where all of us are asked,
 * the best of the holders by the rota), places the request in that member's queue and answers by itself what is certain: not
 * held, not lent, wanted by a day that is over or cannot be met, dearer than the partner pays, asked twice for one patron.
 * Where the partner names no patron, two may want the same: that is flagged, never refused. Placed first and
 * asked in a second write, so that one cut off between is taken up again. `row` is its message, which is decided with it.
 */
export const createSupplyRequest = async (
  deps: MessagingDeps,
  partner: StoredPartner,
  isoRequest: MessageOf<'request'>,
  row: InMessage,
  now: number,
): Promise<Done> => {
  const [asked, at] = [requestFromIso(isoRequest), iso(now)];
  const { timers: policy, messageDays: keepDays } = await deps.sharing(now);
  const found = await chooseSupplier(deps, { partner, asked, member: row.member, now });
  const recordId = found.recordId ?? citedId(asked.citation);
  const { requestingAgency, citation, service } = asked;
  const digest = partnerDuplicateKey({ requestingAgency, recordId, citation, service, patron: row.patron });
  const same = { partnerId: partner.partnerId, digest };
  const isDouble = found.answer === undefined && (await isAskedAlready(deps, same, row.requestId));
  const double: Double = isDouble ? (row.patron === undefined ? 'perhaps' : 'certain') : undefined;
  const { others: _nobodyElse, ...alone } = found;
  const answered: Answered =
    double === 'certain' ? { ...alone, answer: { trigger: 'decline', reason: 'Duplicate' } } : found;
  const before = await placed(deps, placeLoanRequest(newRequest(row, asked, answered), policy));
  if (!before || isTaken(before)) return 'again';
  // A run before may have chosen another supplier: the rota as it was placed holds.
  const done = askedOf(deps, before.request, { ...answered, double }, now, policy);
  const remembered = double === 'certain' ? [] : [lastPartnerRequestWrite(same, row.requestId)];
  const writes = [...remembered, decidedWrite(row, { state: 'applied', why: answered.answer?.reason, keepDays }, at)];
  if (!(await saveStep(deps, before, done, { writes, now }))) return 'again';
  await deps.machine.start(row.requestId);
  return 'done';
};
