import { aHold, aLentItem, anItem, aPatron, monday, policies } from '../../../../test/builders/circulation.ts';
import { aRequest, by, codes, volume } from '../../../../test/builders/placing.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { expectedWait, isFree } from './expected-wait.ts';
import { decidePlaceHold, holdOf } from './place-hold.ts';
import { decidePutBefore, decideReorderHolds } from './reorder-holds.ts';

const later = '2026-03-09T11:00:00.000Z';
const ofHold = { at: monday, members: { patron: 'cedar' }, holdId: 'hld_1', patronId: 'pat_2', branchId: 'cedar.main' };
const done = <D extends object>(decision: D) => {
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return decision as Exclude<D, { refused: unknown }>;
};

test('a hold says all that was asked for, and nothing that was not', () => {
  const plain = aHold({ placedAt: monday });
  expect(holdOf(aRequest())).toEqual(plain);
  const suspended = { from: monday, until: later };
  expect(holdOf(aRequest({ itemId: 'itm_1', part: 'v. 2', neededUntil: later, suspended }))).toEqual({
    ...{ ...plain, itemId: 'itm_1', part: 'v. 2', neededUntil: later, suspended, state: 'frozen' },
  });
  expect(holdOf(aRequest({ suspended: { from: later } })).state).toBe('placed');
  const formats = ['book' as never];
  expect(holdOf(aRequest({ editions: ['rec_1'], formats }))).toEqual({ ...plain, editions: ['rec_1'], formats });
  expect(holdOf(aRequest({ editions: ['rec_1'] }))).toEqual({ ...plain, editions: ['rec_1'] });
  expect(holdOf(aRequest({ formats }))).toEqual(plain);
  const resident = aPatron({ patronId: 'pat_2', residence: 'Riverton' });
  expect(holdOf(aRequest({ patron: resident }))).toEqual({ ...plain, patronResidence: 'Riverton' });
});

test('a placed hold writes itself, the patron’s counter and month of use, and a fact with the title', () => {
  const { changes, facts, alerts, fillability } = done(decidePlaceHold(aRequest()));
  expect(changes.holds).toEqual([{ after: aHold({ placedAt: monday }) }]);
  expect(changes.patrons).toMatchObject([
    {
      patronId: 'pat_2',
      add: { holds: 1 },
      expected: { holds: 0, loans: 0 },
      uses: { after: { '*': expect.any(String) } },
    },
  ]);
  expect(facts).toEqual([{ ...ofHold, name: 'hold-placed', detail: { recordId: 'rec_1' } }]);
  expect([alerts, fillability]).toEqual([[], 'hold']);
  // The month is noted already: nothing of it is written again.
  const uses = changes.patrons[0]?.uses?.after ?? {};
  const again = done(decidePlaceHold(aRequest({ patron: aPatron({ patronId: 'pat_2', uses }) })));
  expect(again.changes.patrons[0]).not.toHaveProperty('uses');
});

test('of a sample of the copies the number of holds is not written as a limit: another copy may permit more', () => {
  const limits = (sampled?: true) =>
    done(decidePlaceHold(aRequest(sampled ? { sampled } : {}))).changes.patrons[0]?.limits.map(
      ({ counter }) => counter,
    );
  expect([limits(), limits(true)]).toEqual([['holds', 'owed'], ['owed']]);
});

test('C66 the most holds that any rule of the copies permits count, and never more than the consortium allows', () => {
  const rules = (...most: (number | null)[]) =>
    policies(
      most.map((maxHolds, at) => aRule({ id: `r${at}`, when: { itemCategory: `t${at}` }, values: { maxHolds } })),
    );
  const items = (count: number) =>
    Array.from({ length: count }, (_, at) => anItem({ itemId: `i${at}`, category: `t${at}` }));
  const below = (...most: (number | null)[]) =>
    done(
      decidePlaceHold(aRequest({ policies: rules(...most), items: items(most.length) })),
    ).changes.patrons[0]?.limits.find(({ counter }) => counter === 'holds')?.below;
  expect([below(3), below(2, 5), below(5, 2), below(3, null), below(99)]).toEqual([3, 5, 5, 10, 10]);
});

