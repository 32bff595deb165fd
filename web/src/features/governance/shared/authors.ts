import { hasRole, type Who } from '../../../api/current-user.ts';

/** Returns for whom a person writes proposals: the libraries that the person administers, and empty for the consortium. */
export const authorsOf = (who: Who | undefined): string[] => {
  if (who?.kind !== 'staff') return [];
  const own = who.grants.flatMap((one) => (one.role === 'member-admin' && one.scope === 'member' ? [one.member] : []));
  return [...new Set(own), ...(hasRole(who, 'governance-secretary', 'admin') ? [''] : [])];
};
