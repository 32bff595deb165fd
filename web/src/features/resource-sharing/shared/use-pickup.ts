import { useState } from 'react';
import { useProfile } from '../../../api/current-user.ts';
import { memberOf, useDirectory } from '../../../api/directory.ts';

/**
 * Returns the pickup branch: the selected one, else the one in a link (`named`), else the home branch, else another branch of the home
 * library; empty while unknown.
 */
export const usePickup = (named?: string) => {
  const { data: profile } = useProfile();
  const { branches } = useDirectory();
  const [choice, setChoice] = useState<string>();
  const offered = branches.filter(({ pickup }) => pickup);
  const linked = offered.find(({ branchId }) => branchId === named);
  const home = offered.find(({ branchId }) => branchId === profile?.homeBranch);
  const near = offered.find(({ branchId }) => memberOf(branchId) === profile?.homeMember);
  return {
    pickup: choice ?? (linked ?? home ?? near)?.branchId ?? '',
    setPickup: setChoice,
    home: profile?.homeMember,
  };
};
