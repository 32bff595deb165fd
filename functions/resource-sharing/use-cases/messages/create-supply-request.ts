import { placeOfPartner } from '../../../../layers/kernel/identity/party.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import { citedId, partnerDuplicateKey } from '../../data/duplicate-key.ts';
import { lastPartnerRequest, lastPartnerRequestWrite } from '../../data/last-partner-request.ts';
import type { StoredLoanRequest } from '../../data/loan-request-store.ts';
import type { InMessage } from '../../data/partner-message-rows.ts';
import { decidedWrite } from '../../data/partner-message-store.ts';
import type { StoredPartner } from '../../data/partner-store.ts';
import type { MessagingDeps } from '../../deps.ts';
import { type AskedByPartner, requestFromIso } from '../../domain/iso18626/request-from-iso.ts';
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

/** The result of a message: done, or to be processed again because something changed in the meantime. */
type Done = 'done' | 'again';

/** Whether a partner's request exists already: placed, and sent to one of our members. */
export const isTaken = (stored: StoredLoanRequest | undefined): boolean =>
  stored !== undefined && stored.request.asks.length > 0;

// Dated at its reception, so that two parallel runs place the same request.
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
 * Whether the same request was made before and is open. `certain` when the partner names its patron; otherwise two
 * patrons may want the same item, and staff decide.
 */
type Double = 'certain' | 'perhaps' | undefined;

const perhapsDouble = (acted: Acted, askId: string, double: Double): Acted => {
  if (double !== 'perhaps') return acted;
  const flag = { attention: 'perhaps-double' as const };
  return { ...acted, request: withAsk(acted.request, askId, (ask) => ({ ...ask, ...flag })) };
};

/** An immediate answer is given for all members. */
const forOne = (request: LoanRequest): LoanRequest => {
  if (!request.partner) return request;
  const { anyOfUs: _, ...partner } = request.partner;
  return { ...request, partner };
};

/** Assigns the request to our supplier and, when the answer is certain, answers it at once. */
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
  // No member is asked after the need-by date; here one is, only to send that answer.
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

/** Places the request, not yet assigned, unless an earlier run that failed has placed it. */
const placed = async (deps: MessagingDeps, wanted: LoanRequest): Promise<StoredLoanRequest | undefined> => {
  const before = await deps.requests.load(wanted.requestId);
  if (before) return before;
  await deps.requests.place(wanted, []);
  return deps.requests.load(wanted.requestId);
};

/** Whether the partner has an open request for the same item under another number. */
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
 * Creates a partner's request: finds the record and the member that is asked (by its symbol; for a broadcast request
 * the best holder by the rota), places the request in that member's queue, and answers automatically what is certain:
 * not held, not lent, need-by date past or too early, above the maximum cost, requested twice for one patron. When the
 * partner names no patron, a duplicate is flagged, never refused. Placing and assigning are two writes, so that an
 * interrupted run is resumed. `row` is the message, which is decided in the same write.
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
  // An earlier run may have chosen another supplier: the stored rota is used.
  const done = askedOf(deps, before.request, { ...answered, double }, now, policy);
  const remembered = double === 'certain' ? [] : [lastPartnerRequestWrite(same, row.requestId)];
  const writes = [...remembered, decidedWrite(row, { state: 'applied', why: answered.answer?.reason, keepDays }, at)];
  if (!(await saveStep(deps, before, done, { writes, now }))) return 'again';
  await deps.machine.start(row.requestId);
  return 'done';
};
