import { hasRole, holdsAt, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';

/** Returns whose acquisitions a person sees and what that person may do there, as the API permits. `asked` is the library that was chosen. */
export const useBuying = (asked: string | undefined) => {
  const { members, memberName } = useDirectory();
  const who = useWho();
  const mayChoose = hasRole(who, 'auditor');
  const own = hasRole(who, 'acquisitions', 'member-finance', 'member-admin') ? who.member : undefined;
  const member = mayChoose ? (asked ?? members[0]?.memberId) : own;
  const holds = (role: 'acquisitions' | 'member-finance' | 'member-admin'): boolean =>
    member !== undefined && holdsAt(who, member, role);
  return {
    ...{ who, member, mayChoose, name: member ? memberName(member) : '' },
    ...{ mayOrder: holds('acquisitions'), mayAllocate: holds('member-finance') },
    mayApprove: holds('member-finance') || holds('member-admin'),
  };
};
