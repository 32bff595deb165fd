import {
  aCheckin,
  aHold,
  aLentItem,
  anItem,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import { type DamageRequest, decideDamage } from './damage.ts';

const damageIds = { bill: 'bil_d', entry: 'ent_d' };
const notLate = { due: '2026-03-27T22:59:59.000Z' };
const charging = policies([aRule({ values: { damageCharge: 1200 } })]);
const damaged = (over: Partial<DamageRequest> = {}) =>
  decideDamage({
    ...aCheckin({ item: aLentItem(notLate), policies: charging }),
    damageIds,
    patron: aPatron(),
    ...over,
  });
const done = (over: Partial<DamageRequest> = {}) => {
  const decision = damaged(over);
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return decision;
};
const codes = (over: Partial<DamageRequest>) => {
  const decision = damaged(over);
  return 'refused' in decision ? decision.refused.map(({ code }) => code) : [];
};

test('C74 a damaged return ends the loan, bills the owner’s charge to the borrower and sets the item aside where it is', () => {
  const { changes, postings, facts } = done({ branchId: 'cedar.main' });
  const charge = { amount: 1200, currency: 'EUR', member: 'ash', at: monday };
  expect(changes.bills).toEqual([
    { billId: 'bil_d', patronId: 'pat_1', itemId: 'itm_1', loanId: 'lon_1', kind: 'damaged', ...charge },
  ]);
  expect(postings).toEqual([
    { entryId: 'ent_d', kind: 'fee-charged', causeId: 'bil_d', memo: 'damaged-item', ...charge },
  ]);
  expect(changes.patrons).toEqual([{ patronId: 'pat_1', add: { loans: -1, owed: 1200 }, limits: [] }]);
  expect(changes.item?.after).toMatchObject({
    ...{ state: 'damaged', currentBranch: 'cedar.main', lastCheckin: { at: monday, branchId: 'cedar.main' }, v: 8 },
    aside: { at: monday, reason: 'damaged' },
  });
  expect(changes.item?.after.aside).not.toHaveProperty('claim');
  expect(facts.find(({ name }) => name === 'damage-charged')).toEqual({
    ...{ name: 'damage-charged', at: monday, members: { owner: 'ash', desk: 'cedar', patron: 'cedar' } },
    ...{ itemId: 'itm_1', loanId: 'lon_1', patronId: 'pat_1', branchId: 'cedar.main' },
    detail: { amount: 1200, currency: 'EUR' },
  });
  expect(facts.find(({ name }) => name === 'item-marked')?.detail).toEqual({ from: 'on-loan', to: 'damaged' });
});

test('the desk sets another amount, or none; then nothing is billed', () => {
  expect(done({ amount: 300 }).changes.bills).toMatchObject([{ amount: 300 }]);
  const free = done({ amount: 0 });
  expect([free.changes.bills, free.postings, free.facts.some(({ name }) => name === 'damage-charged')]).toEqual([
    [],
    [],
    false,
  ]);
  expect(free.changes.patrons).toEqual([{ patronId: 'pat_1', add: { loans: -1 }, limits: [] }]);
});

test('a late damaged return is written to the patron once, with fine and charge together', () => {
  expect(done({ item: aLentItem() }).changes.patrons).toEqual([
    { patronId: 'pat_1', add: { loans: -1, owed: 1250 }, limits: [] },
  ]);
});

test('an item that nobody has is charged to the patron whom the desk names, and to nobody without one', () => {
  const named = done({ item: anItem(), patron: aPatron({ patronId: 'pat_7' }), amount: 500 });
  expect(named.changes.bills).toMatchObject([{ patronId: 'pat_7', amount: 500 }]);
  expect(named.changes.bills[0]).not.toHaveProperty('loanId');
  const { patron: _patron, ...nobody } = {
    ...aCheckin({ item: anItem(), policies: charging }),
    damageIds,
    patron: undefined,
  };
  const decide = (amount?: number) => decideDamage({ ...nobody, ...(amount !== undefined && { amount }) });
  expect(decide(500)).toMatchObject({ refused: [{ code: 'nobody-to-charge' }] });
  expect(decide()).toMatchObject({ changes: { bills: [], item: { after: { state: 'damaged' } } } });
});

test('an item that is on order or withdrawn cannot be at a desk', () => {
  expect(codes({ item: anItem({ state: 'on-order' }) })).toEqual(['item-wrong-state']);
  expect(codes({ item: anItem({ state: 'withdrawn' }) })).toEqual(['item-wrong-state']);
  expect(codes({ item: anItem({ state: 'missing' }) })).toEqual([]);
});

test('C48 a damaged copy on its way for a hold ends its transit, and the hold waits again', () => {
  const claim = aHold({ state: 'in-transit', targetItemId: 'itm_1' });
  const transit = { from: 'ash.main', to: 'cedar.main', purpose: 'hold', holdId: 'hld_1', sentAt: monday } as const;
  const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' };
  const placed = { branchId: 'ash.main', purpose: 'display' } as const;
  const { changes, facts } = done({ item: anItem({ state: 'in-transit', transit, hold, placed }), claim, amount: 0 });
  expect(changes.holds).toMatchObject([{ after: { state: 'placed', v: 2 }, expect: 1 }]);
  expect(changes.resets).toMatchObject([{ holdId: 'hld_1', reason: 'not-fit' }]);
  const after = changes.item?.after;
  expect([after?.transit, after?.hold, after?.placed]).toEqual([undefined, undefined, undefined]);
  expect(facts.map(({ name }) => name)).toContain('transit-cancelled');
});

test('a department’s damage names its cost centre on the bill and in the ledger', () => {
  const { changes, postings } = done({ item: aLentItem({ ...notLate, costCentre: 'K-100' }) });
  expect([changes.bills[0]?.costCentre, postings[0]?.costCentre]).toEqual(['K-100', 'K-100']);
  expect(done().changes.bills[0]).not.toHaveProperty('costCentre');
});

describe('The damage of a copy that comes home from a library outside', () => {
  const ofLibraries = aRule({
    id: 'libraries',
    when: { patronCategory: 'interlibrary-loan' },
    values: { damageCharge: 2000 },
  });
  const rules = policies([aRule({ values: { damageCharge: 1200 } }), ofLibraries]);
  const request = { requestId: 'req_1' };
  const { patron: _patron, ...unnamed } = { ...aCheckin({ policies: rules }), damageIds, patron: undefined };
  const claimOf = (over: Partial<DamageRequest> = {}) => {
    const decision = decideDamage({
      ...unnamed,
      item: aLentItem({ ...notLate, patronId: 'prt_1' }, { request }),
      ...over,
    });
    if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
    return [decision.changes.item?.after.aside?.claim, decision.changes.bills.map(({ amount }) => amount)];
  };

  test('is claimed from that library: the owner’s charge for libraries, or the amount that the desk sets', () => {
    expect(claimOf()).toEqual([2000, []]);
    expect(claimOf({ item: anItem({ request }) })).toEqual([2000, []]);
    expect(claimOf({ amount: 300 })).toEqual([300, []]);
    expect(claimOf({ amount: 0 })).toEqual([undefined, []]);
  });

  test('is charged to a patron of ours who had it, or whom the desk names', () => {
    expect(claimOf({ item: aLentItem(notLate, { request }), patron: aPatron() })).toEqual([undefined, [1200]]);
    expect(claimOf({ item: anItem({ request }), patron: aPatron() })).toEqual([undefined, [1200]]);
  });

  test('is no claim before it is home, nor of a copy that was on no such loan', () => {
    expect(claimOf({ item: anItem({ request }), branchId: 'birch.east', amount: 0 })).toEqual([undefined, []]);
    expect(claimOf({ item: anItem(), amount: 0 })).toEqual([undefined, []]);
  });
});

test('a returned copy is charged by the rule of the branch that lent it, one that nobody had by that of the branch where it was', () => {
  const at = (checkout: string, damageCharge: number) =>
    aRule({ id: checkout, when: { checkout }, values: { damageCharge } });
  const rules = policies([at('birch', 700), at('elm', 900)]);
  const charged = (item: DamageRequest['item']) =>
    done({ item, policies: rules }).changes.bills.map(({ amount }) => amount);
  expect(charged(aLentItem(notLate))).toEqual([700]);
  expect(charged(anItem({ currentBranch: 'elm.main' }))).toEqual([900]);
});
