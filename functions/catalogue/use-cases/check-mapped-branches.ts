import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import type { ItemMapping } from '../../../layers/protocols/marc/item-mapping.ts';

type Mapped = Partial<{ [Part in 'branchMap' | 'defaultBranch']: ItemMapping[Part] | undefined }>;

/** Returns one error for each branch that a mapping names and its member does not have. `at`: the path of the mapping in the request. */
export const refuseBranchesElsewhere = (
  memberId: string,
  { branchMap = {}, defaultBranch }: Mapped,
  branches: ReadonlySet<string>,
  at: string,
): RefusalOf<'branch-elsewhere'>[] => {
  const named = [
    ...Object.entries(branchMap).map(([value, branch]) => ({ branch, pointer: `${at}/branchMap/${value}` })),
    ...(defaultBranch === undefined ? [] : [{ branch: defaultBranch, pointer: `${at}/defaultBranch` }]),
  ];
  return named
    .filter(({ branch }) => !branches.has(branch))
    .map(({ branch, pointer }) => ({
      code: 'branch-elsewhere',
      detail: `${memberId} has no branch ${branch}.`,
      pointer,
    }));
};
