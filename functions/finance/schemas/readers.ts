import { holds, type Role } from '../../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Permission } from '../../../layers/platform/http/contract.ts';

const readers: readonly Role[] = ['finance-preparer', 'finance-approver', 'auditor', 'admin'];

/** Who reads the money of the whole consortium. */
export const consortiumReaders: Permission = { who: 'staff', roles: readers, at: 'consortium' };

/** Who reads the money of one member, named in the query: its own finance staff. */
export const memberReaders: Permission = { who: 'staff', roles: ['member-finance'], at: { member: 'query.member' } };

/** The same, where the member is named in the path. */
export const memberReadersByPath: Permission = {
  who: 'staff',
  roles: ['member-finance'],
  at: { member: 'path.memberId' },
};

/** Whether somebody reads the money of all, and not of the named member alone. */
export const readsWhole = (actor: Actor | undefined): boolean =>
  actor?.kind === 'staff' && readers.some((role) => holds(actor.grants, role, { scope: 'consortium' }));
