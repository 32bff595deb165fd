import fc from 'fast-check';
import type { LoanRules } from '../../../../layers/records/policies/domain/loan-rules.ts';
import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckin,
  aCheckout,
  aHold,
  aLentItem,
  aLoan,
  anItem,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { borrowerOf, type CirculationPolicies } from '../decisions/policies.ts';
import { canFill } from '../holds/hold-queue.ts';
import { overdueFine } from '../money/fine.ts';
import { decideCheckout } from './checkout.ts';
import { decideRenewal } from './renewal.ts';

const codes = (decision: object): string[] =>
  'refused' in decision ? (decision.refused as { code: string }[]).map(({ code }) => code) : [];

const lent = (request: Parameters<typeof decideCheckout>[0]) => {
  const decision = decideCheckout(request);
  if ('refused' in decision) throw new Error(codes(decision).join());
  return { ...decision, loan: decision.changes.item?.after.loan ?? aLoan() };
};

const counting = (perGroup: Record<string, number>, loans = 0) =>
  aPatron({ counters: { loans, holds: 0, owed: 0, perGroup } });

describe('residence', () => {
  const residents = { patronResidence: { in: ['ashton'] } };
  const others = { patronResidence: { notIn: ['ashton'] } };
  const byResidence = policies([
    aRule({
      id: 'residents',
      when: residents,
      values: { loanPeriod: { days: 28 }, renewals: 3, maxLoans: { limit: 50 } },
    }),
    aRule({ id: 'others', when: others, values: { loanPeriod: { days: 7 }, renewals: 0, maxLoans: { limit: 2 } } }),
  ]);
  const living = (residence?: string, loans = 0) =>
    aPatron({ ...(residence && { residence }), counters: { loans, holds: 0, owed: 0, perGroup: {} } });

  test('decides the period and the limit of a loan: who lives elsewhere, or is not known to live here, is a non-resident', () => {
    const asked = (residence?: string, loans?: number) =>
      aCheckout({ patron: living(residence, loans), policies: byResidence });
    const rules = ['ashton', 'oakham', undefined].map((residence) => lent(asked(residence)).loan.ruleId);
    expect(rules).toEqual(['residents', 'others', 'others']);
    expect(codes(decideCheckout(asked('ashton', 2)))).toEqual([]);
    expect(codes(decideCheckout(asked('oakham', 2)))).toEqual(['too-many-loans']);
  });

  test('of a hold is that of its placing: the shelf and the estimate follow the same rule', () => {
    const placed = { patronMember: 'ash', patronCategory: 'adult' };
    expect(borrowerOf({ ...placed, patronResidence: 'ashton' })).toEqual({
      ...{ homeMember: 'ash', category: 'adult', residence: 'ashton' },
    });
    const never = policies([aRule({ id: 'others', when: others, values: { holdable: false } })]);
    expect([{ patronResidence: 'ashton' }, {}].map((hold) => canFill(anItem(), aHold(hold), never))).toEqual([
      true,
      false,
    ]);
  });
});

