import type { PatronStanding } from '../../layers/domain/circulation/patron-standing.ts';
import { memberOfBranch } from '../../layers/domain/identity/roles.ts';

/** Whether a branch belongs to the patron's home member: only there a patron is changed. */
export const isHome = ({ homeMember }: PatronStanding, branchId: string): boolean =>
  memberOfBranch(branchId) === homeMember;

/** The refusals of every operation that changes a patron at a desk. */
export const deskRefusals = {
  'patron-unknown': { status: 404, meaning: 'There is no such patron.' },
  'not-home': { status: 403, meaning: 'Only the patron’s home library does this.' },
} as const;

/** Who works at a desk. */
export const deskRoles = ['desk', 'desk-supervisor'] as const;
