import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { staffName } from '../../../components/staff-name.ts';

/** A batch change of items or records: what it changes, how they were selected, and its progress. */
export type Batch = Answered<'catalogue-list-item-batches'>['batches'][number];
/** The change of one item or record, or why it is not made. */
export type Line = Answered<'catalogue-get-item-batch'>['items'][number];
export type LineState = Line['state'];
type Request = operations['catalogue-preview-item-changes']['requestBody']['content']['application/json'];
/** Which items to change, and which values to set. */
export type ChangeRequest = Extract<Request, { items: unknown }>;
/** Which records to change, and by which steps. */
export type RecordRequest = Extract<Request, { records: unknown }>;

type Names = Answered<'catalogue-list-item-batches'>['names'];
/** Adds the name of the user who previewed the change. */
const withName = (batch: Batch, names: Names): Batch => ({ ...batch, by: staffName(batch.by, names) });

/** The polling interval of a change in progress, in milliseconds. */
const LOOKS_MS = 3_000;

/** Whether the change proceeds automatically. */
export const isUnderWay = ({ state }: Batch): boolean => ['gathering', 'running', 'undoing'].includes(state);

/** Returns a library's batch changes of items or records, newest first, page by page. */
export const useBatches = (memberId: string, of: 'items' | 'records' = 'items') =>
  useInfiniteQuery({
    queryKey: ['item-batches', memberId, of],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/catalogue/members/{memberId}/item-batches', {
          params: { path: { memberId }, query: { of, limit: 25, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    select: ({ pages }) => pages.flatMap(({ batches, names }) => batches.map((batch) => withName(batch, names))),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

const oneKey = (memberId: string, batchId: string) => ['item-batch', memberId, batchId];

/** Returns one batch change; polled while it is in progress. */
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

/** Returns its items or records in one state, page by page; refetched when their number (`count`) changes. */
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

/** Previews a change without making it. */
export const usePreview = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Request) =>
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

/** Makes the change, or reverts it. */
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
