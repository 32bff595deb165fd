import fc from 'fast-check';
import { buildRota, compareSuppliers, scoreSupplier } from './rota.ts';
import { type Candidate, DEFAULT_ROTA_POLICY, FACTORS, type FactorName } from './rota-factors.ts';

const NEED = { requesterMember: 'ash', at: '2026-11-02T09:00:00.000Z' };

const aCandidate = (more: Partial<Candidate> = {}): Candidate => ({
  member: 'birch',
  availableCopies: 1,
  lends: 'on-request',
  cost: 0,
  transitDays: 2,
  balance: { lent: 20, borrowed: 20, target: 0 },
  openMinutesNextDay: 480,
  history: { asked: 10, filled: 8, medianAnswerMinutes: 600 },
  reciprocal: true,
  ...more,
});

const members = fc.constantFrom('birch', 'cedar', 'dogwood', 'elm', 'fir');
const candidates: fc.Arbitrary<Candidate> = fc
  .record({
    member: members,
    itemId: fc.constantFrom('itm-1', 'itm-2', 'itm-3'),
    availableCopies: fc.nat(3),
    tier: fc.constantFrom('member' as const, 'partner' as const, 'last-resort' as const),
    lends: fc.constantFrom('freely' as const, 'on-request' as const, 'no' as const),
    cost: fc.nat(4000),
    transitDays: fc.nat(15),
    balance: fc.record({
      lent: fc.nat(300),
      borrowed: fc.nat(300),
      target: fc.integer({ min: -100, max: 100 }),
    }),
    openMinutesNextDay: fc.nat(1440),
    filled: fc.nat(50),
    unfilled: fc.nat(50),
    medianAnswerMinutes: fc.nat(9000),
    reciprocal: fc.boolean(),
  })
  .map(({ filled, unfilled, medianAnswerMinutes, ...rest }) => ({
    ...rest,
    history: { asked: filled + unfilled, filled, medianAnswerMinutes },
  }));

const order = (list: Candidate[]): string[] =>
  buildRota(list, DEFAULT_ROTA_POLICY, NEED).entries.map(({ member }) => member);

