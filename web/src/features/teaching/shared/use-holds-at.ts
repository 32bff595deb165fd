import { useWho } from '../../../api/current-user.ts';

/** True when the signed-in user holds one of these roles for a whole library, not for one of its branches only. */
export const useHoldsAt = (memberId: string, roles: readonly string[]): boolean => {
  const who = useWho();
  return (
    who?.kind === 'staff' &&
    who.grants.some((grant) => grant.scope === 'member' && grant.member === memberId && roles.includes(grant.role))
  );
};
