import fc from 'fast-check';
import {
  aCheckout,
  aCopyTravellingForAHold,
  aHold,
  aLentItem,
  anItem,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { aRule, blocksDocument, holdsDocument } from '../../../../test/builders/policies.ts';
import { type CounterName, counted } from '../../../patrons/public/counters.ts';
import { exceeded } from '../../../patrons/public/limits.ts';
import { keyUse } from '../decisions/used-keys.ts';
import { decideCheckout } from './checkout.ts';

const codes = (decision: object): string[] =>
  'refused' in decision ? (decision.refused as { code: string }[]).map(({ code }) => code) : [];

const decided = (request: Parameters<typeof decideCheckout>[0]) => {
  const decision = decideCheckout(request);
  if ('refused' in decision) throw new Error(codes(decision).join());
  return decision;
};

describe('a block with an end or an effect', () => {
  const block = { code: 'conduct', scope: 'consortium', since: monday, by: 'staff:1' };
  const day = monday.slice(0, 10);
  const refusedWith = (more: object, by = policies()) =>
    codes(decideCheckout(aCheckout({ patron: aPatron({ blocks: [{ ...block, ...more }] }), policies: by })));

  test('lifts by itself after its last day, and prevents only what it names', () => {
    expect(refusedWith({ until: day })).toEqual(['patron-blocked']);
    expect(refusedWith({ until: '2026-01-01' })).toEqual([]);
    expect(refusedWith({ stops: ['hold', 'renewal'] })).toEqual([]);
    expect(refusedWith({ stops: ['checkout'] })).toEqual(['patron-blocked']);
    const unpaid = { code: 'subscription-unpaid' };
    expect([refusedWith(unpaid), refusedWith({ ...unpaid, until: '2026-01-01' })]).toEqual([
      ['subscription-unpaid'],
      [],
    ]);
  });

  test('is overridden by a supervisor, unless the policy excludes its type', () => {
    const override = { by: 'staff:a', comment: 'Agreed with the director.' };
    const blocked = aPatron({ blocks: [block] });
    const strict = { ...policies(), blocks: blocksDocument({ neverOverridden: ['conduct'] }) };
    const decided = [policies(), strict].map((by) =>
      decideCheckout(aCheckout({ patron: blocked, override, policies: by })),
    );
    expect(decided.map(codes)).toEqual([[], ['patron-blocked']]);
  });
});

test('one card works at every member: a patron of cedar borrows ash’s book at birch', () => {
  const { changes, facts, postings, warnings } = decided(aCheckout());
  const loan = {
    ...{ loanId: 'lon_1', patronId: 'pat_1', patronMember: 'cedar', patronCategory: 'adult' },
    checkoutBranch: 'birch.east',
    ...{ checkedOutAt: monday, due: '2026-03-30T21:59:59.000Z', renewals: 0, policyVersion: 1, ruleId: 'base' },
    terms: { perDay: 25, cap: 1000, grace: 0, lost: 3000, currency: 'EUR' },
  };
  expect(changes).toEqual({
    item: { after: anItem({ state: 'on-loan', currentBranch: 'birch.east', loan, v: 8 }), expect: 7 },
    patrons: [
      {
        patronId: 'pat_1',
        add: { loans: 1 },
        limits: [
          { counter: 'loans', below: 15 },
          { counter: 'owed', below: 2001, currency: 'EUR' },
        ],
        expected: { blocks: [], expiresOn: '2030-12-31', holds: 0 },
        dueFrom: {},
        uses: { before: undefined, after: { '*': '2026-03', birch: '2026-03' } },
      },
    ],
    holds: [],
    bills: [],
  });
  expect(facts).toEqual([
    {
      ...{
        name: 'item-checked-out',
        at: monday,
        itemId: 'itm_1',
        loanId: 'lon_1',
        patronId: 'pat_1',
        branchId: 'birch.east',
      },
      members: { owner: 'ash', desk: 'birch', patron: 'cedar' },
      detail: { due: '2026-03-30T21:59:59.000Z' },
    },
  ]);
  expect([postings, warnings]).toEqual([[], []]);
});

test('the owner sets the loan period, and the dry run names the rule and the reason why the date moved', () => {
  const rules = [
    aRule({ id: 'ash-short', setBy: 'ash', values: { loanPeriod: { days: 6 } } }),
    aRule({ id: 'birch', setBy: 'birch', values: { loanPeriod: { days: 90 } } }),
  ];
  const { changes, explain } = decided(aCheckout({ policies: policies(rules) }));
  expect([changes.item?.after.loan?.due, changes.item?.after.loan?.ruleId]).toEqual([
    '2026-03-09T22:59:59.000Z',
    'ash-short',
  ]);
  expect(explain.due).toEqual({ due: '2026-03-09T22:59:59.000Z', moved: ['closed-days'] });
  expect(explain.rule?.explanations.find(({ value }) => value === 'loanPeriod')).toMatchObject({
    ruleId: 'ash-short',
    decider: 'ash',
  });
});

test('C65 all failures are returned at once', () => {
  const patron = aPatron({
    expiresOn: '2026-03-01',
    blocks: [{ code: 'address-unknown', scope: 'birch', since: monday, by: 'staff:1' }],
    counters: { loans: 15, holds: 0, owed: 2001, perGroup: {} },
  });
  const refusing = policies([aRule({ id: 'ash', setBy: 'ash', values: { lendable: false } })]);
  const decision = decideCheckout(aCheckout({ patron, policies: refusing, item: anItem({ state: 'damaged' }) }));
  expect(codes(decision)).toEqual([
    'item-not-circulating',
    'not-lendable',
    'card-expired',
    'patron-blocked',
    'too-many-loans',
    'owed-over-limit',
  ]);
});

test('C65 an override bypasses what a supervisor may bypass, omits those limits from the write, and is recorded', () => {
  const patron = aPatron({ counters: { loans: 15, holds: 0, owed: 0, perGroup: {} } });
  const override = { by: 'staff:1', comment: 'class project', due: '2026-03-20T22:59:59.000Z' };
  const { changes, facts } = decided(aCheckout({ patron, override }));
  expect(changes.patrons[0]?.limits).toEqual([{ counter: 'owed', below: 2001, currency: 'EUR' }]);
  expect(changes.item?.after.loan?.due).toBe(override.due);
  expect(facts.find(({ name }) => name === 'refusals-overridden')?.detail).toEqual({
    by: 'staff:1',
    codes: 'too-many-loans',
  });
  expect(codes(decideCheckout(aCheckout({ override, item: aLentItem({ patronId: 'pat_9' }) })))).toEqual([
    'item-on-loan',
  ]);
  expect(codes(decideCheckout(aCheckout({ override: { ...override, due: monday } })))).toEqual(['due-not-after-now']);
});

test('C35 blocks at another member do not count here, a consortium-wide one does', () => {
  const blockedAt = (scope: string) => aPatron({ blocks: [{ code: 'rude', scope, since: monday, by: 'staff:1' }] });
  expect(
    ['elm', 'birch', 'ash', 'consortium'].map((scope) =>
      codes(decideCheckout(aCheckout({ patron: blockedAt(scope) }))),
    ),
  ).toEqual([[], ['patron-blocked'], ['patron-blocked'], ['patron-blocked']]);
});

test('C57 a copy in transit for a hold is lent to its requester only, even before it is received', () => {
  const { item, claim } = aCopyTravellingForAHold();
  expect(codes(decideCheckout(aCheckout({ item, claim })))).toEqual(['item-held-for-another']);
  expect(codes(decideCheckout(aCheckout({ item })))).toEqual(['item-held-for-another']);
  const { changes, facts } = decided(aCheckout({ item, claim, patron: aPatron({ patronId: 'pat_2' }) }));
  expect(changes.holds).toEqual([
    { after: { ...claim, state: 'fulfilled', ended: { at: monday, cause: 'checked-out' }, v: 2 }, expect: 1 },
  ]);
  expect(changes.patrons[0]?.add).toEqual({ loans: 1, holds: -1 });
  expect(changes.item?.after).not.toHaveProperty('transit');
  expect(facts.map(({ name }) => name)).toEqual(['item-checked-out', 'transit-cancelled', 'hold-fulfilled']);
});

test('C57 a page for an ended hold binds no one, and the patron’s own hold elsewhere is closed and frees its copy', () => {
  const paged = anItem({ state: 'paged', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
  expect(
    codes(decideCheckout(aCheckout({ item: paged, claim: aHold({ state: 'cancelled', targetItemId: 'itm_1' }) }))),
  ).toEqual([]);
  expect(
    codes(decideCheckout(aCheckout({ item: paged, claim: aHold({ state: 'targeted', targetItemId: 'itm_9' }) }))),
  ).toEqual([]);
  expect(
    codes(decideCheckout(aCheckout({ item: paged, claim: aHold({ state: 'targeted', targetItemId: 'itm_1' }) }))),
  ).toEqual(['item-paged-for-another']);
  const ownHold = aHold({ patronId: 'pat_1', state: 'targeted', targetItemId: 'itm_2' });
  const { changes } = decided(aCheckout({ ownHold }));
  expect([changes.holds[0]?.after.state, changes.pageToRelease]).toEqual([
    'fulfilled',
    { itemId: 'itm_2', holdId: 'hld_1' },
  ]);
});

test('C35 no loan above the adopted number of overdue loans; a supervisor may override, and without a limit there is no check', () => {
  const strict = { ...policies(), blocks: blocksDocument({ maxOverdue: 2 }) };
  const refusals = (overdue: number, more: Parameters<typeof aCheckout>[0] = {}) =>
    codes(decideCheckout(aCheckout({ policies: strict, overdue, ...more })));
  expect([refusals(1), refusals(2)]).toEqual([[], ['too-many-overdue']]);
  expect(refusals(2, { override: { by: 'staff:1', comment: 'brings them tomorrow' } })).toEqual([]);
  expect(codes(decideCheckout(aCheckout({ overdue: 99 })))).toEqual([]);
});

test('a guarantor of children who owe more than the limit cannot borrow; without a limit there is no check', () => {
  const strict = { ...policies(), blocks: blocksDocument({ dependantsOwedLimit: 500 }) };
  const refusals = (dependantsOwe: number, by = strict) =>
    codes(decideCheckout(aCheckout({ policies: by, dependantsOwe })));
  expect([refusals(500), refusals(501), refusals(501, policies() as typeof strict)]).toEqual([
    [],
    ['dependants-owe'],
    [],
  ]);
});

test('a loan to a proxy counts for the patron’s account and limits, and records the proxy', () => {
  const { changes, facts } = decided(aCheckout({ proxy: aPatron({ patronId: 'pat_9' }) }));
  expect(changes.item?.after.loan).toMatchObject({ patronId: 'pat_1', proxyId: 'pat_9' });
  expect(changes.patrons.map(({ patronId }) => patronId)).toEqual(['pat_1']);
  expect(JSON.stringify(facts)).not.toContain('pat_9');
});

test('finding C10: a blocked person does not borrow as a proxy, unless a supervisor overrides it', () => {
  const by = (code: string, scope: string) => ({ code, scope, since: monday, by: 'staff:1' });
  const refused = (blocks: ReturnType<typeof by>[], more: Parameters<typeof aCheckout>[0] = {}) =>
    codes(decideCheckout(aCheckout({ proxy: aPatron({ patronId: 'pat_9', blocks }), ...more })));
  expect([refused([]), refused([by('rude', 'elm')])]).toEqual([[], []]);
  expect([refused([by('rude', 'consortium')]), refused([by('rude', 'birch')])]).toEqual([
    ['proxy-blocked'],
    ['proxy-blocked'],
  ]);
  expect(refused([by('subscription-unpaid', 'ash')])).toEqual(['proxy-blocked']);
  expect(refused([by('rude', 'consortium')], { override: { by: 'staff:1', comment: 'a nurse collects' } })).toEqual([]);
  const claim = aHold({ patronId: 'pat_1', state: 'on-shelf', targetItemId: 'itm_1' });
  const onShelf = anItem({ state: 'on-hold-shelf', hold: { ...claim, pickupBranch: 'birch.east' } });
  const lenient = { ...policies(), holds: holdsDocument({ blocks: { hold: 'all', capture: [], fulfil: ['theft'] } }) };
  const collects = { item: onShelf, claim, policies: lenient };
  expect([refused([by('rude', 'birch')], collects), refused([by('theft', 'birch')], collects)]).toEqual([
    [],
    ['proxy-blocked'],
  ]);
});

test('finding C10: a patron who asked to be erased borrows nothing more, whoever overrides it', () => {
  const patron = aPatron({ erasureAsked: true });
  const override = { by: 'staff:1', comment: 'just this one' };
  expect([
    codes(decideCheckout(aCheckout({ patron }))),
    codes(decideCheckout(aCheckout({ patron, override }))),
  ]).toEqual([['erasure-asked'], ['erasure-asked']]);
});

test('finding C10: a missing copy in hand is lent by a supervisor, a damaged, withdrawn or lost one by nobody', () => {
  const override = { by: 'staff:1', comment: 'found behind the shelf' };
  const missing = anItem({ state: 'missing', aside: { at: monday, reason: 'not on its shelf' } });
  expect(codes(decideCheckout(aCheckout({ item: missing })))).toEqual(['item-not-circulating']);
  const { changes, facts } = decided(aCheckout({ item: missing, override }));
  expect(changes.item?.after).toMatchObject({ state: 'on-loan', loan: { patronId: 'pat_1' } });
  expect(changes.item?.after).not.toHaveProperty('aside');
  expect(facts.find(({ name }) => name === 'refusals-overridden')?.detail).toMatchObject({
    codes: 'item-not-circulating',
  });
  for (const state of ['damaged', 'withdrawn', 'lost', 'claimed-returned'] as const)
    expect(codes(decideCheckout(aCheckout({ item: anItem({ state }), override })))).toEqual(['item-not-circulating']);
});

test('C66 groups are counted by the kind of item, the lowest limit wins', () => {
  const rules = [
    aRule({ id: 'two-dvds', when: { itemCategory: 'dvd' }, values: { maxLoans: { limit: 2, group: 'dvds' } } }),
  ];
  const dvd = anItem({ category: 'dvd' });
  const { changes } = decided(aCheckout({ item: dvd, policies: policies(rules) }));
  expect(changes.patrons[0]?.add).toEqual({ loans: 1, 'group:dvds': 1 });
  expect(changes.patrons[0]?.limits).toContainEqual({ counter: 'group:dvds', below: 2 });
  expect(changes.item?.after.loan?.groups).toEqual(['dvds']);
  const patron = aPatron({ counters: { loans: 2, holds: 0, owed: 0, perGroup: { dvds: 2 } } });
  expect(codes(decideCheckout(aCheckout({ item: dvd, patron, policies: policies(rules) })))).toEqual([
    'too-many-in-group',
  ]);
});

test('C35 twenty concurrent self-checks on one stale read lend no more than the limit allows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 40 }), (already, attempts) => {
      const counters = { loans: already, holds: 0, owed: 0, perGroup: {} };
      const remaining = { ...counters };
      for (let n = 0; n < attempts; n += 1) {
        const decision = decideCheckout(
          aCheckout({ patron: aPatron({ counters }), loanId: `lon_${n}`, item: anItem({ itemId: `itm_${n}` }) }),
        );
        if ('refused' in decision) continue;
        const [change] = decision.changes.patrons;
        // The same condition as the store's, on the current counters.
        if (change && exceeded(remaining, change.limits).length === 0) remaining.loans += change.add.loans ?? 0;
      }
      expect(remaining.loans).toBe(Math.min(15, already + attempts));
    }),
  );
});

