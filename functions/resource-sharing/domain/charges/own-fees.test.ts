import { supplyTerms } from '../rota/supply-terms.ts';
import { defaultSharingPolicy, type SharingPolicy } from '../sharing-policy.ts';
import { withOwnFees } from './own-fees.ts';

const policy: SharingPolicy = {
  ...defaultSharingPolicy,
  loanFees: [
    { from: 'elm', fee: 800 },
    { from: 'elm', to: 'ash', fee: 250 },
  ],
  members: { elm: { loanFee: 600, copyFee: 90 } },
};
const costs = (of: SharingPolicy) =>
  ['cedar.main', 'ash.main'].map((to) => supplyTerms(of, { from: 'elm.main', to }).cost);

test('a fee that a member set itself applies where no fee names the way, inside the floors and ceilings of now', () => {
  expect(costs(policy)).toEqual([800, 250]);
  expect(costs(withOwnFees(policy, undefined))).toEqual([600, 250]);
  const own = [{ kind: 'resource-sharing' as const, value: 'loanFee', max: 500 }];
  const bounded = withOwnFees(policy, { bounds: [], own });
  expect(costs(bounded)).toEqual([500, 250]);
  expect(bounded.copyFees).toEqual([{ from: 'elm', fee: 90 }]);
  expect(withOwnFees(defaultSharingPolicy, undefined)).toBe(defaultSharingPolicy);
});