test('C31 where all copies are volumes the request must say which; a loan or hold of another volume is no duplicate', () => {
  const parts = [volume('v. 1', 'itm_1'), volume('v. 2', 'itm_2')];
  expect(codes(decidePlaceHold(aRequest({ items: parts })))).toEqual(['which-part']);
  expect(codes(decidePlaceHold(aRequest({ items: parts, part: 'v. 2' })))).toEqual([]);
  expect(codes(decidePlaceHold(aRequest({ items: parts, itemId: 'itm_1' })))).toEqual([]);
  expect(codes(decidePlaceHold(aRequest({ items: [...parts, anItem({ itemId: 'itm_3' })] })))).toEqual([]);
  expect(codes(decidePlaceHold(aRequest({ items: [] })))).toEqual(['no-holdable-copy']);
  const lent = aLentItem({ patronId: 'pat_2' }, { itemId: 'itm_1', part: 'v. 1' });
  const items = [lent, volume('v. 2', 'itm_2')];
  expect(codes(decidePlaceHold(aRequest({ items, part: 'v. 2' })))).toEqual([]);
  expect(codes(decidePlaceHold(aRequest({ items, part: 'v. 1' })))).toEqual(['already-lent-to-patron']);
  const own = [aHold({ holdId: 'hld_0', part: 'v. 1' })];
  expect(codes(decidePlaceHold(aRequest({ items: parts, part: 'v. 2', ownHolds: own })))).toEqual([]);
  expect(codes(decidePlaceHold(aRequest({ items: parts, part: 'v. 1', ownHolds: own })))).toEqual([
    'already-requested',
  ]);
});

test('the last day of need is to come, a suspension is sound, and both refusals say what is allowed', () => {
  expect(codes(decidePlaceHold(aRequest({ neededUntil: monday })))).toEqual(['not-needed-past']);
  expect(codes(decidePlaceHold(aRequest({ neededUntil: later })))).toEqual([]);
  const wrong = decidePlaceHold(aRequest({ suspended: { from: later, until: monday } }));
  expect(wrong).toMatchObject({ refused: [{ code: 'suspension-wrong', params: { days: expect.any(Number) } }] });
  const nowhere = aRequest({ pickup: { ...aRequest().pickup, allowsPickup: false } });
  expect(decidePlaceHold(nowhere)).toMatchObject({
    refused: [{ code: 'pickup-not-allowed', params: { branch: 'cedar.main' } }],
  });
});

test('C29 a copy on the shelf of the pickup branch refuses the hold, warns of it or neither, as the policy says', () => {
  const items = [anItem({ currentBranch: 'cedar.main' })];
  const place = (over: Parameters<typeof by>[0]) => decidePlaceHold(aRequest({ items, policies: by(over) }));
  expect(codes(place({ localCopyBlock: true }))).toEqual(['local-copy-available']);
  expect(place({ localCopyBlock: false, localCopyAlert: true }).alerts).toEqual(['local-copy-available']);
  expect(place({ localCopyBlock: false, localCopyAlert: false }).alerts).toEqual([]);
  const lent = [aLentItem({}, { currentBranch: 'cedar.main' })];
  expect(decidePlaceHold(aRequest({ items: lent, policies: by({ localCopyAlert: true }) })).alerts).toEqual([]);
});