test('a decision and the condition of its write agree on every limit', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(4000), fc.nat(4), (loans, owed, dvds) => {
      const rules = [aRule({ values: { maxLoans: { limit: 3, group: 'dvds' } } })];
      const patron = aPatron({ counters: { loans, holds: 0, owed, perGroup: { dvds } } });
      const request = aCheckout({ patron, item: anItem({ category: 'dvd' }), policies: policies(rules) });
      const allowed = loans < 15 && owed <= 2000 && dvds < 3;
      expect(codes(decideCheckout(request)).length === 0).toBe(allowed);
      const free = decided({ ...request, patron: aPatron() });
      expect(exceeded(patron.counters, free.changes.patrons[0]?.limits ?? []).length === 0).toBe(allowed);
    }),
  );
  expect(counted({ loans: 1, holds: 0, owed: 0, perGroup: {} }, 'group:maps' satisfies CounterName)).toBe(0);
});

test('C69 a loan never exceeds the card’s term, if so set', () => {
  const patron = aPatron({ expiresOn: '2026-03-15' });
  const dueBy = (dueNotPastExpiry: boolean) =>
    decided(aCheckout({ patron, policies: policies([], { dueNotPastExpiry }) })).changes.item?.after.loan?.due;
  expect([dueBy(true), dueBy(false)]).toEqual(['2026-03-14T22:59:59.000Z', '2026-03-30T21:59:59.000Z']);
});

