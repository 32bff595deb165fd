import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A department of a library, with the cost centre of its patrons' charges. */
export type Department = Answered<'patrons-list-departments'>['departments'][number];

/** Loads the departments of the library of a branch. */
export const useDepartments = (branchId: string) =>
  useQuery({
    queryKey: ['departments', branchId],
    queryFn: () => take(api.GET('/v1/patrons/departments', { params: { query: { branchId } } })),
  });

/** A department as it is edited: with the version that was read, none for a new one. */
export type EditedDepartment = Omit<Department, 'version'> & { version?: number };

/** Adds a department, or changes the one that was read. */
export const useSetDepartment = (branchId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (department: EditedDepartment) => {
      const body = { branchId, ...department };
      return take(api.POST('/v1/patrons/departments', { body, ...keyed(key.keyFor(body)) }));
    },
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: () => client.invalidateQueries({ queryKey: ['departments', branchId] }),
  });
};
