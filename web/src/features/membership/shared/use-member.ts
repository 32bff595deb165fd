import { useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';

/** Returns the members at which the signed-in user holds one of these roles for the whole member, by name. */
export const useMembers = (...roles: string[]): { memberId: string; name: string }[] => {
  const who = useWho();
  const { members } = useDirectory();
  if (who?.kind !== 'staff') return [];
  const own = who.grants.filter(({ role }) => roles.includes(role));
  return members.filter(({ memberId }) => own.some((grant) => grant.scope === 'member' && grant.member === memberId));
};