test('the last three idempotency keys are stored on the item and identify a repeated request', () => {
  const keys = ['k1', 'k2', 'k3'].map((key) => `${key} b r`);
  const after =
    decided(aCheckout({ item: anItem({ keys }), key: { key: 'k4', body: 'b4' } })).changes.item?.after ?? anItem();
  expect(after.keys).toEqual(['k2 b r', 'k3 b r', 'k4 b4 1 mndqe908 1 base']);
  const uses = [
    { key: 'k4', body: 'b4' },
    { key: 'k4', body: 'b5' },
    { key: 'k1', body: 'b' },
  ].map((key) => keyUse(after.keys ?? [], key));
  expect(uses).toEqual([{ use: 'replay', result: '1 mndqe908 1 base' }, { use: 'other-body' }, { use: 'new' }]);
});

// The size by DynamoDB's published rule: names and text by bytes, numbers at two digits per byte, 3 for a list or map and 1 for each
// element.
const storedBytes = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (typeof value !== 'object' || value === null) return 1;
  const parts = Object.entries(value).map(
    ([name, part]) => 1 + (Array.isArray(value) ? 0 : name.length) + storedBytes(part),
  );
  return parts.reduce((sum, part) => sum + part, 3);
};

test('the largest patron summary is below 1 KB, counted by group, member and branch', () => {
  const id = (kind: string) => `${kind}_${'0'.repeat(26)}`;
  const [member, place] = ['m'.repeat(10), `${'m'.repeat(10)}.${'b'.repeat(10)}`];
  const at = `@${member}/${'b'.repeat(10)}`;
  const patron = aPatron({
    ...{ patronId: id('pat'), guarantorId: id('pat'), homeMember: member, homeBranch: place },
    blocks: ['a', 'b', 'c'].map((code) => ({
      ...{ code: code.repeat(20), scope: member, since: monday, by: `staff:${id('stf')}` },
      exceptAtHome: true,
    })),
    uses: Object.fromEntries(['*', 'm'.repeat(10), 'n'.repeat(10)].map((name) => [name, '2026-03'])),
    counters: {
      ...{ loans: 14, holds: 10, owed: 1999, claims: 3 },
      perGroup: { dvds: 3, games: 2, 'short-loans': 1, [`new-books@${member}`]: 4, [`new-books${at}`]: 2 },
    },
  });
  const keys = { pk: `PATRON#${id('pat')}`, sk: 'STATUS', entity: 'patronStatus', schema: 1 };
  // The item's record is measured as it is stored, packed (packed-loan.test.ts).
  expect(storedBytes({ ...patron, ...keys })).toBeLessThan(1024);
});

