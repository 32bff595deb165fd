import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import type { ItemMapping } from '../../../layers/protocols/marc/item-mapping.ts';

type Mapped = Partial<{ [Part in 'branchMap' | 'defaultBranch']: ItemMapping[Part] | undefined }>;

/** The branches that a mapping names and its member does not have, a refusal each. `at`: where in the request the mapping stands. */
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