describe('limits', () => {
  const limitGroups: LoanRules['limitGroups'] = {
    films: { itemCategories: ['dvd', 'bluray'], depth: 'consortium' },
    'at-member': { depth: 'member' },
    'at-branch': { itemCategories: ['book', 'dvd'], depth: 'branch' },
    attic: { locations: ['attic'], depth: 'consortium' },
  };
  const limits = [
    { group: 'films', limit: 3 },
    { group: 'at-member', limit: 5 },
    { group: 'at-branch', limit: 2 },
    { group: 'attic', limit: 1 },
  ];
  const limited = policies([aRule({ values: { limits } })], { limitGroups, groups: {} });

  test('C66 count by item category, location and depth, each in its own counter in the same write', () => {
    const item = anItem({ category: 'dvd', location: 'attic' });
    const { changes, loan } = lent(aCheckout({ item, policies: limited }));
    expect(changes.patrons).toMatchObject([
      {
        add: {
          loans: 1,
          'group:films': 1,
          'group:at-member@birch': 1,
          'group:at-branch@birch/east': 1,
          'group:attic': 1,
        },
        limits: [
          { counter: 'loans', below: 15 },
          { counter: 'group:films', below: 3 },
          { counter: 'group:at-member@birch', below: 5 },
          { counter: 'group:at-branch@birch/east', below: 2 },
          { counter: 'group:attic', below: 1 },
          { counter: 'owed', below: 2001 },
        ],
      },
    ]);
    // A return decrements the counters that the checkout incremented, whatever the groups are by then.
    expect(loan.groups).toEqual(['films', 'at-member@birch', 'at-branch@birch/east', 'attic']);
    const back = decideCheckin(aCheckin({ item: aLentItem({ ...loan, due: '2026-03-30T21:59:59.000Z' }) }));
    expect(back.changes.patrons[0]?.add).toEqual({
      ...{ loans: -1, 'group:films': -1, 'group:at-member@birch': -1 },
      ...{ 'group:at-branch@birch/east': -1, 'group:attic': -1 },
    });
  });

  test('C66 a full counter refuses only its own loans', () => {
    const full = counting({ 'at-branch@birch/east': 2, 'at-member@birch': 4 }, 4);
    const at = (branchId: string, category = 'book') =>
      codes(decideCheckout(aCheckout({ patron: full, branchId, item: anItem({ category }), policies: limited })));
    expect(at('birch.east')).toEqual(['too-many-in-group']);
    expect(at('birch.west')).toEqual([]);
    expect(at('cedar.main')).toEqual([]);
    // Another category counts at the member only.
    expect(at('birch.east', 'map')).toEqual([]);
    const { changes } = lent(aCheckout({ item: anItem({ category: 'map' }), policies: limited }));
    expect(changes.patrons[0]?.limits.map(({ counter }) => counter)).toEqual([
      ...['loans', 'group:at-member@birch', 'owed'],
    ]);
  });

  test('C66 loans are counted alike under the rule of any library', () => {
    const own = policies(
      [
        aRule({ id: 'ash', setBy: 'ash', when: { itemOwner: 'ash' }, values: { limits: [] } }),
        aRule({ id: 'all', values: { limits } }),
      ],
      { limitGroups, groups: {} },
    );
    const dvd = (branchId: string) => anItem({ category: 'dvd', branchId, memberId: branchId.split('.')[0] ?? '' });
    const [byAsh, byElm] = ['ash.main', 'elm.main'].map(
      (home) => lent(aCheckout({ item: dvd(home), policies: own })).changes.patrons[0],
    );
    expect(byAsh?.add).toEqual(byElm?.add);
    expect(byAsh?.limits.map(({ counter }) => counter)).toEqual(['loans', 'owed']);
    expect(byElm?.limits.map(({ counter }) => counter)).toContain('group:films');
  });

  test('C66 the lower of the consortium’s threshold and the rule’s limit counts', () => {
    const thresholds = (perGroup: Record<string, number>): CirculationPolicies => {
      const { blocks, ...rest } = limited;
      return { ...rest, blocks: { ...blocks, body: { ...blocks.body, perGroup } } };
    };
    const item = anItem({ category: 'dvd' });
    const filmsBelow = (perGroup: Record<string, number>) =>
      lent(aCheckout({ item, policies: thresholds(perGroup) })).changes.patrons[0]?.limits.find(
        ({ counter }) => counter === 'group:films',
      )?.below;
    expect([filmsBelow({ films: 2 }), filmsBelow({ films: 9 }), filmsBelow({})]).toEqual([2, 3, 3]);
  });
});

describe('blocks', () => {
  const blocked = aPatron({
    blocks: [{ code: 'unreturned-items', scope: 'consortium', since: monday, by: 'staff:1', exceptAtHome: true }],
  });

  test('C67 a block that spares the home library allows loans at home only', () => {
    const at = (branchId: string) => codes(decideCheckout(aCheckout({ patron: blocked, branchId })));
    expect([at('cedar.main'), at('cedar.north'), at('birch.east')]).toEqual([[], [], ['patron-blocked']]);
  });
});

describe('overrides', () => {
  const closed = policies([aRule({ id: 'ash', setBy: 'ash', values: { lendable: false } })]);

  test('C65 an item that is not lent at all needs a due date with the override', () => {
    const override = { by: 'staff:1', comment: 'for the exhibition' };
    expect(codes(decideCheckout(aCheckout({ policies: closed, override })))).toEqual(['override-needs-due']);
    const due = '2026-03-06T17:00:00.000Z';
    expect(lent(aCheckout({ policies: closed, override: { ...override, due } })).loan.due).toBe(due);
    expect(codes(decideCheckout(aCheckout({ policies: closed })))).toEqual(['not-lendable']);
  });
});

