import { createHash } from 'node:crypto';
import type { StoredLoanRequest } from '../../../layers/data/loan-request-store.ts';
import type { InMessage } from '../../../layers/data/partner-message-rows.ts';
import { decidedWrite } from '../../../layers/data/partner-message-store.ts';
import type { StoredPartner } from '../../../layers/data/partner-store.ts';
import { lastForWish, wishWrite } from '../../../layers/data/partner-wish-store.ts';
import { saveStep } from '../../../layers/data/save-step.ts';
import { citedId } from '../../../layers/data/wish-key.ts';
import { type Acted, act } from '../../../layers/domain/resource-sharing/act.ts';
import {
  type AskedByPartner,
  requestFromIso,
} from '../../../layers/domain/resource-sharing/iso18626/request-from-iso.ts';
import type { MessageOf } from '../../../layers/domain/resource-sharing/iso18626/schemas.ts';
import { placeOfPartner } from '../../../layers/domain/resource-sharing/party.ts';
import {
  type LoanRequest,
  type NewLoanRequest,
  needByPassed,
  placeLoanRequest,
} from '../../../layers/domain/resource-sharing/request.ts';
import { runsOutAt, TIMERS, type TimerPolicy } from '../../../layers/domain/resource-sharing/timers.ts';
import { hasEnded } from '../../../layers/domain/resource-sharing/workflow.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import type { PostOffice } from './house.ts';
import { type Answered, whoSupplies } from './who-supplies.ts';

/** What came of a message: done, or to be looked at again since something changed meanwhile. */
type Done = 'done' | 'again';

/** Whether a request of a partner stands already: placed and asked of one of ours. */
export const isTaken = (stored: StoredLoanRequest | undefined): boolean =>
  stored !== undefined && stored.request.asks.length > 0;

const partnersSide = (asked: AskedByPartner): NonNullable<LoanRequest['partner']> => ({
  requestId: asked.requestId,
  requestingAgency: asked.requestingAgency,
  ...(asked.deliverTo && { deliverTo: asked.deliverTo }),
  ...(asked.sendCopyTo !== undefined && { sendCopyTo: asked.sendCopyTo }),
  ...(asked.copyrightCompliance !== undefined && { copyrightCompliance: asked.copyrightCompliance }),
});

// As of when it came, so that two who place it at once place the same.
const newRequest = (row: InMessage, asked: AskedByPartner, answered: Answered): NewLoanRequest => ({
  ...{ requestId: row.requestId, kind: 'outside-supply', service: asked.service, citation: asked.citation },
  ...{ recordId: answered.recordId ?? citedId(asked.citation), requesterMember: row.partnerId },
  ...{ pickupBranch: placeOfPartner(row.partnerId), serviceLevel: asked.serviceLevel, placedAt: row.at },
  ...{ rota: [answered.supplier], partner: partnersSide(asked) },
  ...(asked.maxCost && { maxCost: asked.maxCost }),
  ...(asked.needBy !== undefined && { needBy: asked.needBy }),
});

/** The requester is outside: no timer of ours runs there; ours to answer in time is the supplier. */
const answerable = (acted: Acted, askId: string, at: string, policy: TimerPolicy): Acted => {
  const name = 'reply-by' as const;
  const timer = { side: 'supplier' as const, name, trigger: TIMERS[name], at: runsOutAt(name, at, policy), askId };
  const timers = { supplier: timer };
  return { ...acted, timers, request: { ...acted.request, timers } };
};

const both = (one: Acted, other: Acted): Acted => ({
  ...other,
  facts: [...one.facts, ...other.facts],
  messages: [...one.messages, ...other.messages],
  outgoing: [...one.outgoing, ...other.outgoing],
});

/** The request asked of our supplier, and (where that is certain) answered at once. */
const askedOf = (
  office: PostOffice,
  request: LoanRequest,
  { answer }: Answered,
  now: number,
  policy: TimerPolicy,
): Acted => {
  const [at, askId] = [iso(now), office.newIds.next('ask', now)];
  const by = { kind: 'system' as const };
  // Nobody is asked past the day of need; here one of ours is, to answer just that.
  const { needBy, ...timeless } = request;
  const opened = act(needByPassed(request, at) ? timeless : request, 'ask', {
    side: 'requester',
    askId,
    at,
    by,
    policy,
  });
  if ('refused' in opened) throw new Error(`A request of a partner could not be asked: ${opened.refused[0]?.code}.`);
  const open = answerable(opened, askId, at, policy);
  if (answer === undefined) return open;
  const { trigger, ...particulars } = answer;
  const said = act(open.request, trigger, { side: 'supplier', askId, at, by, policy, ...particulars });
  if ('refused' in said) throw new Error(`A request of a partner could not be answered: ${said.refused[0]?.code}.`);
  return both(open, said);
};

const digestOf = (partner: StoredPartner, row: InMessage, wish: AskedByPartner, recordId: string): string =>
  createHash('sha256')
    .update(JSON.stringify([partner.partnerId, wish.requestingAgency, recordId, wish.service, row.patron ?? '']))
    .digest('base64url');

/** Places the request, nobody asked yet, unless a run before did and ended there. */
const placed = async (office: PostOffice, wanted: LoanRequest): Promise<StoredLoanRequest | undefined> => {
  const before = await office.requests.load(wanted.requestId);
  if (before) return before;
  await office.requests.place(wanted, []);
  return office.requests.load(wanted.requestId);
};

/** Whether the partner has asked for the same before, under another number, and that is still open. */
const isAskedAlready = async (office: PostOffice, wish: { partnerId: string; digest: string }, requestId: string) => {
  const before = await lastForWish(office.table, wish);
  if (before === undefined || before === requestId) return false;
  const stored = await office.requests.load(before);
  return stored !== undefined && !hasEnded(stored.request);
};

/**
 * Takes a request of a partner: finds the record, the member of ours that is asked (by its symbol; where all of us are asked,
 * the best of the holders by the rota), places the request in that member's queue and answers by itself what is certain: not
 * held, not lent, wanted by a day that is over or cannot be met, dearer than the partner pays, asked twice. Placed first and
 * asked in a second write, so that one cut off between is taken up again. `row` is its message, which is decided with it.
 */
export const takePartnersRequest = async (
  office: PostOffice,
  partner: StoredPartner,
  isoRequest: MessageOf<'request'>,
  row: InMessage,
  now: number,
): Promise<Done> => {
  const [wish, at] = [requestFromIso(isoRequest), iso(now)];
  const { timers: policy } = await office.sharing(now);
  const found = await whoSupplies(office, { partner, asked: wish, member: row.member, now });
  const digest = digestOf(partner, row, wish, found.recordId ?? citedId(wish.citation));
  const same = { partnerId: partner.partnerId, digest };
  const isDouble = found.answer === undefined && (await isAskedAlready(office, same, row.requestId));
  const answered: Answered = isDouble ? { ...found, answer: { trigger: 'decline', reason: 'Duplicate' } } : found;
  const before = await placed(office, placeLoanRequest(newRequest(row, wish, answered), policy));
  if (!before || isTaken(before)) return 'again';
  // A run before may have chosen another supplier: the rota as it was placed holds.
  const done = askedOf(office, before.request, answered, now, policy);
  const remembered = isDouble ? [] : [wishWrite(same, row.requestId)];
  const writes = [...remembered, decidedWrite(row, 'applied', at, answered.answer?.reason)];
  if (!(await saveStep(office, before, done, { writes, now }))) return 'again';
  await office.machine.start(row.requestId);
  return 'done';
};
