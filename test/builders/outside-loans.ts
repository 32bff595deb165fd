import type { ItemCirculation } from '../../functions/items/domain/item-circulation.ts';
import { keys as patronsKeys } from '../../functions/patrons/data/keys.ts';
import { resourceSharingDeps } from '../../functions/resource-sharing/deps.ts';
import type { Message, Particulars } from '../../functions/resource-sharing/domain/messages/message.ts';
import { receive } from '../../functions/resource-sharing/domain/messages/receive.ts';
import { type NewLoanRequest, placeLoanRequest } from '../../functions/resource-sharing/domain/requests/request.ts';
import type { RotaEntry } from '../../functions/resource-sharing/domain/rota/rota.ts';
import { type Acted, act } from '../../functions/resource-sharing/domain/workflow/act.ts';
import { TIMERS_IN_DEMO } from '../../functions/resource-sharing/domain/workflow/timers.ts';
import { MESSAGES, type MessageName } from '../../functions/resource-sharing/domain/workflow/triggers.ts';
import { placeOfPartner } from '../../layers/kernel/identity/party.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import { at } from './lending.ts';

/** A library outside, by its partner id. */
export const PARTNER = 'prt_01kb0000000000000000000000';

const entry = (member: string, itemId?: string): RotaEntry => ({
  ...{ member, score: 500, points: 500, factors: [] },
  ...(itemId !== undefined && { itemId }),
});

/** Requests with a library outside on one side, before its first message, and its messages. */
export const outsideLoans = (now: () => string) => {
  const stores = () => resourceSharingDeps(at(now()));
  const place = async (over: Partial<NewLoanRequest>): Promise<string> => {
    const requestId = systemIds.next('loan-request', Date.parse(now()));
    const wanted: NewLoanRequest = {
      ...{ requestId, kind: 'outside-loan', recordId: `cit_${requestId.slice(4)}`, requesterMember: 'cedar' },
      ...{ pickupBranch: 'cedar.main', serviceLevel: 'normal', placedAt: now(), rota: [entry(PARTNER)] },
      ...over,
    };
    const { patronId } = wanted;
    const counted = patronId
      ? [{ update: patronsKeys.key('patronStatus', { patronId }), add: { 'counters.holds': 1 } }]
      : [];
    const placed = await stores().requests.place(placeLoanRequest(wanted, TIMERS_IN_DEMO), counted);
    if (placed !== 'placed') throw new Error(`not placed: ${JSON.stringify(placed)}`);
    return requestId;
  };
  const save = async (
    requestId: string,
    trigger: Parameters<typeof act>[1],
    decide: (request: Parameters<typeof act>[0]) => ReturnType<typeof act>,
  ): Promise<Message[]> => {
    const { requests, copies } = stores();
    const before = await requests.load(requestId);
    if (!before) throw new Error('There is no such request.');
    const acted = decide(before.request);
    if ('refused' in acted) throw new Error(`${trigger}: ${JSON.stringify(acted.refused)}`);
    const moves = await copies.movesFor({
      ...{ before: before.request, after: acted.request, trigger, now: Date.parse(now()), at: now() },
    });
    if ('refused' in moves) throw new Error(JSON.stringify(moves.refused));
    const done: Acted = { ...acted, request: { ...acted.request, ...moves.noted } };
    if (!(await requests.save(before, done, moves))) throw new Error('others were first');
    return acted.outgoing;
  };
  const context = () => ({
    at: now(),
    by: { kind: 'partner' as const, member: PARTNER },
    policy: TIMERS_IN_DEMO,
  });
  /** Asks the next supplier of the rota. Returns the ask. */
  const ask = async (requestId: string): Promise<string> => {
    const askId = systemIds.next('ask', Date.parse(now()));
    await save(requestId, 'ask', (request) => act(request, 'ask', { ...context(), side: 'requester', askId }));
    return askId;
  };
  return {
    ask,
    /** Places a request of a patron of cedar for this copy of ash. */
    between: async (patronId: string, { itemId, recordId = '' }: Pick<ItemCirculation, 'itemId' | 'recordId'>) => {
      const requestId = await place({ patronId, kind: 'consortium-loan', recordId, rota: [entry('ash', itemId)] });
      return { requestId, askId: await ask(requestId) };
    },
    /** Places a request of a patron of cedar for an item that a partner supplies. */
    wanted: (patronId: string, over: Partial<NewLoanRequest> = {}) =>
      place({ patronId, citation: { kind: 'book', title: 'The book of tea', author: 'Okakura' }, ...over }),
    /** Places a partner's request for this copy of a member, asked at once. */
    asked: async (itemId: string, recordId: string, member: string): Promise<{ requestId: string; askId: string }> => {
      const requestId = await place({
        ...{ kind: 'outside-supply', recordId, requesterMember: PARTNER, pickupBranch: placeOfPartner(PARTNER) },
        ...{ rota: [entry(member, itemId)], partner: { requestId: 'THEIRS-1', requestingAgency: 'ISIL:DE-1' } },
      });
      return { requestId, askId: await ask(requestId) };
    },
    /** Applies a message of the partner about the open ask, or the last one. */
    says: async (requestId: string, name: MessageName, carried: Particulars = {}): Promise<Message[]> => {
      const stored = await stores().requests.load(requestId);
      const askId = stored?.request.asks.at(-1)?.askId ?? '';
      const { trigger } = MESSAGES[name];
      if (trigger === 'opens-ask') throw new Error('A request opens its ask by itself.');
      return save(requestId, trigger, (request) => receive(request, { name, askId, ...carried }, context()));
    },
    load: async (requestId: string) => (await stores().requests.load(requestId))?.request,
  };
};
