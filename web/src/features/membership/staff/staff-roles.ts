import type { Staff } from './staff.ts';

/** A role that a person holds at a place. */
export type Grant = Staff['grants'][number];

/** The roles in the order of the work, with the places where each may be held. */
export const roleScopes = {
  desk: ['branch', 'member'],
  'desk-supervisor': ['branch', 'member'],
  cataloguer: ['branch', 'member'],
  ill: ['branch', 'member'],
  acquisitions: ['branch', 'member'],
  'e-resources': ['branch', 'member'],
  'member-finance': ['member'],
  'voting-alternate': ['member'],
  'member-admin': ['member'],
  admin: ['consortium'],
  'finance-preparer': ['consortium'],
  'finance-approver': ['consortium'],
  'governance-secretary': ['consortium'],
  auditor: ['consortium'],
} as const satisfies Record<Grant['role'], readonly Grant['scope'][]>;

export const roleNames = Object.keys(roleScopes) as Grant['role'][];

/** A place as one text: `consortium`, a member’s id, or a branch’s. */
export const placeOf = (grant: Grant): string =>
  grant.scope === 'consortium' ? 'consortium' : grant.scope === 'member' ? grant.member : grant.branch;

/** Returns the grant of a role at a place. */
export const grantAt = (role: Grant['role'], place: string): Grant => {
  if (place === 'consortium') return { role, scope: 'consortium' };
  return place.includes('.') ? { role, scope: 'branch', branch: place } : { role, scope: 'member', member: place };
};
