/** The scope of a list: one branch, or all branches of its member. */
export type Place = { branchId: string; of: 'branch' | 'member' };
