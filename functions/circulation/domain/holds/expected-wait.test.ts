import { aHold, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import { expectedWait, waitAt } from './expected-wait.ts';
import { countCopies, countedWait, countQueue, shortId } from './queue-counters.ts';

const films = policies([
  aRule({ id: 'films', when: { itemCategory: 'dvd' }, values: { loanPeriod: { days: 7 } } }),
  aRule({ id: 'scores', when: { itemCategory: 'score' }, values: { holdable: false } }),
]);
const [book, film, score] = ['book', 'dvd', 'score'].map((category) => anItem({ category, state: 'on-loan' }));

test('the estimate takes the median of the loan periods of all copies that can fill the hold', () => {
  const days = (place: number, ...copies: (ReturnType<typeof anItem> | undefined)[]) => {
    const alike = copies.flatMap((item) => (item ? [{ item, copies: 1, free: 0 }] : []));
    return waitAt({ hold: aHold(), place }, alike, films);
  };
  expect(days(1, film, film, book)).toEqual({ place: 1, copies: 3, days: 7 });
  expect(days(1, book, film, book)).toEqual({ place: 1, copies: 3, days: 28 });
  expect(days(1, film, book)).toEqual({ place: 1, copies: 2, days: 28 });
  expect(days(4, film, film, book)).toEqual({ place: 4, copies: 3, days: 14 });
  expect(days(2, film, score)).toEqual({ place: 2, copies: 1, days: 14 });
  expect(days(1, score)).toEqual({ place: 1, copies: 0 });
});

test('holds before take the free copies, then each copy serves one of them in turn', () => {
  const copies = [{ item: anItem(), copies: 3, free: 2 }];
  const days = [1, 2, 3, 5, 6].map((place) => waitAt({ hold: aHold(), place }, copies, films).days);
  expect(days).toEqual([0, 0, 28, 28, 56]);
});

test('a copy of hours counts as the days that it begins; one that will not come counts not at all', () => {
  const hours = (count: number) => policies([aRule({ values: { loanPeriod: { hours: count } } })]);
  const days = (count: number) => expectedWait(aHold(), [aHold()], [anItem({ state: 'on-loan' })], hours(count))?.days;
  expect([days(24), days(25)]).toEqual([1, 2]);
  expect(expectedWait(aHold(), [aHold()], [anItem({ state: 'missing' })], films)).toEqual({ place: 1, copies: 0 });
});

test('finding C7: copies are counted by what the rules distinguish, and those that are free', () => {
  const shown = [
    { item: anItem(), ownOnly: false },
    { item: anItem({ itemId: 'itm_2', state: 'on-loan' }), ownOnly: false },
    { item: anItem({ itemId: 'itm_3' }), ownOnly: true },
    { item: anItem({ itemId: 'itm_4', part: 'v. 1' }), ownOnly: false },
    { item: anItem({ itemId: 'itm_5', state: 'missing' }), ownOnly: false },
  ];
  const alike = { branchId: 'ash.main', location: 'stacks', category: 'book' };
  const copies = countCopies(shown);
  expect(copies).toEqual([
    { ...alike, ownOnly: false, copies: 2, free: 1 },
    { ...alike, ownOnly: true, copies: 1, free: 1 },
    { ...alike, part: 'v. 1', ownOnly: false, copies: 1, free: 1 },
  ]);
  // A patron of another library borrows no copy that is for the library's own patrons.
  const counters = { order: [], last: 0, copies, recountAt: monday };
  expect(countedWait(counters, { hold: aHold(), place: 1 }, films).copies).toBe(2);
  expect(countedWait(counters, { hold: aHold({ patronMember: 'ash' }), place: 1 }, films).copies).toBe(3);
});

test('finding C7: the counters name who waits in order, and count those whom staff put last', () => {
  const queue = [
    aHold({ holdId: 'hld_00000003', priority: 1 }),
    aHold({ holdId: 'hld_00000002', state: 'frozen' }),
    aHold({ holdId: 'hld_00000001', state: 'on-shelf' }),
    aHold({ holdId: 'hld_00000004', priority: -1 }),
  ];
  expect(countQueue(queue, { copies: [], recountAt: monday })).toEqual({
    ...{ order: ['00000004', '00000002', '00000003'], last: 1, copies: [], recountAt: monday },
  });
  expect(countQueue(queue.slice(2, 3), { copies: [], recountAt: monday })).toBeUndefined();
  expect([shortId('hld_0123456789'), shortId('hld_1')]).toEqual(['23456789', '---hld_1']);
});