const due = '2026-03-30T21:59:59.000Z';
const failedIn = (over: Parameters<typeof aCheckout>[0]) =>
  decideCheckout(aCheckout(over)).explain.checks.flatMap(({ passed, check, detail, params }) =>
    passed ? [] : [{ check, detail, ...(params && { params }) }],
  );
const override = { by: 'staff:1', comment: 'agreed' };

test('C65 a permitted checkout explains each check with its figures, the rule and the due date', () => {
  const { explain } = decideCheckout(aCheckout());
  expect(explain).toMatchObject({ policyVersion: 1, due: { due, moved: [] }, rule: { values: { lendable: true } } });
  expect(explain.checks).toEqual([
    { check: 'item-on-loan', passed: true, detail: 'Not lent' },
    { check: 'already-lent-to-patron', passed: true, detail: 'Not lent to this patron' },
    {
      ...{ check: 'item-not-ready', passed: true, detail: 'The item is available' },
      params: { state: 'available' },
    },
    {
      ...{ check: 'item-not-circulating', passed: true, detail: 'The item is available' },
      params: { state: 'available' },
    },
    { check: 'not-lendable', passed: true, detail: 'Lent by this rule' },
    { check: 'request-only', passed: true, detail: 'Lent by common rules' },
    {
      ...{ check: 'card-expired', passed: true, detail: 'The card is good to 2030-12-31' },
      params: { expiresOn: '2030-12-31' },
    },
    { check: 'patron-blocked', passed: true, detail: 'No block applies' },
    { check: 'too-many-loans', passed: true, detail: 'Has 0 of at most 15 (loans)', params: { has: 0, limit: 15 } },
    expect.objectContaining({ check: 'owed-over-limit', passed: true, detail: 'Owes 0.00 EUR of at most 20.00 EUR' }),
    { check: 'due-not-after-now', passed: true, detail: `Due ${due}`, params: { due } },
  ]);
});

