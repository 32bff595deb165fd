import { useState } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { type Branch, memberOf, useDirectory } from '../../../api/directory.ts';

/** Returns the branches where the signed-in user holds one of these roles. */
export const useBranches = (...roles: string[]): Branch[] => {
  const who = useWho();
  const { branches } = useDirectory();
  if (who?.kind !== 'staff') return [];
  const grants = who.grants.filter(({ role }) => roles.includes(role));
  return branches.filter(({ branchId }) =>
    grants.some(
      (grant) =>
        (grant.scope === 'branch' && grant.branch === branchId) ||
        (grant.scope === 'member' && grant.member === memberOf(branchId)),
    ),
  );
};

const place = 'concord.branch';

/** Returns the selected branch, stored in this browser because a desk's computer stays in one place. */
export const useBranch = (...roles: string[]) => {
  const branches = useBranches(...roles);
  const [stored, setStored] = useState(() => localStorage.getItem(place));
  const branch = branches.find(({ branchId }) => branchId === stored) ?? branches[0];
  const choose = (branchId: string): void => {
    localStorage.setItem(place, branchId);
    setStored(branchId);
  };
  return { branches, branch, choose };
};
