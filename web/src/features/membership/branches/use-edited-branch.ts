import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { asProblem } from '../../../api/problem.ts';
import { useKey } from '../../../api/use-key.ts';

type BodyOf<Id extends 'membership-update-branch' | 'membership-update-branch-hours'> =
  operations[Id]['requestBody']['content']['application/json'];
export type BranchDetails = Omit<BodyOf<'membership-update-branch'>, 'version'>;
export type BranchHours = BodyOf<'membership-update-branch-hours'>;
export type EditedBranch = Answered<'membership-show-branch'>;

/** Loads a branch for editing, as last written. */
export const useEditedBranch = (branchId: string) =>
  useQuery({
    queryKey: ['branch', branchId],
    queryFn: () => take(api.GET('/v1/membership/branches/{branchId}', { params: { path: { branchId } } })),
    staleTime: 0,
  });

/** Saves a change of a branch; refused when others have changed it since it was loaded, which then loads it again. */
const useSaved = <Body>(branchId: string, save: (body: Body, key: string) => Promise<unknown>, done: () => void) => {
  const client = useQueryClient();
  const { keyFor, settle } = useKey();
  return useMutation({
    mutationFn: (body: Body) => save(body, keyFor(body)),
    onSettled: (_, thrown) => settle(thrown),
    onError: async (thrown) => {
      if (asProblem(thrown).code !== 'changed-meanwhile') return;
      await client.invalidateQueries({ queryKey: ['branch', branchId] });
    },
    onSuccess: async () => {
      done();
      await client.invalidateQueries({ queryKey: ['branch', branchId] });
      await client.invalidateQueries({ queryKey: ['directory'] });
    },
  });
};

/** Saves what a branch shows of itself. */
export const useSaveDetails = (branchId: string, done: () => void) =>
  useSaved(
    branchId,
    (body: BodyOf<'membership-update-branch'>, key) =>
      take(api.PUT('/v1/membership/branches/{branchId}', { params: { path: { branchId } }, body, ...keyed(key) })),
    done,
  );

/** Saves the opening hours and closures of a branch, from now or from a later day. */
export const useSaveHours = (branchId: string, done: () => void) =>
  useSaved(
    branchId,
    (body: BranchHours, key) =>
      take(
        api.PUT('/v1/membership/branches/{branchId}/calendar', { params: { path: { branchId } }, body, ...keyed(key) }),
      ),
    done,
  );
