import { useSyncExternalStore } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { type Branch, memberOf, useDirectory } from '../../../api/directory.ts';

/** Returns the branches where the signed-in user holds one of these roles; any role where none is named. */
export const useBranches = (...roles: string[]): Branch[] => {
  const who = useWho();
  const { branches } = useDirectory();
  if (who?.kind !== 'staff') return [];
  const grants = who.grants.filter(({ role }) => roles.length === 0 || roles.includes(role));
  return branches.filter(({ branchId }) =>
    grants.some(
      (grant) =>
        (grant.scope === 'branch' && grant.branch === branchId) ||
        (grant.scope === 'member' && grant.member === memberOf(branchId)),
    ),
  );
};

const place = 'concord.branch';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Selects the branch in use, stored in this browser because a desk's computer stays in one place. */
const choose = (branchId: string): void => {
  localStorage.setItem(place, branchId);
  for (const listener of listeners) listener();
};

/**
 * Returns the branch in use: the one that was last selected, if the user holds one of these roles there, otherwise the library's
 * main one, if the user does there. It is selected in the navigation of the staff pages.
 */
export const useBranch = (...roles: string[]) => {
  const branches = useBranches(...roles);
  const stored = useSyncExternalStore(subscribe, () => localStorage.getItem(place));
  const usual =
    branches.find(({ main }) => main) ?? branches.find(({ branchId }) => branchId.endsWith('.main')) ?? branches[0];
  const branch = branches.find(({ branchId }) => branchId === stored) ?? usual;
  return { branches, branch, choose };
};