test('C57 each refusal of a copy says why', () => {
  const lentTo = (patronId: string) => aLentItem({ patronId, due });
  expect(failedIn({ item: lentTo('pat_9') })).toEqual([{ check: 'item-on-loan', detail: `Lent until ${due}` }]);
  expect(failedIn({ item: lentTo('pat_1') })).toEqual([
    { check: 'already-lent-to-patron', detail: 'Lent to this patron; renew it' },
  ]);
  for (const state of ['on-order', 'in-process'] as const)
    expect(failedIn({ item: anItem({ state }) })).toEqual([
      { check: 'item-not-ready', detail: `The item is ${state}`, params: { state } },
    ]);
  const gone = ['claimed-returned', 'lost', 'lost-and-paid', 'missing', 'damaged', 'withdrawn'] as const;
  for (const state of gone)
    expect(failedIn({ item: anItem({ state }) })).toEqual([
      { check: 'item-not-circulating', detail: `The item is ${state}`, params: { state } },
    ]);
  const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'birch.east' };
  expect(failedIn({ item: anItem({ state: 'on-hold-shelf', hold }) })).toEqual([
    { check: 'item-held-for-another', detail: 'Set aside for another patron' },
  ]);
  expect(failedIn({ item: anItem({ request: { requestId: 'req_1' } }) })).toEqual([
    { check: 'lent-between-libraries', detail: 'Here for the patron of one request only' },
  ]);
  expect(failedIn({ item: anItem({ request: { requestId: 'req_1' } }), agreed: { due } })).toEqual([]);
});