describe('due dates', () => {
  const terms = [
    { from: '2026-02-01', to: '2026-06-30', due: '2026-06-30' },
    { from: '2026-03-01', to: '2026-03-31', due: '2026-03-13' },
  ];
  const days = (loanDays: number, more = {}) =>
    policies([aRule({ values: { loanPeriod: { days: loanDays }, dueCeilings: terms, ...more } })]);

  test('C69 the earlier of the period and the first term that covers the day', () => {
    const due = (loanDays: number) => lent(aCheckout({ policies: days(loanDays) })).explain.due;
    expect(due(60)).toEqual({ due: '2026-03-13T22:59:59.000Z', moved: ['term-end'] });
    expect(due(7)).toEqual({ due: '2026-03-09T22:59:59.000Z', moved: [] });
    const later = decideCheckout(aCheckout({ policies: days(400), at: '2026-04-01T10:00:00.000Z' }));
    expect(later.explain.due).toEqual({ due: '2026-06-30T21:59:59.000Z', moved: ['term-end'] });
    const outside = decideCheckout(aCheckout({ policies: days(10), at: '2026-07-01T10:00:00.000Z' }));
    expect(outside.explain.due?.moved).toEqual([]);
  });

  test('C69 a term’s end does not shorten a loan below the consortium’s floor of days', () => {
    const floors = {
      ...{ kind: 'floors' as const, version: 1, effectiveFrom: monday, decisionReference: 'D', adoptedBy: 'staff:1' },
      body: { bounds: [{ value: 'loanDays' as const, min: 14 }] },
    };
    const { loan } = lent(aCheckout({ policies: { ...days(60), floors } }));
    expect(loan.due).toBe('2026-03-16T22:59:59.000Z');
    const exception = { id: 'exception-1', memberId: 'ash', untilDay: '2026-12-31', reason: 'Works', amount: 60 };
    const exceptions = [{ ...exception, kind: 'loan-rules' as const, value: 'loanDays' }];
    const excepted = lent(aCheckout({ policies: { ...days(20), floors, exceptions } }));
    expect([excepted.loan.due, excepted.loan.ruleId]).toEqual(['2026-03-13T22:59:59.000Z', 'exception-1']);
  });

  test('C69 a minimum of days also applies where closed days move a due date earlier', () => {
    const adoption = { version: 1, effectiveFrom: monday, decisionReference: 'D', adoptedBy: 'staff:1' };
    const body = { bounds: [{ value: 'loanDays' as const, min: 14 }] };
    const floors = { kind: 'floors' as const, ...adoption, body };
    const fortnight = policies([aRule({ values: { loanPeriod: { days: 14 }, closedDays: 'earlier' } })]);
    const calendar = aCalendar({ closures: [{ from: '2026-03-12', to: '2026-03-16', reason: 'stocktaking' }] });
    const { loan } = lent(aCheckout({ policies: { ...fortnight, floors }, calendar }));
    expect(loan.due).toBe('2026-03-17T22:59:59.000Z');
    expect(lent(aCheckout({ policies: fortnight, calendar })).loan.due).toBe('2026-03-11T22:59:59.000Z');
  });

  test('C69 a rule has its own setting for closed days', () => {
    // Six days after Monday is a Sunday.
    const due = (closedDays: 'earlier' | 'keep' | null) =>
      lent(aCheckout({ policies: days(6, { closedDays, dueCeilings: [] }) })).loan.due;
    expect([due('earlier'), due('keep'), due(null)]).toEqual([
      '2026-03-07T22:59:59.000Z',
      '2026-03-08T22:59:59.000Z',
      '2026-03-09T22:59:59.000Z',
    ]);
  });

  test('C69 a renewal respects the card and the term like a checkout', () => {
    const renewed = decideRenewal({
      ...{ item: aLentItem(), at: monday, calendar: aCalendar(), waiting: [] },
      ids: { bill: 'bil_1', entry: 'ent_1' },
      patron: aPatron({ expiresOn: '2026-03-10' }),
      policies: days(60),
    });
    expect(renewed.explain.due).toEqual({ due: '2026-03-10T22:59:59.000Z', moved: ['card-expiry'] });
  });
});

