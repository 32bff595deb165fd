import { type Grant, memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';

const working: readonly string[] = ['ill', 'desk', 'desk-supervisor'];

/**
 * Lists the members where the user handles interlibrary loans (or has other given roles), at the member or a branch.
 */
export const membersOf = (grants: readonly Grant[], roles: readonly string[] = working): string[] =>
  grants
    .filter(({ role }) => roles.includes(role))
    .flatMap((grant) =>
      grant.scope === 'member' ? [grant.member] : grant.scope === 'branch' ? [memberOfBranch(grant.branch)] : [],
    );
