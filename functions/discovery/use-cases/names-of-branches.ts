import type { RecordHtmlDeps } from '../deps.ts';

/** Returns the name of each branch as the directory has it; the id for one that is not in it. */
export const namesOfBranches = async ({
  directory,
}: Pick<RecordHtmlDeps, 'directory'>): Promise<(branchId: string) => string> => {
  const branches = (await directory()).flatMap((member) => member.branches);
  const names = new Map(branches.map(({ branchId, name }) => [branchId, name]));
  return (branchId) => names.get(branchId) ?? branchId;
};
