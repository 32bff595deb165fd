import fc from 'fast-check';
import { aHold, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { firstCopies } from '../items/copy-sample.ts';
import { expectedWait } from './expected-wait.ts';
import { byQueueOrder, hasPlace, queuePlace } from './hold-queue.ts';
import {
  areCounted,
  areRecent,
  countCopies,
  countedWait,
  countQueue,
  isRecountDue,
  nextRecount,
  placeAfter,
  placeIn,
  type ShownCopy,
} from './queue-counters.ts';

const rules = policies([
  aRule({
    id: 'dvds',
    setBy: 'ash',
    when: { itemOwner: 'ash', itemCategory: 'dvd' },
    values: { loanPeriod: { days: 7 } },
  }),
  aRule({ id: 'own', setBy: 'elm', when: { itemOwner: 'elm', location: 'desk' }, values: { holdable: false } }),
]);
const branches = ['ash.main', 'cedar.main', 'elm.main'] as const;
const states = ['available', 'paged', 'on-loan', 'in-transit', 'missing', 'lost'] as const;

const copies = fc
  .array(
    fc.record({
      branchId: fc.constantFrom(...branches),
      category: fc.constantFrom('book', 'dvd'),
      location: fc.constantFrom('stacks', 'desk'),
      part: fc.constantFrom('', 'v.1'),
      state: fc.constantFrom(...states),
      ownOnly: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(({ part, ownOnly, branchId, ...over }, i): ShownCopy => {
      const place = { branchId, currentBranch: branchId, memberId: branchId.split('.')[0] ?? '' };
      const item = anItem({ ...over, ...place, itemId: `itm_${i}`, ...(part !== '' && { part }) });
      return { item, ownOnly };
    }),
  );
const queues = fc
  .array(
    fc.record({
      state: fc.constantFrom('placed', 'targeted', 'frozen', 'on-shelf', 'in-transit'),
      priority: fc.constantFrom(-1, 0, 0, 1),
      minute: fc.integer({ min: 0, max: 59 }),
      patronMember: fc.constantFrom('ash', 'cedar', 'elm'),
      part: fc.constantFrom('', 'v.1'),
    }),
    { maxLength: 20 },
  )
  .map((all) =>
    all.map(({ minute, part, ...over }, i): Hold => {
      const placedAt = `2026-03-01T11:${String(minute).padStart(2, '0')}:00.000Z`;
      return aHold({ ...over, holdId: `hld_${String(i).padStart(26, '0')}`, placedAt, ...(part !== '' && { part }) });
    }),
  );

const counted = (queue: readonly Hold[], shown: readonly ShownCopy[]) =>
  countQueue(queue, { copies: countCopies(shown), recountAt: monday });

test('finding C7: the counters give each hold the same place and estimate as its whole queue and all copies', () => {
  fc.assert(
    fc.property(queues, copies, (queue, shown) => {
      const counters = counted(queue, shown);
      for (const hold of queue) {
        const usable = shown.filter(({ item, ownOnly }) => !ownOnly || item.memberId === hold.patronMember);
        const whole = expectedWait(
          hold,
          queue,
          usable.map(({ item }): ItemCirculation => item),
          rules,
        );
        const place = counters && placeIn(counters, hold.holdId);
        const short = counters && place !== undefined ? countedWait(counters, { hold, place }, rules) : undefined;
        expect(short).toEqual(whole);
      }
      expect(counters === undefined).toBe(!queue.some(hasPlace));
    }),
  );
});

test('finding C7: a new hold gets the place that the whole queue gives it, whether or not the latest are counted', () => {
  fc.assert(
    fc.property(queues, fc.nat({ max: 20 }), (all, known) => {
      const queue = all.map((hold, i) => (i < known ? hold : { ...hold, placedAt: monday, priority: 0 }));
      const counters = counted(queue.slice(0, known), []);
      if (!counters) return;
      const mine = aHold({ holdId: 'hld_zzzzzzzzzz', placedAt: '2026-03-02T12:00:00.000Z' });
      const place = placeAfter(counters, queue);
      expect(place).toBe(queuePlace([...queue, mine].toSorted(byQueueOrder), mine.holdId));
    }),
  );
});

test('finding C7: counters do not answer when all of the newest holds are later, for one copy, or for other editions', () => {
  const counters = counted([aHold({ holdId: 'hld_00000001' })], []);
  if (!counters) throw new Error('A hold waits.');
  expect(placeAfter(counters, [aHold({ holdId: 'hld_00000002' })])).toBeUndefined();
  expect(placeIn(counters, 'hld_00000002')).toBeUndefined();
  expect(areCounted(aHold())).toBe(true);
  expect(areCounted(aHold({ editions: ['rec_1'] }))).toBe(true);
  expect(areCounted(aHold({ editions: ['rec_1', 'rec_2'] }))).toBe(false);
  expect(areCounted(aHold({ itemId: 'itm_1' }))).toBe(false);
  expect(areCounted(aHold({ holdId: `req_${'0'.repeat(26)}` }))).toBe(false);
});

test('finding C7: copies are counted again after a day; counters that are two days late are not used', () => {
  const [counted_, day] = [Date.parse(monday), 24 * 60 * 60_000];
  const counters = { recountAt: nextRecount(counted_) };
  expect(isRecountDue(undefined, counted_)).toBe(true);
  expect([day - 1, day].map((after) => isRecountDue(counters, counted_ + after))).toEqual([false, true]);
  expect([3 * day - 1, 3 * day].map((after) => areRecent(counters, counted_ + after))).toEqual([true, false]);
});

test('finding C7: the first copies of a popular title are few, each once, with the named one and those of the patron', () => {
  const listed = Array.from({ length: 200 }, (_, i) => {
    const branchId = branches[i % 3] ?? 'ash.main';
    return { itemId: `itm_${i}`, branchId, memberId: branchId.split('.')[0] ?? '' };
  });
  fc.assert(
    fc.property(fc.nat({ max: 199 }), fc.subarray(listed, { maxLength: 5 }), (named, own) => {
      const wanted = `itm_${named}`;
      const ownLoans = new Set(own.map(({ itemId }) => itemId));
      const pickup = { branchId: 'cedar.main', memberId: 'cedar' };
      const first = firstCopies(listed, { wanted, ownLoans, pickup, patronMember: 'elm' });
      expect(first).toEqual(expect.arrayContaining([wanted, ...ownLoans]));
      expect(new Set(first).size).toBe(first.length);
      expect(first.length).toBeLessThanOrEqual(8 + 1 + ownLoans.size);
      expect(first.filter((id) => Number(id.slice(4)) % 3 === 1).length).toBeGreaterThanOrEqual(3);
    }),
  );
  const few = listed.slice(0, 16);
  const asked = { ownLoans: new Set<string>(), pickup: { branchId: 'x.y', memberId: 'x' }, patronMember: 'x' };
  expect(firstCopies(few, asked)).toEqual(few.map(({ itemId }) => itemId));
  expect(firstCopies(listed, asked)).toHaveLength(8);
});
