import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aHold, aLentItem, anItem, monday, policies } from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import { decideRecall, type RecallRequest } from './recall.ts';

const recallable = { recallable: true, recallGuaranteedDays: 14, recallReturnDays: 7 };
const soonest = '2026-03-09T22:59:59.000Z';

const aRecall = (over: Partial<RecallRequest> = {}, values = {}): RecallRequest => ({
  hold: aHold(),
  items: [aCopy()],
  waiting: [aHold()],
  patronOf: () => ({ category: 'adult' }),
  at: monday,
  policies: policies([aRule({ id: 'recalls', values: { ...recallable, ...values } })]),
  calendarOf: () => aCalendar(),
  ...over,
});

/** Lent three weeks ago, due in three more. */
const aCopy = (loan: Partial<Loan> = {}, over: Partial<ItemCirculation> = {}): ItemCirculation =>
  aLentItem({ checkedOutAt: '2026-02-09T11:00:00.000Z', due: '2026-03-23T22:59:59.000Z', ...loan }, over);

const outcome = (over: Partial<RecallRequest> = {}, values = {}) => {
  const decision = decideRecall(aRecall(over, values));
  if ('refused' in decision) return decision.refused.map(({ code }) => code);
  const { item, holds } = decision.changes;
  return { due: item?.after.loan?.due, itemId: item?.after.itemId, hold: holds[0]?.after.recalledItemId };
};

test('C70 a recall leaves the days for the return, publishes the event, and the hold records its copy', () => {
  const decision = decideRecall(aRecall({ branchId: 'cedar.main' }));
  expect(decision).toMatchObject({
    changes: {
      item: { after: aCopy({ due: soonest, recalledAt: monday }, { v: 8 }), expect: 7 },
      holds: [{ after: aHold({ recalledItemId: 'itm_1', v: 2 }), expect: 1 }],
      patrons: [],
    },
    facts: [
      {
        name: 'loan-recalled',
        patronId: 'pat_1',
        members: { owner: 'ash', desk: 'cedar', patron: 'cedar' },
        detail: { due: soonest },
      },
    ],
  });
  expect(decision.explain.due).toEqual({ due: soonest, moved: ['recall'] });
});

test('C70 the guaranteed days from the checkout remain, and no recall extends a loan', () => {
  const lately = { checkedOutAt: '2026-03-01T11:00:00.000Z' };
  // Fourteen days from Sunday, 1 March, end on a Sunday: the due date moves to Monday.
  expect(outcome({ items: [aCopy(lately)] })).toMatchObject({ due: '2026-03-16T22:59:59.000Z' });
  expect(outcome({ items: [aCopy({ due: '2026-03-05T22:59:59.000Z' })] })).toMatchObject({
    due: '2026-03-05T22:59:59.000Z',
  });
});

test('C70 a second recall does not shorten it again', () => {
  const before = '2026-02-20T11:00:00.000Z';
  expect(outcome({ items: [aCopy({ recalledAt: before })] })).toMatchObject({ due: '2026-03-23T22:59:59.000Z' });
  const decision = decideRecall(aRecall({ items: [aCopy({ recalledAt: before })] }));
  expect('refused' in decision ? undefined : decision.changes.item?.after.loan?.recalledAt).toBe(before);
});

test('C70 an overdue loan gets a later due date only where that is set', () => {
  const overdue = { due: '2026-02-27T22:59:59.000Z' };
  expect(outcome({ items: [aCopy(overdue)] })).toMatchObject(overdue);
  expect(outcome({ items: [aCopy(overdue)] }, { recallExtendsOverdue: true })).toMatchObject({ due: soonest });
});

