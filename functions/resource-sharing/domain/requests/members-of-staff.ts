import { type Grant, memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';

const working: readonly string[] = ['ill', 'desk', 'desk-supervisor'];

/** Lists the members where somebody works with loan requests (or in other roles that are named), at the member or a branch. */
export const membersOf = (grants: readonly Grant[], roles: readonly string[] = working): string[] =>
  grants
    .filter(({ role }) => roles.includes(role))
    .flatMap((grant) =>
      grant.scope === 'member' ? [grant.member] : grant.scope === 'branch' ? [memberOfBranch(grant.branch)] : [],
    );
