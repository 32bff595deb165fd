import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aCheckin, aLentItem, aLoan, anItem, monday } from '../../../../test/builders/circulation.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { circulationRefusals, refusalsOf } from '../decisions/refusals.ts';
import { decideDamage } from './damage.ts';
import { ageLoan, claimMissing, claimReturned, declareLost, settleLost } from './lost-and-claimed.ts';

const ids = { bill: 'bil_1', entry: 'ent_1', feeBill: 'bil_2', feeEntry: 'ent_2' };
const codes = (decision: object): string[] =>
  'refused' in decision ? (decision.refused as { code: string }[]).map(({ code }) => code) : [];

test('C74 a lost item is charged for its owner, by the terms stored with the loan', () => {
  const charge = { amount: 3000, currency: 'EUR', member: 'ash', at: monday };
  const lost = { at: monday, billId: 'bil_1', amount: 3000 };
  expect(declareLost({ item: aLentItem(), at: monday, ids })).toMatchObject({
    changes: {
      item: { after: aLentItem({ lost }, { state: 'lost', v: 8 }), expect: 7 },
      patrons: [{ patronId: 'pat_1', add: { owed: 3000 }, limits: [] }],
      bills: [{ billId: 'bil_1', patronId: 'pat_1', loanId: 'lon_1', itemId: 'itm_1', kind: 'lost', ...charge }],
    },
    postings: [{ entryId: 'ent_1', kind: 'lost-item-charged', causeId: 'bil_1', memo: 'declared-lost', ...charge }],
    facts: [{ name: 'item-lost' }, { name: 'lost-charged' }],
  });
});

test('finding C10: an item that becomes lost is charged the processing fee of its rule besides, declared or aged, also where it costs nothing', () => {
  const terms = { ...aLoan().terms, processing: 500, age: 1 };
  const fee = { billId: 'bil_2', kind: 'lost-processing', amount: 500, member: 'ash', loanId: 'lon_1' };
  const made = [
    declareLost({ item: aLentItem({ terms }), at: monday, ids }),
    ageLoan({ item: aLentItem({ terms }), at: monday, ids, calendar: aCalendar() }),
  ];
  for (const decision of made) {
    expect(decision).toMatchObject({
      changes: {
        item: { after: { state: 'lost', loan: { lost: { billId: 'bil_1', amount: 3000, feeBillId: 'bil_2' } } } },
        patrons: [{ patronId: 'pat_1', add: { owed: 3500 } }],
        bills: [{ kind: 'lost', amount: 3000 }, fee],
      },
    });
    expect('postings' in decision && decision.postings.map(({ kind, amount, memo }) => [kind, amount, memo])).toEqual(
      expect.arrayContaining([['lost-item-charged', 500, 'lost-processing']]),
    );
  }
  const free = declareLost({ item: aLentItem({ terms: { ...terms, lost: 0 }, groups: ['dvds'] }), at: monday, ids });
  expect(free).toMatchObject({
    changes: {
      item: { after: { state: 'lost-and-paid' } },
      patrons: [{ add: { loans: -1, 'group:dvds': -1, owed: 500 } }],
      bills: [fee],
    },
  });
});

test('finding C10: the return of a lost item keeps its processing fee, or takes it back as its charge, where the rule says so', () => {
  const returned = (more: object, feeBill: object, at = '2026-03-20T11:00:00.000Z') => {
    const terms = { ...aLoan().terms, processing: 500, noOverdue: true as const, ...more };
    const lost = { at: monday, billId: 'bil_1', amount: 3000, feeBillId: 'bil_2' };
    const item = aLentItem({ lost, terms }, { state: 'lost' });
    const { changes, postings } = decideCheckin(
      aCheckin({
        item,
        at,
        lostBill: { open: 3000 },
        feeBill: { billId: 'bil_2', amount: 500, open: 500, ...feeBill },
      }),
    );
    const reversed = postings.filter(({ causeId }) => causeId === 'bil_2').map(({ kind, amount }) => [kind, amount]);
    return [changes.patrons[0]?.add.owed, changes.feeRefund?.amount, reversed];
  };
  const back = { processingRefunded: true as const };
  expect(returned({}, {})).toEqual([-3000, undefined, []]);
  expect(returned(back, {})).toEqual([-3500, 500, [['lost-item-refunded', 500]]]);
  // What was waived of it is not given back; after the owner's period only what is open falls.
  expect(returned(back, { amount: 200, open: 200 })).toEqual([-3200, 200, [['lost-item-refunded', 200]]]);
  expect(returned({ ...back, creditDays: 5 }, { open: 100 })).toEqual([-3100, 100, [['lost-item-refunded', 100]]]);
  expect(returned({ ...back, creditDays: 5 }, { open: 0 })).toEqual([-3000, undefined, []]);
});

test('C73 an item whose owner charges nothing is lost and settled at once: the patron’s counters decrease, nothing is billed', () => {
  const terms = { ...aLoan().terms, lost: 0, age: 1 };
  const item = aLentItem({ terms, groups: ['dvds'] });
  const settled = {
    changes: {
      item: { after: { state: 'lost-and-paid', loan: { lost: { amount: 0, paid: true } } } },
      patrons: [{ patronId: 'pat_1', add: { loans: -1, 'group:dvds': -1 } }],
      bills: [],
    },
    postings: [],
    facts: [{ name: 'item-lost' }, { name: 'loan-closed' }],
  };
  expect(declareLost({ item, at: monday, ids })).toMatchObject(settled);
  expect(ageLoan({ item, at: monday, ids, calendar: aCalendar() })).toMatchObject(settled);
});

