import type { Permission } from './contract.ts';

/** Permits desk staff and desk supervisors of the branch that the path names. */
export const atListedDesk: Permission = {
  who: 'staff',
  roles: ['desk', 'desk-supervisor'],
  at: { branch: 'path.branchId' },
};
