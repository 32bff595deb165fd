import fc from 'fast-check';
import { aLoan, anItem } from '../../../../test/builders/circulation.ts';
import { aLoanRequest, context, minutesLater, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { loanEventsOfItem, loanEventsOfRequest } from '../messages/loan-events.ts';
import type { LoanRequest } from '../requests/request.ts';
import { act } from '../workflow/act.ts';
import { TRIGGERS, type Trigger } from '../workflow/triggers.ts';
import { arrowsOf } from '../workflow/workflow.ts';
import { type Followed, nextToFollow, type Whereabouts, whereabouts } from './follow-item.ts';

const bound = { request: { requestId: 'req-1' } };
const hold = { holdId: 'req-1', patronId: 'pat-1', pickupBranch: 'ash.main' };
const copy = (over: Partial<ItemCirculation> = {}): ItemCirculation =>
  anItem({ itemId: SHIPMENT.itemId, memberId: 'birch', branchId: 'birch.east', currentBranch: 'ash.main', ...over });
const homeward = { from: 'ash.main', to: 'birch.east', purpose: 'home' as const, sentAt: minutesLater(5) };
const onward = {
  from: 'birch.east',
  to: 'ash.main',
  purpose: 'hold' as const,
  holdId: 'req-1',
  sentAt: minutesLater(3),
};

/** The copy in each state in which a request may find it. */
const places: Record<Whereabouts, ItemCirculation> = {
  elsewhere: copy({ itemId: 'itm-other' }),
  sent: copy({ state: 'in-transit', transit: onward, hold, ...bound }),
  'on-shelf': copy({ state: 'on-hold-shelf', hold, ...bound }),
  lent: copy({ state: 'on-loan', loan: aLoan({ patronId: 'pat-1' }), ...bound }),
  lost: copy({ state: 'lost', loan: aLoan({ patronId: 'pat-1' }), ...bound }),
  back: copy({ state: 'damaged', ...bound }),
  homeward: copy({ state: 'in-transit', transit: homeward, ...bound }),
  home: copy({ currentBranch: 'birch.east' }),
  'given-up': copy({ state: 'withdrawn', ...bound }),
};
const wasLentAt: readonly Whereabouts[] = ['lent', 'lost', 'back', 'homeward'];
const followed = (where: Whereabouts, wasLent = wasLentAt.includes(where)): Followed => ({
  item: places[where],
  wasLent,
});

/** Follows the item to the end; returns the request and its steps. Throws when it does not end, or a step is refused. */
const followAll = (request: LoanRequest, one: Followed): { request: LoanRequest; steps: Trigger[] } => {
  const steps: Trigger[] = [];
  let now = request;
  for (let taken = 0; taken < 12; taken += 1) {
    const next = nextToFollow(now, one);
    if (next === undefined) return { request: now, steps };
    const { trigger, side, askId } = next;
    const due = minutesLater(5000);
    const carried = trigger === 'ship' ? { ...SHIPMENT, due } : { terms: { cost: { amount: 1, currency: 'EUR' } } };
    const at = minutesLater(4500);
    const acted = act(now, trigger, context({ side, at, ...(askId && { askId }), ...carried }));
    // The lender wants to keep it: the item may be in transit all the same, and the request reflects that later.
    if ('refused' in acted && acted.refused.every(({ code }) => code === 'return-held')) return { request: now, steps };
    if ('refused' in acted) throw new Error(`${trigger} from ${now.state}: ${JSON.stringify(acted.refused)}`);
    if (acted.unchanged) return { request: now, steps };
    steps.push(trigger);
    now = acted.request;
  }
  throw new Error(`never comes to rest: ${steps.join()}`);
};

const shipped = () => aLoanRequest().asked().promised().shipped();

test.each(Object.entries(places) as [Whereabouts, ItemCirculation][])(
  'a copy that is %s is recognised as such',
  (where, item) => {
    expect(whereabouts(shipped().build(), item)).toBe(where);
  },
);

test.each<[Whereabouts, string, Trigger[]]>([
  ['elsewhere', 'asked', []],
  ['sent', 'shipped', ['ship']],
  ['on-shelf', 'received', ['ship', 'receive']],
  ['lent', 'lent', ['ship', 'receive', 'lend']],
  ['lost', 'lost', ['ship', 'receive', 'lend', 'report-lost']],
  ['back', 'returned-by-patron', ['ship', 'receive', 'lend', 'return']],
  ['homeward', 'shipped-back', ['ship', 'receive', 'lend', 'return', 'ship-back']],
])('the request proceeds from asked to %s', (where, state, steps) => {
  const request = aLoanRequest().asked().build();
  const end = followAll(request, followed(where));
  expect([end.request.state, end.steps]).toEqual([state, steps]);
});

test('a returned copy ends the request in any state, and a damage claim opens for a claimed one', () => {
  for (const request of [shipped(), shipped().received(), shipped().received().lent()]) {
    expect(followAll(request.build(), followed('home')).request.state).toBe('completed');
  }
  const damaged = {
    ...places.home,
    state: 'damaged' as const,
    aside: { at: minutesLater(9), reason: 'damaged', claim: 5 },
  };
  const end = followAll(shipped().received().build(), { item: damaged, wasLent: false });
  expect([end.request.state, end.steps]).toEqual(['damage-claimed', ['check-in-damaged']]);
});

test('an item never lent goes back unlent; a lost item that is found goes home; a recalled loan is recalled', () => {
  const unlent = followAll(shipped().build(), followed('homeward', false));
  expect(unlent.steps).toEqual(['receive', 'ship-back']);
  const lost = shipped().received().lent().then('requester', 'report-lost').build();
  expect(followAll(lost, followed('homeward')).steps).toEqual(['found', 'ship-back']);
  const recalled = { ...places.lent, loan: aLoan({ patronId: 'pat-1', recalledAt: minutesLater(7) }) };
  const end = followAll(shipped().received().lent().build(), { item: recalled, wasLent: true });
  expect([end.request.state, end.steps]).toEqual(['recalled', ['recall']]);
});

test('a recalled copy is received once, without a change of state', () => {
  const asked = shipped().build();
  const askId = asked.asks[0]?.askId ?? '';
  const recalled = act(asked, 'recall', context({ side: 'supplier', askId, at: minutesLater(6) }));
  if ('refused' in recalled) throw new Error('It can be recalled on its way.');
  expect(followAll(recalled.request, followed('on-shelf', false)).steps).toEqual(['receive']);
});

test('our copy that a library outside lost is written off; a copy of theirs is not ours to mark', () => {
  const request: LoanRequest = { ...shipped().build(), kind: 'outside-supply', requesterMember: 'prt_1' };
  const theirs = { ...places.lost, loan: aLoan({ patronId: 'prt_1' }) };
  expect(nextToFollow(request, { item: theirs, wasLent: true })).toMatchObject({
    side: 'supplier',
    trigger: 'declare-lost',
  });
  const asked = shipped().received().lent().build();
  const outside: LoanRequest = { ...asked, asks: asked.asks.map((ask) => ({ ...ask, supplierMember: 'prt_1' })) };
  expect(nextToFollow(outside, followed('home'))).toBeUndefined();
  expect(nextToFollow(outside, followed('back'))).toMatchObject({ side: 'requester', trigger: 'return' });
});

const picks = fc.array(fc.nat(1000), { maxLength: 14 });
const carried = { ...SHIPMENT, documentId: 'doc-1', terms: { cost: { amount: 900, currency: 'USD' } } };

/** Returns a request after random steps of either side. */
const wandered = (choices: number[]): LoanRequest => {
  let request = aLoanRequest().asked().build();
  for (const [i, pick] of choices.entries()) {
    const ask = request.asks.find(({ closedAt }) => closedAt === undefined);
    const moves = (['requester', 'supplier'] as const).flatMap((side) => {
      const state = side === 'requester' ? request.state : ask?.supplierState;
      return arrowsOf(side).filter(({ from, trigger }) => from === state && TRIGGERS[trigger].source === 'person');
    });
    const move = moves[pick % Math.max(1, moves.length)];
    if (!move) return request;
    const more = { side: move.side, reason: 'NotOnShelf', at: minutesLater(10 + i), due: minutesLater(3000 + i) };
    const acted = act(request, move.trigger, context({ ...carried, ...more, ...(ask && { askId: ask.askId }) }));
    if (!('refused' in acted)) request = acted.request;
  }
  return request;
};

test('following a copy in any state ends without refusals, and repeating it changes nothing', () => {
  fc.assert(
    fc.property(
      picks,
      fc.constantFrom(...(Object.keys(places) as Whereabouts[])),
      fc.boolean(),
      (choices, where, was) => {
        const one = followed(where, was);
        const end = followAll(wandered(choices), one);
        expect(followAll(end.request, one)).toEqual({ request: end.request, steps: [] });
      },
    ),
    { numRuns: 300 },
  );
});

test('only changes that show the place of a copy are events, and only for copies on such a loan', () => {
  const { sent, home } = places;
  expect(loanEventsOfItem({ after: anItem() })).toEqual([]);
  expect(loanEventsOfItem({ before: home, after: { ...home, usedInHouse: 3, v: 9 } })).toEqual([]);
  expect(loanEventsOfItem({ before: sent, after: { ...sent, keys: ['x'], v: 9 } })).toEqual([]);
  const event = { requestId: 'req-1', itemId: SHIPMENT.itemId };
  expect(loanEventsOfItem({ before: home, after: sent })).toEqual([{ ...event, cause: 'ash' }]);
  expect(loanEventsOfItem({ before: places.homeward, after: home })).toEqual([{ ...event, cause: 'birch' }]);
  const other = { ...sent, request: { requestId: 'req-2' } };
  expect(loanEventsOfItem({ before: sent, after: other }).map(({ requestId }) => requestId)).toEqual([
    'req-1',
    'req-2',
  ]);
});

test('a new request of ours is an event, so that its workflow runs; a changed one is not, nor is a partner’s', () => {
  const row = { requestId: 'req-1', requesterMember: 'ash', entity: 'loanRequest', v: 1 };
  expect(loanEventsOfRequest({ after: row })).toEqual([{ requestId: 'req-1', cause: 'ash' }]);
  expect(loanEventsOfRequest({ before: row, after: { ...row, v: 2 } })).toEqual([]);
  const moved = { ...row, v: 2, state: 'shipped', facts: [{ supplierMember: 'birch' }] };
  expect(loanEventsOfRequest({ before: row, after: moved })).toEqual([{ requestId: 'req-1', v: 2, cause: 'ash' }]);
  const partners = { ...moved, requesterMember: 'prt_01kb0000000000000000000000' };
  expect(loanEventsOfRequest({ before: row, after: partners })).toEqual([{ requestId: 'req-1', v: 2, cause: 'birch' }]);
  expect(loanEventsOfRequest({ after: { ...row, requesterMember: 'prt_01kb0000000000000000000000' } })).toEqual([]);
});
