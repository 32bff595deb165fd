import { holds, type Role } from '../../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Permission } from '../../../layers/platform/http/contract.ts';

const readers: readonly Role[] = ['finance-preparer', 'finance-approver', 'auditor', 'admin'];

/** The roles that read the accounts of the whole consortium. */
export const consortiumReaders: Permission = { who: 'staff', roles: readers, at: 'consortium' };

/** The roles that read the accounts of one member, named in the query: its own finance staff. */
export const memberReaders: Permission = { who: 'staff', roles: ['member-finance'], at: { member: 'query.member' } };

/** The roles that read the accounts of one member, named in the path. */
export const memberReadersByPath: Permission = {
  who: 'staff',
  roles: ['member-finance'],
  at: { member: 'path.memberId' },
};

/** Returns whether somebody reads the accounts of all members, not only of the named one. */
export const readsWhole = (actor: Actor | undefined): boolean =>
  actor?.kind === 'staff' && readers.some((role) => holds(actor.grants, role, { scope: 'consortium' }));