describe('the rota', () => {
  test('C82 stores every factor with its value, weight, points and reason', () => {
    const entry = scoreSupplier(aCandidate(), DEFAULT_ROTA_POLICY);
    expect(entry.factors.map(({ figures: _, ...factor }) => factor)).toEqual([
      { factor: 'available', value: 1000, weight: 100, points: 100000, why: '1 on the shelf now' },
      {
        factor: 'balance',
        value: 500,
        weight: 50,
        points: 25000,
        why: '0 loans below the 20 that it should have lent',
      },
      { factor: 'cost', value: 1000, weight: 10, points: 10000, why: 'lends free of charge' },
      { factor: 'distance', value: 800, weight: 30, points: 24000, why: '2 days of transit' },
      { factor: 'fillRate', value: 750, weight: 30, points: 22500, why: 'filled 8 of 10 requests' },
      { factor: 'openHours', value: 800, weight: 10, points: 8000, why: 'open 480 minutes within a day' },
      { factor: 'reciprocal', value: 1000, weight: 5, points: 5000, why: 'in one reciprocal group' },
      { factor: 'responseTime', value: 861, weight: 10, points: 8610, why: 'answers in 600 minutes (median)' },
      { factor: 'sharingPolicy', value: 500, weight: 5, points: 2500, why: 'lends on request' },
    ]);
    expect([entry.points, entry.score]).toEqual([205610, 822]);
  });

  test('C82 describes each factor in figures as well as in text, so that it can be shown in any language', () => {
    const { factors } = scoreSupplier(aCandidate(), DEFAULT_ROTA_POLICY);
    expect(factors.filter(({ figures }) => figures.finding === undefined)).toEqual([]);
    const unsaid = factors.flatMap(({ why, figures: { finding: _, ...numbers } }) =>
      Object.values(numbers).filter((number) => !why.includes(String(number))),
    );
    expect(unsaid).toEqual([]);
  });

  test('C82 prefers a copy on the shelf to a nearer one that is lent', () => {
    const away = aCandidate({ member: 'birch', availableCopies: 0, transitDays: 1 });
    const onShelf = aCandidate({ member: 'cedar', availableCopies: 1, transitDays: 4 });
    expect(order([away, onShelf])).toEqual(['cedar', 'birch']);
  });

  test('prefers, all else equal, the member that has lent less than agreed', () => {
    const gave = aCandidate({ member: 'birch', balance: { lent: 90, borrowed: 30, target: 0 } });
    const owes = aCandidate({ member: 'cedar', balance: { lent: 30, borrowed: 90, target: 0 } });
    expect(order([gave, owes])).toEqual(['cedar', 'birch']);
  });

  test('weighs a gap by the expected number: ten loans are much for a school, little for a city, and the agreed number is even', () => {
    const value = (balance: NonNullable<Candidate['balance']>): number =>
      FACTORS.balance(aCandidate({ balance }), DEFAULT_ROTA_POLICY.scales).value;
    expect(value({ lent: 20, borrowed: 10, target: 0 })).toBe(0);
    expect(value({ lent: 1010, borrowed: 1000, target: 0 })).toBe(483);
    expect(value({ lent: 60, borrowed: 40, target: 20 })).toBe(500);
    // The first loan of a new member lowers its position, but not to the end.
    expect(value({ lent: 1, borrowed: 0, target: 0 })).toBe(333);
    expect(value({ lent: 0, borrowed: 10, target: -50 })).toBe(500);
  });

  test('C82 a copy on the shelf outweighs the balance and the route together', () => {
    const { available, balance, distance } = DEFAULT_ROTA_POLICY.weights;
    expect(available).toBeGreaterThan(balance + distance);
  });

  test('breaks ties by the member id, not by the order of candidates', () => {
    const same = ['dogwood', 'birch', 'cedar'].map((member) => aCandidate({ member }));
    expect(order(same)).toEqual(['birch', 'cedar', 'dogwood']);
  });

  test('C83 excludes, with the reason, the requester and every member that cannot supply', () => {
    const list = [
      aCandidate({ member: 'ash' }),
      aCandidate({ member: 'birch', lends: 'no' }),
      aCandidate({ member: 'cedar', cost: 1501 }),
      aCandidate({ member: 'dogwood', transitDays: 5 }),
      aCandidate({ member: 'elm', itemId: 'itm-2' }),
      aCandidate({ member: 'elm', itemId: 'itm-1' }),
    ];
    const need = { ...NEED, needBy: '2026-11-06T09:00:00.000Z', maxCost: 1500 };
    const { entries, excluded } = buildRota(list, DEFAULT_ROTA_POLICY, need);
    expect(entries.map(({ member, itemId }) => [member, itemId])).toEqual([['elm', 'itm-1']]);
    expect(excluded).toEqual([
      { member: 'ash', reason: 'is-requester' },
      { member: 'birch', reason: 'does-not-lend' },
      { member: 'cedar', reason: 'cost-over-maximum' },
      { member: 'dogwood', reason: 'cannot-arrive-in-time' },
      { member: 'elm', itemId: 'itm-2', reason: 'other-copy-preferred' },
    ]);
  });

  test('asks partners after all members, and the last resort after all partners, at any score', () => {
    const poor = { availableCopies: 0, transitDays: 9, history: { asked: 10, filled: 0 } };
    const list = [
      aCandidate({ member: 'birch', tier: 'last-resort' }),
      aCandidate({ member: 'cedar', ...poor }),
      aCandidate({ member: 'dogwood', tier: 'partner' }),
      aCandidate({ member: 'elm', tier: 'partner', ...poor }),
      aCandidate({ member: 'fir', tier: 'member' }),
    ];
    const { entries } = buildRota(list, DEFAULT_ROTA_POLICY, NEED);
    expect(entries.map(({ member, tier }) => [member, tier])).toEqual([
      ['fir', undefined],
      ['cedar', undefined],
      ['dogwood', 'partner'],
      ['elm', 'partner'],
      ['birch', 'last-resort'],
    ]);
    expect(entries[0]).not.toHaveProperty('tier');
  });

  test('C82 skips a branch that is closed past the need-by date, and counts transit from the opening', () => {
    const needBy = '2026-11-06T09:00:00.000Z';
    const closed = (closedUntil: string, transitDays: number) =>
      buildRota([aCandidate({ closedUntil, transitDays })], DEFAULT_ROTA_POLICY, { ...NEED, needBy });
    const reasons = [
      closed('2026-11-06T09:01:00.000Z', 0),
      closed('2026-11-04T09:01:00.000Z', 2),
      closed('2026-11-04T09:00:00.000Z', 2),
    ].map(({ excluded }) => excluded[0]?.reason);
    expect(reasons).toEqual(['closed-past-need-by', 'cannot-arrive-in-time', undefined]);
    // Without a date no delivery is too late.
    expect(order([aCandidate({ closedUntil: '2027-01-01T09:00:00.000Z' })])).toEqual(['birch']);
  });

  test('scores a member that was never asked as neither good nor bad', () => {
    const history = { asked: 0, filled: 0 };
    expect(FACTORS.responseTime(aCandidate({ history }), DEFAULT_ROTA_POLICY.scales).value).toBe(500);
    expect(FACTORS.fillRate(aCandidate({ history }), DEFAULT_ROTA_POLICY.scales).value).toBe(500);
  });
});