describe('fines', () => {
  const calendar = aCalendar();
  const { terms } = aLoan();
  const until = (returned: string, over: Partial<typeof terms>, due = '2026-02-27T22:59:59.000Z') =>
    overdueFine({ ...terms, ...over }, due, returned, calendar);

  test('C71 twelve open days are fined as twelve, not thirteen: closed days count only when the rule includes them', () => {
    // A Friday to the Friday two weeks after: two Sundays are closed.
    expect(until('2026-03-13T11:00:00.000Z', {})).toEqual({ amount: 300, late: { days: 12 } });
    expect(until('2026-03-13T11:00:00.000Z', { closed: true })).toEqual({ amount: 350, late: { days: 14 } });
  });

  test('C71 by the hour: each open hour begun, none in the grace period, never above the cap', () => {
    const hourly = { perHour: 50, graceMinutes: 15, cap: 300 };
    const late = (returned: string, over = {}) =>
      until(returned, { ...hourly, ...over }, '2026-02-27T15:00:00.000Z').amount;
    expect(late('2026-02-27T15:15:00.000Z')).toBe(0);
    expect(late('2026-02-27T15:16:00.000Z')).toBe(50);
    expect(late('2026-02-27T16:30:00.000Z')).toBe(100);
    // Two hours until six o'clock on Friday, one on Saturday from nine; the night costs nothing unless the policy says so.
    expect(late('2026-02-28T09:00:00.000Z')).toBe(150);
    expect(late('2026-02-28T09:00:00.000Z', { closed: true })).toBe(300);
  });

  test('C71 the terms of a loan fix its fine, whatever is adopted later', () => {
    const values = {
      loanPeriod: { hours: 4 },
      finePerHour: 100,
      graceMinutes: 10,
      finesWhenClosed: true,
      lostAfterDays: 30,
    };
    const { loan } = lent(aCheckout({ policies: policies([aRule({ values })]) }));
    expect(loan.terms).toEqual({ ...terms, perHour: 100, graceMinutes: 10, closed: true, age: 30 });
    expect(loan.due).toBe('2026-03-02T15:00:00.000Z');
    const free = lent(aCheckout({ policies: policies([aRule({ values: { finePerDay: 0, fineCap: 0 } })]) }));
    expect(free.loan.terms).toMatchObject({ perDay: 0, cap: 0 });
  });

  test('C71 a cap may be a share of the price of the item', () => {
    const half = policies([aRule({ values: { fineCap: { percentOfPrice: 50 }, lostAtPrice: true } })]);
    expect(lent(aCheckout({ policies: half, item: anItem({ price: 1999 }) })).loan.terms).toMatchObject({
      ...{ cap: 999, lost: 1999 },
    });
    expect(lent(aCheckout({ policies: half })).loan.terms).toMatchObject({ cap: 1500, lost: 3000 });
  });

  test('C71 a fine never falls while the item is away, and never exceeds the cap', () => {
    const cap = fc.option(fc.nat(2000), { nil: null });
    const shape = fc.record({
      perDay: fc.nat(200),
      cap,
      grace: fc.nat(5),
      perHour: fc.option(fc.nat(200), { nil: undefined }),
    });
    const hours = fc.nat(24 * 40);
    fc.assert(
      fc.property(shape, hours, hours, ({ perHour, ...over }, one, more) => {
        const made = { ...over, ...(perHour !== undefined && { perHour }) };
        const fined = (passed: number) =>
          until(new Date(Date.parse('2026-02-27T22:59:59.000Z') + passed * 3_600_000).toISOString(), made).amount;
        expect(fined(one)).toBeLessThanOrEqual(fined(one + more));
        expect(fined(one + more)).toBeLessThanOrEqual(over.cap ?? Number.MAX_SAFE_INTEGER);
      }),
    );
  });
});

describe('renewals', () => {
  const renewal = (over: Partial<Parameters<typeof decideRenewal>[0]> = {}) =>
    decideRenewal({
      ...{ item: aLentItem(), at: monday, calendar: aCalendar(), waiting: [], policies: policies() },
      ids: { bill: 'bil_1', entry: 'ent_1' },
      patron: counting({}, 1),
      ...over,
    });

  test('C68 all reasons against a renewal are returned at once: recalled, on hold, used up, over the limits', () => {
    const patron = counting({ dvds: 3 }, 16);
    const item = aLentItem({ renewals: 2 }, { category: 'dvd' });
    const rules = policies([aRule({ values: { maxLoans: { limit: 2, group: 'dvds' } } })]);
    const waiting = [aHold({ recalledItemId: 'itm_1' })];
    expect(codes(renewal({ patron, item, policies: rules, waiting }))).toEqual([
      ...['loan-recalled', 'renewals-used-up', 'hold-waiting', 'too-many-loans', 'too-many-in-group'],
    ]);
  });

  test('C68 being at a limit is no reason: the loan itself is counted', () => {
    expect(codes(renewal({ patron: counting({}, 15) }))).toEqual([]);
    expect(codes(renewal({ patron: counting({}, 16) }))).toEqual(['too-many-loans']);
  });

  test('C68 an expired patron renews only where the consortium allows it, and then by the period', () => {
    const patron = aPatron({ expiresOn: '2026-03-01' });
    expect(codes(renewal({ patron }))).toEqual(['card-expired']);
    const allowed = renewal({ patron, policies: policies([], { expiredMayRenew: true }) });
    expect(allowed.explain.due).toEqual({ due: '2026-03-30T21:59:59.000Z', moved: [] });
    expect(codes(allowed)).toEqual([]);
  });

  test('C68 renewed anywhere, it follows the policy of the library that lent it', () => {
    const rules = policies([
      aRule({ id: 'birch-fines', setBy: 'birch', when: { checkout: 'birch' }, values: { finePerDay: 5 } }),
      aRule({ id: 'elm-fines', setBy: 'elm', when: { checkout: 'elm' }, values: { finePerDay: 99 } }),
    ]);
    const at = renewal({ policies: rules, branchId: 'elm.main' });
    expect('refused' in at ? undefined : at.changes.item?.after.loan).toMatchObject({
      ...{ checkoutBranch: 'birch.east', terms: { perDay: 5 } },
    });
  });
});

