/** Of which place a list is: a branch alone, or with all branches of its member. */
export type Place = { branchId: string; of: 'branch' | 'member' };