test('C73 a copy that an erased patron lost is returned without a fine, a refund or a charge for its damage', () => {
  const lost = { at: monday, billId: 'bil_1', amount: 0, paid: true } as const;
  const item = aLentItem({ patronId: 'erased', lost }, { state: 'lost-and-paid' });
  expect(decideCheckin(aCheckin({ item })).changes).toMatchObject({ patrons: [], bills: [] });
  const charged = { ...aCheckin({ item }), damageIds: ids, amount: 500 };
  expect(codes(decideDamage(charged))).toEqual(['nobody-to-charge']);
});

test('C72 a claimed return is stored with the loan; a claimed item is never declared lost, and a lost one never claimed', () => {
  expect(claimReturned({ item: aLentItem(), at: monday })).toMatchObject({
    changes: {
      item: { after: aLentItem({ claimedAt: monday }, { state: 'claimed-returned', v: 8 }), expect: 7 },
      patrons: [{ patronId: 'pat_1', add: { claims: 1 }, limits: [] }],
    },
    postings: [],
  });
  expect(codes(declareLost({ item: aLentItem({}, { state: 'claimed-returned' }), at: monday, ids }))).toEqual([
    'loan-claimed',
  ]);
  expect(codes(claimReturned({ item: aLentItem({}, { state: 'lost' }), at: monday }))).toEqual(['loan-lost']);
  expect(codes(claimReturned({ item: anItem(), at: monday }))).toEqual(['not-on-loan']);
});

test('every refusal occurs in some decision', () => {
  expect(new Set(Object.values(refusalsOf).flat())).toEqual(new Set(Object.keys(circulationRefusals)));
});

test('permitted desks: the owner’s, the lender’s and the patron’s home; another is refused', () => {
  for (const branchId of ['ash.main', 'birch.east', 'birch.west', 'cedar.north']) {
    expect(codes(declareLost({ item: aLentItem(), at: monday, branchId, ids }))).toEqual([]);
    expect(codes(claimReturned({ item: aLentItem(), at: monday, branchId }))).toEqual([]);
  }
  const elsewhere = { item: aLentItem(), at: monday, branchId: 'elm.main' };
  expect(codes(declareLost({ ...elsewhere, ids }))).toEqual(['not-your-loan']);
  expect(codes(claimReturned(elsewhere))).toEqual(['not-your-loan']);
});

test('C72 C73 a loan ages by the terms at checkout, and never when claimed, lost, returned or not due for ageing', () => {
  const terms = { ...aLoan().terms, age: 30 };
  const aged = (at: string, loan = {}, over = {}) =>
    ageLoan({ item: aLentItem({ terms, ...loan }, over), at, ids, calendar: aCalendar() });
  // Thirty days after 27 February end with 29 March, the shortest day of the year.
  const ripe = '2026-03-29T21:59:59.000Z';
  expect(aged(ripe)).toMatchObject({
    changes: {
      item: { after: { state: 'lost', loan: { lost: { aged: true, amount: 3000 } } } },
      bills: [{ kind: 'lost' }],
    },
    postings: [{ kind: 'lost-item-charged', memo: 'aged-to-lost', member: 'ash' }],
    facts: [{ name: 'item-lost', detail: { how: 'aged-to-lost' } }, { name: 'lost-charged' }],
  });
  expect(codes(aged('2026-03-29T21:59:58.000Z'))).toEqual(['not-aged']);
  expect(codes(ageLoan({ item: aLentItem(), at: ripe, ids, calendar: aCalendar() }))).toEqual(['not-aged']);
  expect(codes(aged(ripe, { claimedAt: monday }, { state: 'claimed-returned' }))).toEqual(['loan-claimed']);
  expect(codes(aged(ripe, {}, { state: 'lost' }))).toEqual(['loan-lost']);
  expect(codes(ageLoan({ item: anItem(), at: ripe, ids, calendar: aCalendar() }))).toEqual(['not-on-loan', 'not-aged']);
});

test('C72 an abandoned search ends the loan without a charge; an unclaimed loan cannot be abandoned', () => {
  const item = aLentItem({ claimedAt: monday, groups: ['dvds'] }, { state: 'claimed-returned' });
  expect(claimMissing({ item, at: monday, branchId: 'birch.east' })).toMatchObject({
    changes: { patrons: [{ patronId: 'pat_1', add: { loans: -1, 'group:dvds': -1 } }], bills: [] },
    postings: [],
    facts: [{ name: 'loan-closed' }, { name: 'item-marked', detail: { to: 'missing' } }],
  });
  expect(codes(claimMissing({ item, at: monday, branchId: 'elm.main' }))).toEqual(['not-your-loan']);
  expect(codes(claimMissing({ item: aLentItem(), at: monday, branchId: 'ash.main' }))).toEqual(['not-claimed']);
});

test('only the rest of the charge for this very loss settles it', () => {
  const item = aLentItem({ lost: { at: monday, billId: 'bil_1', amount: 3000 } }, { state: 'lost' });
  const settled = (bill: { billId: string; open: number }) =>
    settleLost({ item, at: monday }, bill)?.changes.item?.after.state;
  expect(
    [
      { billId: 'bil_1', open: 0 },
      { billId: 'bil_1', open: 1 },
      { billId: 'bil_2', open: 0 },
    ].map(settled),
  ).toEqual([...['lost-and-paid', undefined, undefined]]);
});