describe('the due date, at its limits', () => {
  const floorsOf = (bounds: object[]) => ({
    ...{ kind: 'floors' as const, version: 1, effectiveFrom: monday, decisionReference: 'D', adoptedBy: 'staff:1' },
    body: { bounds } as never,
  });
  const dueBy = (values: object, bounds: object[] = [], category = 'book') =>
    lent(
      aCheckout({
        item: anItem({ category }),
        policies: { ...policies([aRule({ values })]), floors: floorsOf(bounds) },
      }),
    ).loan.due;

  test('C69 a term counts from its first day to its last; of several the first end applies', () => {
    const inTerm = (...terms: [from: string, to: string, due: string][]) =>
      dueBy({ dueCeilings: terms.map(([from, to, due]) => ({ from, to, due })) });
    expect(inTerm(['2026-03-02', '2026-03-02', '2026-03-13'])).toBe('2026-03-13T22:59:59.000Z');
    expect(inTerm(['2026-03-03', '2026-03-31', '2026-03-13'])).toBe('2026-03-30T21:59:59.000Z');
    expect(inTerm(['2026-02-01', '2026-03-01', '2026-03-13'])).toBe('2026-03-30T21:59:59.000Z');
    const [later, sooner] = [
      ['2026-03-01', '2026-03-31', '2026-03-20'],
      ['2026-03-01', '2026-03-31', '2026-03-17'],
    ] as const;
    expect([inTerm([...later], [...sooner]), inTerm([...sooner], [...later])]).toEqual([
      '2026-03-17T22:59:59.000Z',
      '2026-03-17T22:59:59.000Z',
    ]);
  });

  test('C69 the consortium’s minimum of hours lengthens a loan of hours, its minimum of days every loan of the item type', () => {
    const [hours, days] = [
      { value: 'loanHours', min: 4 },
      { value: 'loanDays', min: 14 },
    ];
    expect(dueBy({ loanPeriod: { hours: 2 } })).toBe('2026-03-02T13:00:00.000Z');
    expect(dueBy({ loanPeriod: { hours: 2 } }, [hours])).toBe('2026-03-02T15:00:00.000Z');
    expect(dueBy({ loanPeriod: { days: 7 } }, [hours])).toBe('2026-03-09T22:59:59.000Z');
    expect(dueBy({ loanPeriod: { days: 7 } }, [days])).toBe('2026-03-16T22:59:59.000Z');
    expect(dueBy({ loanPeriod: { days: 21 } }, [days])).toBe('2026-03-23T22:59:59.000Z');
    // Eight hours from noon end after closing time: at the last closing, unless that leaves less than the minimum.
    const early = (min: number) =>
      dueBy({ loanPeriod: { hours: 8 }, closedDays: 'earlier' }, [{ value: 'loanHours', min }]);
    expect([early(6), early(7)]).toEqual(['2026-03-02T17:00:00.000Z', '2026-03-03T08:00:00.000Z']);
    // A minimum of hours is none for a loan of days: six days from Monday end on a Sunday, the day before is short enough.
    const byDays = { loanPeriod: { days: 6 }, closedDays: 'earlier' };
    expect(dueBy(byDays, [{ value: 'loanHours', min: 140 }])).toBe('2026-03-07T22:59:59.000Z');
  });
});
