import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** How a school counts its grades. */
export type Scheme = Answered<'teaching-get-school'>;

/** Loads the grades of a school; a school without any fails with `no-school`. */
export const useSchool = (memberId: string) =>
  useQuery({
    queryKey: ['school', memberId],
    queryFn: () => take(api.GET('/v1/teaching/schools/{memberId}', { params: { path: { memberId } } })),
    retry: false,
  });

/** Stores the grades of a school. */
export const useSetSchool = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Scheme) =>
      take(
        api.PUT('/v1/teaching/schools/{memberId}', {
          params: { path: { memberId } },
          body,
          ...keyed(key.keyFor(body)),
        }),
      ),
    onSettled: (_, thrown) => {
      key.settle(thrown ?? undefined);
      void client.invalidateQueries({ queryKey: ['school', memberId] });
    },
  });
};

/** Loads the state of a school year; one that nobody planned fails with `unknown-year`. */
export const useYear = (memberId: string, year: string) =>
  useQuery({
    queryKey: ['school-year', memberId, year],
    queryFn: () =>
      take(api.GET('/v1/teaching/schools/{memberId}/years/{year}', { params: { path: { memberId, year } } })),
    retry: false,
  });

/** Plans the start of a school year, or takes it back. */
export const useYearActs = (memberId: string, year: string) => {
  const client = useQueryClient();
  const key = useKey();
  const settled = (_: unknown, thrown: Error | null): void => {
    key.settle(thrown ?? undefined);
    void client.invalidateQueries({ queryKey: ['school-year', memberId, year] });
  };
  const plan = useMutation({
    mutationFn: (on: string) => {
      const body = { year, on };
      const params = { path: { memberId } };
      return take(api.POST('/v1/teaching/schools/{memberId}/years', { params, body, ...keyed(key.keyFor(body)) }));
    },
    onSettled: settled,
  });
  const undo = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/teaching/schools/{memberId}/years/{year}/undoings', {
          params: { path: { memberId, year } },
          ...keyed(key.keyFor(year)),
        }),
      ),
    onSettled: settled,
  });
  return { plan, undo };
};