test('a wait is nothing while copies are free, then a loan period for each round of the copies before it', () => {
  const copies = [
    anItem({ itemId: 'a' }),
    anItem({ itemId: 'b', state: 'on-loan' }),
    anItem({ itemId: 'c', state: 'missing' }),
  ];
  const queue = Array.from({ length: 5 }, (_, at) =>
    aHold({ holdId: `hld_${at}`, placedAt: `2026-03-01T1${at}:00:00.000Z` }),
  );
  const days = queue.map((hold) => expectedWait(hold, queue, copies, policies())?.days);
  expect(days).toEqual([0, 28, 28, 56, 56]);
  expect(expectedWait(aHold({ holdId: 'hld_9' }), queue, copies, policies())).toBeUndefined();
  expect(expectedWait(queue[0] ?? aHold(), queue, [], policies())).toEqual({ place: 1, copies: 0 });
  expect([isFree(anItem()), isFree(anItem({ state: 'paged' })), isFree(anItem({ state: 'on-loan' }))]).toEqual([
    ...[true, true, false],
  ]);
  const hourly = policies([aRule({ values: { loanPeriod: { hours: 30 } } })]);
  expect(expectedWait(queue[1] ?? aHold(), queue, [copies[1] ?? anItem()], hourly)?.days).toBe(4);
});

const at = (second: number, over: Partial<Hold> = {}) =>
  aHold({
    holdId: `hld_${second}`,
    placedAt: new Date(Date.parse('2026-03-01T10:00:00.000Z') + second).toISOString(),
    ...over,
  });

test('C62 each hold that gets another place is a change of that hold, with one version more', () => {
  const { changes, facts } = done(
    decideReorderHolds([at(0), at(1000), at(2000)], ['hld_1000', 'hld_0', 'hld_2000'], monday),
  );
  expect(changes.holds).toEqual([
    { after: at(1000, { priority: 0, queuedAt: at(0).placedAt, v: 2 }), expect: 1 },
    { after: at(0, { priority: 0, queuedAt: at(1000).placedAt, v: 2 }), expect: 1 },
  ]);
  expect(facts).toEqual(['hld_1000', 'hld_0'].map((holdId) => ({ ...ofHold, name: 'hold-changed', holdId })));
});

test('C62 a hold put before another takes the middle of the gap; the first place is a minute earlier; without a gap others give way', () => {
  const put = (holds: Hold[], holdId: string, before: string) => decidePutBefore(holds, { holdId, before }, monday);
  const times = (decision: ReturnType<typeof put>) =>
    done(decision).changes.holds.map(({ after }) => [
      after.holdId,
      Date.parse(after.queuedAt ?? '') - Date.parse(at(0).placedAt),
    ]);
  const queue = [at(0), at(1000), at(2000)];
  expect(times(put(queue, 'hld_2000', 'hld_1000'))).toEqual([['hld_2000', 500]]);
  expect(times(put(queue, 'hld_2000', 'hld_0'))).toEqual([['hld_2000', -60_000]]);
  expect(times(put([at(0), at(2), at(9)], 'hld_9', 'hld_2'))).toEqual([['hld_9', 1]]);
  expect(times(put([at(0), at(1), at(9)], 'hld_9', 'hld_1'))).toEqual([
    ['hld_9', 0],
    ['hld_0', -1],
  ]);
  const moved = done(put(queue, 'hld_2000', 'hld_1000'));
  expect(moved.facts).toEqual([{ ...ofHold, name: 'hold-changed', holdId: 'hld_2000' }]);
  expect(moved.changes.holds[0]).toMatchObject({ after: { v: 2 }, expect: 1 });
  expect(done(put(queue, 'hld_0', 'hld_1000')).changes.holds).toEqual([]);
  expect(codes(put(queue, 'hld_0', 'hld_7'))).toEqual(['order-incomplete']);
  expect(codes(put(queue, 'hld_7', 'hld_0'))).toEqual(['order-incomplete']);
  for (const state of ['targeted', 'in-transit', 'on-shelf'] as const)
    expect(codes(put([at(0, { state }), at(1000)], 'hld_1000', 'hld_0'))).toEqual(['order-passes-filled']);
});
