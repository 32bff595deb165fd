import type { Floors } from '../../../../layers/records/policies/domain/floors.ts';
import { ownValuesIn } from '../../../../layers/records/policies/domain/own-values.ts';
import type { SharingPolicy } from '../sharing-policy.ts';

/**
 * Returns the sharing policy with the fees that members set themselves, inside the floors and ceilings of now: each applies to all that the
 * member lends or copies, unless a fee names its branch or the other library too.
 */
export const withOwnFees = (policy: SharingPolicy, floors: Floors | undefined): SharingPolicy => {
  const own = Object.keys(policy.members ?? {}).map((memberId) => ({
    memberId,
    values: ownValuesIn(policy, { floors, kind: 'resource-sharing', memberId }),
  }));
  const feesOf = (name: 'loanFee' | 'copyFee') =>
    own.flatMap(({ memberId: from, values }) => {
      const fee = values[name];
      return fee === undefined ? [] : [{ from, fee }];
    });
  if (own.length === 0) return policy;
  // Of fees that name a way as closely the first applies.
  return {
    ...policy,
    loanFees: [...feesOf('loanFee'), ...policy.loanFees],
    copyFees: [...feesOf('copyFee'), ...policy.copyFees],
  };
};