test('C33 a title’s recall takes the loan with the fewest recalls, among them the one due first', () => {
  const items = [
    aCopy({ due: '2026-03-24T22:59:59.000Z' }, { itemId: 'itm_later' }),
    aCopy({ due: '2026-03-23T22:59:59.000Z' }, { itemId: 'itm_sooner' }),
    aCopy({ due: '2026-03-22T22:59:59.000Z' }, { itemId: 'itm_recalled' }),
  ];
  const other = aHold({ holdId: 'hld_2', patronId: 'pat_3', recalledItemId: 'itm_recalled' });
  expect(outcome({ items, waiting: [aHold(), other] })).toMatchObject({ itemId: 'itm_sooner', hold: 'itm_sooner' });
  const second = aHold({ holdId: 'hld_3', patronId: 'pat_4', recalledItemId: 'itm_sooner' });
  expect(outcome({ items, waiting: [other, second] })).toMatchObject({ itemId: 'itm_later' });
  // An ended hold has no recall any more.
  expect(outcome({ items, waiting: [{ ...other, state: 'fulfilled' }] })).toMatchObject({ itemId: 'itm_recalled' });
});

test('C33 a lost, claimed or aged loan is never recalled, nor one’s own, nor an item that the hold cannot use', () => {
  const lost = { at: monday, billId: 'bil_1', amount: 0, aged: true as const };
  const items = [
    aCopy({}, { state: 'claimed-returned' }),
    aCopy({ lost: { at: monday, billId: 'bil_0', amount: 0 } }, { state: 'lost' }),
    aCopy({ lost }, { state: 'lost' }),
    aCopy({ patronId: 'pat_2' }),
    anItem(),
  ];
  expect(outcome({ items })).toEqual(['nothing-to-recall']);
  expect(outcome({ items: [...items, aCopy()], hold: aHold({ itemId: 'itm_9' }) })).toEqual(['nothing-to-recall']);
});

test('C70 a hold recalls once, while it waits, and only what its owner allows to be recalled', () => {
  const recalled = [aCopy({ recalledAt: monday })];
  expect(outcome({ hold: aHold({ recalledItemId: 'itm_1' }), items: recalled })).toEqual(['recalled-already']);
  expect(outcome({ hold: aHold({ state: 'on-shelf' }) })).toEqual(['hold-wrong-state']);
  expect(outcome({}, { recallable: false })).toEqual(['not-recallable']);
});

test('C70 a recall without its reason binds no one: the copy was returned, or was renewed all the same', () => {
  const hold = aHold({ recalledItemId: 'itm_1' });
  const lent = aCopy({}, { itemId: 'itm_2' });
  const back = anItem();
  expect(outcome({ hold, items: [back, lent] })).toMatchObject({ itemId: 'itm_2', hold: 'itm_2', due: soonest });
  const renewed = aCopy();
  expect(outcome({ hold, items: [renewed] })).toMatchObject({ itemId: 'itm_1', due: soonest });
});

test('C69 C70 the guaranteed days also apply where closed days move a due date earlier', () => {
  const stocktaking = aCalendar({ closures: [{ from: '2026-03-14', to: '2026-03-16', reason: 'stocktaking' }] });
  const items = [aCopy({ checkedOutAt: '2026-03-01T11:00:00.000Z', due: '2026-03-30T21:59:59.000Z' })];
  const values = { recallReturnDays: 1, closedDays: 'earlier' as const };
  // Fourteen days from 1 March end on the 15th: closed until the 16th.
  expect(outcome({ items, calendarOf: () => stocktaking }, values)).toMatchObject({ due: '2026-03-17T22:59:59.000Z' });
});

const checksOf = (over: Partial<RecallRequest> = {}, values = {}) => decideRecall(aRecall(over, values)).explain.checks;

test('C70 a recall explains each check, the rule and its version', () => {
  const { explain } = decideRecall(aRecall());
  expect(explain).toMatchObject({ policyVersion: 1, rule: { values: { recallable: true } } });
  expect(explain.checks).toEqual([
    { check: 'hold-wrong-state', passed: true, detail: 'The hold is placed' },
    { check: 'recalled-already', passed: true, detail: 'Recalled: nothing yet' },
    { check: 'nothing-to-recall', passed: true, detail: '1 copies are lent that could fill the hold' },
    { check: 'not-recallable', passed: true, detail: '1 can be recalled' },
  ]);
});