test('C65 each refusal of the rule says why; an override of a rule that lends nothing names the day', () => {
  const by = (values: object, more: Parameters<typeof aCheckout>[0] = {}) =>
    failedIn({ policies: policies([aRule({ values })]), ...more });
  expect(by({ lendable: false })).toEqual([{ check: 'not-lendable', detail: 'Not lent by this rule' }]);
  expect(by({ requestOnly: true })).toEqual([{ check: 'request-only', detail: 'Lent on request only' }]);
  expect(by({ lendable: false }, { override })).toEqual([
    { check: 'not-lendable', detail: 'Not lent by this rule' },
    { check: 'override-needs-due', detail: 'Not lent by this rule; an override names the day' },
  ]);
  // What the owner agreed to needs neither its rule nor a day of the desk.
  expect(by({ lendable: false, requestOnly: true }, { override, agreed: { due } })).toEqual([]);
  expect(failedIn({ override: { ...override, due: monday } })).toEqual([
    { check: 'due-not-after-now', detail: `Due ${monday}`, params: { due: monday } },
  ]);
});

test('C69 the owner’s agreement sets the due date, then the desk’s override, then the rule; in the library it is the same day', () => {
  const dueOf = (over: Parameters<typeof aCheckout>[0]) => decideCheckout(aCheckout(over)).explain.due;
  const [agreed, byDesk] = [{ due: '2026-03-11T22:59:59.000Z' }, { ...override, due: '2026-03-12T15:00:00.000Z' }];
  expect(dueOf({ agreed, override: byDesk })).toEqual({ due: agreed.due, moved: [] });
  expect(dueOf({ override: byDesk })).toEqual({ due: byDesk.due, moved: [] });
  expect(dueOf({ override })).toEqual({ due, moved: [] });
  const requestId = 'req_01kb0000000000000000000000';
  const inLibrary = (agreedDue: string, conditions: string[]) => {
    const claim = aHold({
      ...{ holdId: requestId, itemId: 'itm_1', patronId: 'pat_1', state: 'on-shelf', targetItemId: 'itm_1' },
      agreed: { due: agreedDue, conditions },
    });
    const hold = { holdId: requestId, patronId: 'pat_1', pickupBranch: 'birch.east' };
    return { item: anItem({ state: 'on-hold-shelf', hold, request: { requestId } }), claim };
  };
  const conditions = ['LibraryUseOnly', 'NoReproduction', 'SpecCollSupervReq'];
  expect(dueOf(inLibrary(agreed.due, conditions))).toEqual({ due: '2026-03-02T22:59:59.000Z', moved: [] });
  expect(dueOf(inLibrary('2026-03-02T15:00:00.000Z', conditions))?.due).toBe('2026-03-02T15:00:00.000Z');
  expect(failedIn(inLibrary(agreed.due, conditions))).toEqual([
    {
      ...{ check: 'library-use-only', detail: 'Lent under LibraryUseOnly, SpecCollSupervReq' },
      params: { conditions: 'LibraryUseOnly, SpecCollSupervReq' },
    },
  ]);
  expect(failedIn({ ...inLibrary(agreed.due, conditions), inLibrary: true })).toEqual([]);
});

