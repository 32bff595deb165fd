import { type Grant, holds, memberOfBranch, type Role } from '../../../layers/kernel/identity/roles.ts';

/** The groups of lists on Today. */
export const todayGroups = [
  'desk',
  'sign-ups',
  'duplicates',
  'loans',
  'catalogue',
  'refused-loads',
  'teaching',
  'own-finance',
  'finance',
  'policies',
  'proposals',
  'webhooks',
  'webhooks-of-all',
] as const;
export type TodayGroup = (typeof todayGroups)[number];

type Audience = { roles: readonly Role[]; at: 'branch' | 'member' | 'consortium' | 'anywhere' };

const AUDIENCES: Record<TodayGroup, Audience> = {
  desk: { roles: ['desk', 'desk-supervisor'], at: 'branch' },
  'sign-ups': { roles: ['desk', 'desk-supervisor'], at: 'branch' },
  duplicates: { roles: ['desk-supervisor'], at: 'branch' },
  loans: { roles: ['ill', 'desk', 'desk-supervisor'], at: 'branch' },
  catalogue: { roles: ['cataloguer'], at: 'member' },
  'refused-loads': { roles: ['cataloguer', 'member-admin'], at: 'member' },
  teaching: { roles: ['desk', 'desk-supervisor'], at: 'branch' },
  'own-finance': { roles: ['member-finance'], at: 'member' },
  finance: { roles: ['finance-preparer', 'finance-approver', 'auditor', 'admin'], at: 'consortium' },
  policies: { roles: ['governance-secretary', 'admin', 'auditor', 'member-admin', 'desk-supervisor'], at: 'anywhere' },
  proposals: { roles: ['member-admin', 'voting-alternate', 'admin'], at: 'anywhere' },
  webhooks: { roles: ['member-admin'], at: 'member' },
  'webhooks-of-all': { roles: ['admin'], at: 'consortium' },
};

/** Returns whether a person has any role at a branch, its member or the consortium. */
export const worksAt = (grants: readonly Grant[], branch: string): boolean =>
  grants.some(({ role }) => holds(grants, role, { scope: 'branch', branch }));

/** Returns the groups of lists that a person sees at a branch; without one, those of the consortium. */
export const groupsFor = (grants: readonly Grant[], branch: string | undefined): ReadonlySet<TodayGroup> => {
  const sees = ({ roles, at }: Audience): boolean => {
    if (at === 'anywhere') return grants.some(({ role }) => roles.includes(role));
    if (at === 'consortium') return roles.some((role) => holds(grants, role, { scope: 'consortium' }));
    if (branch === undefined) return false;
    const member = memberOfBranch(branch);
    const place = at === 'branch' ? ({ scope: 'branch', branch } as const) : ({ scope: 'member', member } as const);
    return roles.some((role) => holds(grants, role, place));
  };
  return new Set(todayGroups.filter((group) => sees(AUDIENCES[group])));
};