describe('for any candidates', () => {
  const entries = candidates.map((candidate) => scoreSupplier(candidate, DEFAULT_ROTA_POLICY));

  test('the order is total: antisymmetric and transitive', () => {
    fc.assert(
      fc.property(entries, entries, entries, (a, b, c) => {
        expect(Math.sign(compareSuppliers(a, b)) + Math.sign(compareSuppliers(b, a))).toBe(0);
        if (compareSuppliers(a, b) === 0) expect([a.member, a.itemId]).toEqual([b.member, b.itemId]);
        if (compareSuppliers(a, b) <= 0 && compareSuppliers(b, c) <= 0) {
          expect(compareSuppliers(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('the rota does not depend on the order of the candidates', () => {
    const copies = fc.uniqueArray(candidates, {
      selector: ({ member, itemId }) => `${member}/${itemId}`,
      maxLength: 12,
    });
    const shuffled = copies.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(buildRota(other, DEFAULT_ROTA_POLICY, NEED)).toEqual(buildRota(list, DEFAULT_ROTA_POLICY, NEED));
      }),
    );
  });

  test('no score lifts a supplier out of its round: within a round the points fall', () => {
    const rounds = [undefined, 'partner', 'last-resort'];
    fc.assert(
      fc.property(fc.array(candidates, { maxLength: 12 }), (list) => {
        const { entries: rota } = buildRota(list, DEFAULT_ROTA_POLICY, NEED);
        rota.slice(1).forEach((entry, at) => {
          const before = rota[at] ?? entry;
          const [round, former] = [rounds.indexOf(entry.tier), rounds.indexOf(before.tier)];
          expect(round).toBeGreaterThanOrEqual(former);
          if (round === former) expect(entry.points).toBeLessThanOrEqual(before.points);
        });
      }),
    );
  });

  test('every copy is either on the rota or excluded with a reason, and no member is on it twice', () => {
    fc.assert(
      fc.property(fc.array(candidates, { maxLength: 12 }), (list) => {
        const rota = buildRota(list, DEFAULT_ROTA_POLICY, NEED);
        expect(rota.entries.length + rota.excluded.length).toBe(list.length);
        expect(new Set(rota.entries.map(({ member }) => member)).size).toBe(rota.entries.length);
      }),
    );
  });

  const better: Record<FactorName, (candidate: Candidate, by: number) => Candidate> = {
    available: (one, by) => ({ ...one, availableCopies: one.availableCopies + by }),
    cost: (one, by) => ({ ...one, cost: Math.max(0, one.cost - by) }),
    distance: (one, by) => ({ ...one, transitDays: Math.max(0, one.transitDays - by) }),
    balance: ({ balance = { lent: 0, borrowed: 0, target: 0 }, ...one }, by) => ({
      ...one,
      balance: { ...balance, lent: Math.max(0, balance.lent - by) },
    }),
    openHours: (one, by) => ({ ...one, openMinutesNextDay: one.openMinutesNextDay + by }),
    responseTime: (one, by) => ({
      ...one,
      history: { ...one.history, medianAnswerMinutes: Math.max(0, (one.history.medianAnswerMinutes ?? 0) - by) },
    }),
    fillRate: (one, by) => ({
      ...one,
      history: { ...one.history, asked: one.history.asked + by, filled: one.history.filled + by },
    }),
    sharingPolicy: (one) => ({ ...one, lends: 'freely' }),
    reciprocal: (one) => ({ ...one, reciprocal: true }),
  };

  test.each(Object.entries(better))('a better value never lowers the score: %s', (_, improve) => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 500 }), (candidate, by) => {
        const before = scoreSupplier(candidate, DEFAULT_ROTA_POLICY).points;
        expect(scoreSupplier(improve(candidate, by), DEFAULT_ROTA_POLICY).points).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test.each(Object.entries(better))('and the best instead of the worst raises it: %s', (_, improve) => {
    const worst = aCandidate({
      availableCopies: 0,
      cost: 2000,
      transitDays: 10,
      balance: { lent: 100, borrowed: 0, target: 0 },
      openMinutesNextDay: 0,
      history: { asked: 10, filled: 0, medianAnswerMinutes: 4320 },
      reciprocal: false,
    });
    const points = (candidate: Candidate): number => scoreSupplier(candidate, DEFAULT_ROTA_POLICY).points;
    expect(points(improve(worst, 5000))).toBeGreaterThan(points(worst));
  });
});
