import { refuse } from '../../../layers/platform/http/outcome.ts';

/** Refuses what the loan rules decide until the consortium has adopted some. */
export const refuseWithoutPolicies = () => refuse('no-policies', 'The consortium has adopted no loan rules yet.');

/** Refuses an unknown branch. Takes the JSON pointer to it when the request names it. */
export const refuseUnknownBranch = (branchId: string, pointer?: string) =>
  refuse('unknown-branch', `${branchId} is no branch.`, pointer);
