import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { staffName } from '../../../components/staff-name.ts';

/** A change of many copies: what it sets, how its copies were chosen, how far it is. */
export type Batch = Answered<'catalogue-list-item-batches'>['batches'][number];
/** What it does with one copy, or why it does not. */
export type Line = Answered<'catalogue-get-item-batch'>['items'][number];
export type LineState = Line['state'];
/** Which copies, and what is set at each. */
export type ChangeRequest = operations['catalogue-preview-item-changes']['requestBody']['content']['application/json'];

type Names = Answered<'catalogue-list-item-batches'>['names'];
/** A change that says who looked it over by name. */
const withName = (batch: Batch, names: Names): Batch => ({ ...batch, by: staffName(batch.by, names) });

/** How often a change that is under way is looked at, in milliseconds. */
const LOOKS_MS = 3_000;

/** Whether something goes on with it by itself. */
export const isUnderWay = ({ state }: Batch): boolean => ['gathering', 'running', 'undoing'].includes(state);

/** A library's changes of many copies, the newest first, page by page. */
export const useBatches = (memberId: string) =>
  useInfiniteQuery({
    queryKey: ['item-batches', memberId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/catalogue/members/{memberId}/item-batches', {
          params: { path: { memberId }, query: { limit: 25, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    select: ({ pages }) => pages.flatMap(({ batches, names }) => batches.map((batch) => withName(batch, names))),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

const oneKey = (memberId: string, batchId: string) => ['item-batch', memberId, batchId];

/** One change as it is now; looked at again and again while it is under way. */
export const useBatch = (memberId: string, batchId: string) =>
  useQuery({
    queryKey: oneKey(memberId, batchId),
    queryFn: async () => {
      const path = { memberId, batchId };
      const page = await take(
        api.GET('/v1/catalogue/members/{memberId}/item-batches/{batchId}', {
          params: { path, query: { limit: 1 } },
        }),
      );
      return withName(page.batch, page.names);
    },
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? LOOKS_MS : false),
  });

/** Its copies in one state, page by page; anew when others have come to be so (`count`). */
export const useLines = (memberId: string, batchId: string, of: LineState, count: number) =>
  useInfiniteQuery({
    queryKey: [...oneKey(memberId, batchId), of, count],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/catalogue/members/{memberId}/item-batches/{batchId}', {
          params: { path: { memberId, batchId }, query: { of, limit: 50, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** Looks a change over without making it. */
export const usePreview = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: ChangeRequest) =>
      take(
        api.POST('/v1/catalogue/members/{memberId}/item-batches', {
          ...{ params: { path: { memberId } }, body, ...keyed(key.keyFor(body)) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: (batch) => {
      client.setQueryData(oneKey(memberId, batch.batchId), batch);
      return client.invalidateQueries({ queryKey: ['item-batches', memberId] });
    },
  });
};

/** Makes the change, or puts it back. */
export const useRun = (memberId: string, batchId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (way: 'onwards' | 'back') =>
      take(
        api.PUT('/v1/catalogue/members/{memberId}/item-batches/{batchId}/run', {
          ...{ params: { path: { memberId, batchId } }, body: { way }, ...keyed(key.keyFor({ batchId, way })) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: (batch) => {
      client.setQueryData(oneKey(memberId, batchId), batch);
      return client.invalidateQueries({ queryKey: ['item-batches', memberId] });
    },
  });
};
