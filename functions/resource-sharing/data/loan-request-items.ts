import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Ask, LoanRequest, Step } from '../domain/requests/request.ts';
import type { BalanceChange } from '../domain/rota/lending-balance.ts';
import { type TodayList, todayListOf } from '../domain/workflow/today-lists.ts';
import { AFTER_THE_END } from '../domain/workflow/work-groups.ts';
import { hasEnded, stateRow } from '../domain/workflow/workflow.ts';
import { gsi1, gsi2, gsi3, key, listKey } from './keys.ts';
import { asShown, type Shown } from './shown-today.ts';

const pad = (n: number, digits: number): string => String(n).padStart(digits, '0');

const calls = ({ attention }: Pick<Ask, 'attention'>): boolean =>
  attention !== undefined && AFTER_THE_END.has(attention);

/** Returns the index keys of a row whose request waits for a step of a member's staff. */
const waiting = (
  entity: 'loanRequest' | 'loanRequestAsk',
  member: string,
  { step, since, ...shown }: { step: TodayList | undefined; since: string } & Shown,
): Record<string, string> =>
  step === undefined ? {} : gsi3(entity, { list: listKey('today', member), step, since, shown: asShown(shown) });

/** The head row of a request: in its requester's list while open, in its patron's list while it has a patron. */
export const headItem = (request: LoanRequest, counted: boolean, steps: number): Item => {
  const { rota: _rota, excluded: _excluded, asks: _asks, history: _history, v, ...head } = request;
  const { requestId, requesterMember, placedAt: since, patron, state, attention, recordId, citation, due } = request;
  const step = todayListOf('requester', state, attention);
  // The request has ended, but an item of it is still here without staff having handled it.
  const open = !hasEnded(request) || calls(request);
  return {
    ...key('loanRequest', { requestId }),
    ...(patron && gsi1('loanRequest', { patronId: patron.patronId, requestId })),
    ...(open && gsi2('loanRequest', { list: listKey('requester', requesterMember), since, requestId })),
    ...waiting('loanRequest', requesterMember, { step, since, recordId, title: citation?.title, by: due }),
    ...stamp('loanRequest', v),
    ...head,
    counted,
    steps,
  };
};

/** Until when a scan of the copy that an ask names ships it: pending terms or a pending cancellation need staff. */
const TO_SHIP: readonly string[] = ['request-received', 'will-supply'];

const askedCopy = (requestId: string, { itemId, askedAt, supplierState, closedAt }: Ask): Record<string, string> =>
  itemId !== undefined && closedAt === undefined && TO_SHIP.includes(supplierState)
    ? gsi1('loanRequestAsk', { itemId, askedAt, requestId })
    : {};

/** The entry of a request in a supplier's queue: the title and the requesting library, never the patron. */
const aboutRequest = ({ recordId, citation, requesterMember }: LoanRequest) => ({
  ...{ recordId, requesterMember },
  ...(citation?.title !== undefined && { title: citation.title.slice(0, 100) }),
});

/** The row of an ask: in its supplier's queue while open there, under its copy while that is to be shipped. */
export const askItem = (request: LoanRequest, ask: Ask): Item => {
  const { requestId, requesterMember } = request;
  const about = aboutRequest(request);
  const open = stateRow('supplier', ask.supplierState)?.final !== true || calls(ask);
  const { supplierMember, askedAt: since } = ask;
  const list = listKey('supplier', supplierMember);
  const step = todayListOf('supplier', ask.supplierState, ask.attention);
  return {
    ...key('loanRequestAsk', { requestId, ordinal: pad(ask.ordinal, 3) }),
    ...askedCopy(requestId, ask),
    ...(open && gsi2('loanRequestAsk', { list, since, requestId })),
    ...waiting('loanRequestAsk', supplierMember, { step, since, ...about, other: requesterMember, by: ask.answerBy }),
    ...stamp('loanRequestAsk', request.v),
    ...{ requestId, about },
    ...ask,
  };
};

/** The row of a step; `number` counts from 1. */
export const stepItem = (requestId: string, number: number, step: Step): Item => ({
  ...key('loanRequestStep', { requestId, step: pad(number, 6) }),
  ...stamp('loanRequestStep', 1),
  step,
});

/** The row of a rota: written with the request, and again when it is sourced after a review. */
export const rotaItem = ({ requestId, rota: entries, excluded }: LoanRequest): Item => ({
  ...key('loanRequestRota', { requestId }),
  ...stamp('loanRequestRota', 1),
  entries,
  ...(excluded && { excluded }),
});

/** Builds the write that raises a member's counters. */
export const balanceWrite = ({ member: memberId, add }: BalanceChange): Write => ({
  update: key('lendingBalance', { memberId }),
  set: { entity: 'lendingBalance', schema: 1, memberId },
  add: { ...add },
});

/** The key by which a patron claims an item: one open request per item. */
export const claimKey = (patronId: string, requestKey: string): Key =>
  key('loanRequestClaim', { patronId, recordId: requestKey });

/** Builds the write that claims the item for a request; its condition fails when another request holds the claim. */
export const claimWrite = (patronId: string, requestKey: string, requestId: string): Write => ({
  put: { ...claimKey(patronId, requestKey), ...stamp('loanRequestClaim', 1), requestId },
  when: absent(),
});
