import { refuse } from '../../../layers/platform/http/outcome.ts';

/** Refuses what the loan rules decide while the consortium has adopted none. */
export const refuseWithoutPolicies = () => refuse('no-policies', 'The consortium has adopted no loan rules yet.');

/** Refuses a branch that is not there. Takes the JSON pointer to it where the request names it. */
export const refuseUnknownBranch = (branchId: string, pointer?: string) =>
  refuse('unknown-branch', `${branchId} is no branch.`, pointer);
