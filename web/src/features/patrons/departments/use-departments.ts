import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** A department of a library, with the cost centre of its patrons' charges. */
export type Department = Answered<'patrons-list-departments'>['departments'][number];

/** Loads the departments of the library of a branch. */
export const useDepartments = (branchId: string) =>
  useQuery({
    queryKey: ['departments', branchId],
    queryFn: () => take(api.GET('/v1/patrons/departments', { params: { query: { branchId } } })),
  });

/** Stores a department; the same content again changes nothing. */
export const useSetDepartment = (branchId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (department: Department) =>
      take(api.POST('/v1/patrons/departments', { body: { branchId, ...department } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['departments', branchId] }),
  });
};