test('C70 each refusal of a recall says why', () => {
  const failed = (...asked: Parameters<typeof checksOf>) =>
    checksOf(...asked).flatMap(({ passed, check, detail }) => (passed ? [] : [`${check}: ${detail}`]));
  expect(failed({ hold: aHold({ state: 'frozen' }) })).toEqual(['hold-wrong-state: The hold is frozen']);
  const recalled = [aCopy({ recalledAt: monday })];
  expect(failed({ hold: aHold({ recalledItemId: 'itm_1' }), items: recalled })).toEqual([
    'recalled-already: Recalled: itm_1',
  ]);
  expect(failed({ items: [] })).toEqual(['nothing-to-recall: 0 copies are lent that could fill the hold']);
  expect(failed({}, { recallable: false })).toEqual(['not-recallable: 0 can be recalled']);
  expect(failed({ calendarOf: () => undefined })).toEqual(['not-recallable: 1 can be recalled']);
});

test('C33 of equal loans the one of the first item id is recalled, in whatever order they are read', () => {
  const [one, other] = [aCopy({}, { itemId: 'itm_1' }), aCopy({}, { itemId: 'itm_2' })];
  expect([outcome({ items: [one, other] }), outcome({ items: [other, one] })]).toMatchObject([
    { itemId: 'itm_1' },
    { itemId: 'itm_1' },
  ]);
});

test('C70 the rule of a loan is that of its borrower and its desk, and its calendar that of its checkout', () => {
  const rules = policies([
    aRule({ id: 'child', when: { patronCategory: 'child', checkout: 'birch' }, values: recallable }),
  ]);
  const asked = { policies: rules, patronOf: () => ({ category: 'child' }) };
  const branches: string[] = [];
  const decision = decideRecall(
    aRecall({
      ...asked,
      calendarOf: (branchId) => {
        branches.push(branchId);
        return aCalendar();
      },
    }),
  );
  expect('changes' in decision && decision.changes.item?.after.loan?.due).toBe(soonest);
  expect(branches).toEqual(['birch.east']);
  expect(outcome({ policies: rules })).toEqual(['not-recallable']);
  expect(outcome({ ...asked, items: [aCopy({ checkoutBranch: 'elm.main' })] })).toEqual(['not-recallable']);
  expect(outcome({ ...asked, patronOf: () => undefined })).toEqual(['not-recallable']);
});

test('C70 a loan that is due at this moment is not overdue yet, and one due on the day of the recall keeps its date', () => {
  expect(outcome({ items: [aCopy({ due: monday })] }, { recallExtendsOverdue: true })).toMatchObject({ due: monday });
  expect(outcome({ items: [aCopy({ due: soonest })] })).toMatchObject({ due: soonest });
  expect(decideRecall(aRecall({ items: [aCopy({ due: soonest })] })).explain.due).toEqual({ due: soonest, moved: [] });
});

test('C33 of loans that are recalled equally often the one due first is recalled again, in whatever order they are read', () => {
  const sooner = aCopy({ due: '2026-03-20T22:59:59.000Z' }, { itemId: 'itm_sooner' });
  const items = [sooner, aCopy({}, { itemId: 'itm_later' })];
  const waiting = ['itm_sooner', 'itm_later'].map((recalledItemId, place) =>
    aHold({ holdId: `hld_${place + 2}`, patronId: 'pat_3', recalledItemId }),
  );
  for (const read of [items, items.toReversed()])
    expect(outcome({ items: read, waiting })).toMatchObject({ itemId: 'itm_sooner' });
});

test('C69 C70 a rule’s own setting for closed days applies to a recall', () => {
  // Six days after Monday is a Sunday.
  expect(outcome({}, { recallReturnDays: 6, closedDays: 'keep' })).toMatchObject({ due: '2026-03-08T22:59:59.000Z' });
  expect(outcome({}, { recallReturnDays: 6 })).toMatchObject({ due: soonest });
});
