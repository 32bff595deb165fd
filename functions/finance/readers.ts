import { holds } from '../../layers/domain/identity/roles.ts';
import type { Actor } from '../../layers/http/actor.ts';
import type { Permission } from '../../layers/http/contract.ts';

const allRoles = ['finance-preparer', 'finance-approver', 'auditor', 'admin'] as const;

/** Who reads the money of the whole consortium. */
export const consortiumReaders: Permission = { who: 'staff', roles: allRoles, at: 'consortium' };

/** Whether a caller reads the money of the whole consortium, not one member's alone. */
export const readsAll = (actor: Actor | undefined): boolean =>
  actor?.kind === 'staff' && allRoles.some((role) => holds(actor.grants, role, { scope: 'consortium' }));

/** Who reads the money of one member, named in the query: its own finance staff. */
export const memberReaders: Permission = { who: 'staff', roles: ['member-finance'], at: { member: 'query.member' } };

/** The same, where the member is named in the path. */
export const memberReadersByPath: Permission = {
  who: 'staff',
  roles: ['member-finance'],
  at: { member: 'path.memberId' },
};