test('C69 an expired card that a supervisor accepts does not limit the loan; on its last day it does', () => {
  const dueBy = (expiresOn: string) =>
    decideCheckout(aCheckout({ patron: aPatron({ expiresOn }), override })).explain.due?.due;
  expect([dueBy('2026-03-01'), dueBy('2026-03-02')]).toEqual([due, '2026-03-02T22:59:59.000Z']);
});

test('C27 only the blocks for pickup stop a patron who collects a hold, all blocks any other loan', () => {
  const blocked = aPatron({ blocks: [{ code: 'rude', scope: 'consortium', since: monday, by: 'staff:1' }] });
  const claim = aHold({ patronId: 'pat_1', state: 'on-shelf', targetItemId: 'itm_1' });
  const item = anItem({ state: 'on-hold-shelf', hold: { ...claim, pickupBranch: 'birch.east' } });
  const by = (fulfil: 'all' | string[]) => ({
    ...policies(),
    holds: holdsDocument({ blocks: { hold: 'all', capture: [], fulfil } }),
  });
  const refused = (fulfil: 'all' | string[], more: Parameters<typeof aCheckout>[0]) =>
    codes(decideCheckout(aCheckout({ patron: blocked, policies: by(fulfil), ...more })));
  expect(refused(['theft'], { item, claim })).toEqual([]);
  expect([refused(['rude'], { item, claim }), refused('all', { item, claim })]).toEqual([
    ['patron-blocked'],
    ['patron-blocked'],
  ]);
  expect(refused(['theft'], { claim: { ...claim, targetItemId: 'itm_9' } })).toEqual(['patron-blocked']);
});

test('C8 accrued fines count in the debt that prevents a loan', () => {
  const patron = aPatron({ counters: { loans: 0, holds: 0, owed: 1900, perGroup: {} } });
  const refused = (accrued: number) => codes(decideCheckout(aCheckout({ patron, accrued })));
  expect([refused(100), refused(101)]).toEqual([[], ['owed-over-limit']]);
});

test('C87 a loan made without a network is decided at its time, and passes a copy that was set aside since', () => {
  const madeAt = '2026-02-28T11:00:00.000Z';
  const patron = aPatron({ expiresOn: '2026-02-28' });
  expect(codes(decideCheckout(aCheckout({ patron, madeAt })))).toEqual([]);
  const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'birch.east' };
  const aside = { item: anItem({ state: 'on-hold-shelf', hold }), override };
  expect(codes(decideCheckout(aCheckout({ ...aside, madeAt })))).toEqual([]);
  expect(codes(decideCheckout(aCheckout(aside)))).toEqual(['item-held-for-another']);
});
