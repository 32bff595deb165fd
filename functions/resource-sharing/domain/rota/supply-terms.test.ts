import { defaultSharingPolicy, type SharingPolicy, sharingPolicySchema } from '../sharing-policy.ts';
import { supplyTerms } from './supply-terms.ts';

const policy: SharingPolicy = {
  ...defaultSharingPolicy,
  courierDays: 3,
  courierRoutes: [
    { from: 'elm', to: 'ash', days: 5 },
    { from: 'elm.north', to: 'ash', days: 1 },
    { to: 'cedar', days: 9 },
  ],
  loanFees: [
    { from: 'elm', fee: 800 },
    { from: 'elm', to: 'ash.main', fee: 250 },
  ],
  reciprocalGroups: { west: ['elm', 'ash'], east: ['ash', 'cedar'] },
};

test('the most specific route and fee apply, missing values fall back', () => {
  expect(supplyTerms(policy, { from: 'elm.main', to: 'ash.main' })).toEqual({
    cost: 250,
    transitDays: 5,
    reciprocal: true,
  });
  expect(supplyTerms(policy, { from: 'elm.north', to: 'ash.east' })).toEqual({
    cost: 800,
    transitDays: 1,
    reciprocal: true,
  });
  expect(supplyTerms(policy, { from: 'elm.main', to: 'cedar.main' })).toEqual({
    cost: 800,
    transitDays: 9,
    reciprocal: false,
  });
});

test('a route is one-way: the route back has terms of its own', () => {
  expect(supplyTerms(policy, { from: 'ash.main', to: 'elm.main' })).toEqual({
    cost: 0,
    transitDays: 3,
    reciprocal: true,
  });
});

test('without groups the consortium is one group', () => {
  const open = { ...policy, reciprocalGroups: {} };
  expect(supplyTerms(open, { from: 'elm.main', to: 'cedar.main' }).reciprocal).toBe(true);
});

test('a member, or one of its branches, is a last resort when it is named', () => {
  const last = { ...policy, lastResort: ['elm', 'cedar.archive'] };
  const tier = (from: string) => supplyTerms(last, { from, to: 'ash.main' }).tier;
  expect(['elm.main', 'cedar.archive', 'cedar.main'].map(tier)).toEqual(['last-resort', 'last-resort', undefined]);
});

test('a policy adopted before routes, fees, groups and the last resort existed is still read, without any', () => {
  const {
    courierRoutes: _,
    loanFees: _too,
    reciprocalGroups: _also,
    lastResort: _last,
    ...before
  } = defaultSharingPolicy;
  expect(sharingPolicySchema.parse(before)).toEqual(defaultSharingPolicy);
});
