import { partnerCandidates, type SupplyingPartner } from './partner-candidates.ts';
import { buildRota } from './rota.ts';
import { type Candidate, DEFAULT_ROTA_POLICY } from './rota-factors.ts';

const aPartner = (partnerId: string, more: Partial<SupplyingPartner> = {}): SupplyingPartner => ({
  partnerId,
  supplies: true,
  paused: false,
  services: ['loan', 'copy'],
  transitDays: 5,
  lastResort: false,
  countries: [],
  ...more,
});
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const LOAN = { service: 'loan', country: 'ES', currency: 'EUR' } as const;
const ids = ({ candidates }: { candidates: Candidate[] }): string[] => candidates.map(({ member }) => member);

test('a partner that is paused, supplies nothing, or not this service, is not asked', () => {
  const made = partnerCandidates(
    [
      aPartner('prt_a'),
      aPartner('prt_b', { paused: true }),
      aPartner('prt_c', { supplies: false }),
      aPartner('prt_d', { services: ['copy'] }),
    ],
    LOAN,
  );
  expect(ids(made)).toEqual(['prt_a']);
  expect(made.excluded).toEqual([
    { member: 'prt_b', reason: 'not-supplying' },
    { member: 'prt_d', reason: 'does-not-lend' },
  ]);
});

test('a partner that supplies to certain countries only is not asked for a library in another one', () => {
  const partners = [aPartner('prt_any'), aPartner('prt_us', { countries: ['US', 'CA'] })];
  const made = partnerCandidates(partners, LOAN);
  expect([ids(made), made.excluded]).toEqual([['prt_any'], [{ member: 'prt_us', reason: 'other-country' }]]);
  expect(ids(partnerCandidates(partners, { ...LOAN, country: 'CA' }))).toEqual(['prt_any', 'prt_us']);
});

test('only approved amounts are spent, and never in a currency that cannot be compared', () => {
  const partners = [
    aPartner('prt_free'),
    aPartner('prt_cheap', { loanCost: euros(800) }),
    aPartner('prt_dear', { loanCost: euros(2500) }),
    aPartner('prt_pounds', { loanCost: { amount: 100, currency: 'GBP' } }),
  ];
  expect(ids(partnerCandidates(partners, LOAN))).toEqual(['prt_free']);
  const made = partnerCandidates(partners, { ...LOAN, maxCost: euros(1000) });
  expect(ids(made)).toEqual(['prt_free', 'prt_cheap']);
  expect(made.excluded).toEqual([
    { member: 'prt_dear', reason: 'cost-over-maximum' },
    { member: 'prt_pounds', reason: 'cost-over-maximum' },
  ]);
  expect(made.costs.get('prt_dear')).toEqual(euros(2500));
});

test('a copy has the price of a copy, and no days by post', () => {
  const partner = aPartner('prt_a', { loanCost: euros(800), copyCost: euros(300) });
  const need = { service: 'copy', country: 'ES', currency: 'EUR', maxCost: euros(300) } as const;
  expect(partnerCandidates([partner], need).candidates).toMatchObject([{ cost: 300, transitDays: 0 }]);
  const either = { ...need, service: 'copy-or-loan', maxCost: euros(800) } as const;
  expect(partnerCandidates([partner], either).candidates).toMatchObject([{ cost: 800, transitDays: 5 }]);
  expect(partnerCandidates([{ ...partner, services: ['copy'] }], either).candidates).toMatchObject([
    { transitDays: 0 },
  ]);
});

test('partners follow all members, the last resort follows all, and their counters are used', () => {
  const member: Candidate = {
    ...{ member: 'birch', availableCopies: 0, lends: 'on-request', cost: 1999, transitDays: 9 },
    ...{ balance: { lent: 90, borrowed: 0, target: 0 }, openMinutesNextDay: 0, history: { asked: 9, filled: 0 } },
    reciprocal: false,
  };
  const balances = new Map([['prt_good', { asked: 10, filled: 10, lent: 10, answeredIn30: 10 }]]);
  const partners = [
    aPartner('prt_last', { lastResort: true, transitDays: 1 }),
    aPartner('prt_new'),
    aPartner('prt_good'),
  ];
  const { candidates } = partnerCandidates(partners, LOAN, balances);
  const need = { requesterMember: 'ash', at: '2026-11-02T09:00:00.000Z' };
  const { entries } = buildRota([...candidates, member], DEFAULT_ROTA_POLICY, need);
  expect(entries.map(({ member: one }) => one)).toEqual(['birch', 'prt_good', 'prt_new', 'prt_last']);
  // A partner's earlier loans do not lower its score: it is paid.
  const reasons = entries[1]?.factors.filter(({ factor }) => factor === 'balance');
  expect(reasons).toMatchObject([{ value: 500, why: 'keeps no balance with the consortium' }]);
});
