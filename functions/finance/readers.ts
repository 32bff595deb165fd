import type { Permission } from '../../layers/http/contract.ts';

/** Who reads the money of the whole consortium. */
export const consortiumReaders: Permission = {
  who: 'staff',
  roles: ['finance-preparer', 'finance-approver', 'auditor', 'admin'],
  at: 'consortium',
};

/** Who reads the money of one member, named in the query: its own finance staff. */
export const memberReaders: Permission = { who: 'staff', roles: ['member-finance'], at: { member: 'query.member' } };
