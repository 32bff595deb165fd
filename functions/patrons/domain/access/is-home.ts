import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { PatronStatus } from '../record/patron-status.ts';

/** Returns whether a branch belongs to the patron's home member: only there a patron is changed. */
export const isHome = ({ homeMember }: Pick<PatronStatus, 'homeMember'>, branchId: string): boolean =>
  memberOfBranch(branchId) === homeMember;
