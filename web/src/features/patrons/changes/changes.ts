import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { type Answered, type operations, useWho } from '../../../api/current-user.ts';

export type Batch = Answered<'patrons-get-batch'>['batch'];
export type Line = Answered<'patrons-get-batch'>['lines'][number];
export type Wanted = operations['patrons-preview-batch']['requestBody']['content']['application/json'];

export const lineStates = ['planned', 'done', 'undone', 'refused', 'failed', 'retained', 'unchanged'] as const;
export type LineState = (typeof lineStates)[number];

/** Whether the background job still works on a batch. */
export const isUnderWay = ({ state }: Pick<Batch, 'state'>): boolean =>
  state === 'gathering' || state === 'running' || state === 'undoing';

const roles = ['desk-supervisor', 'member-admin'];

/** Returns the first library whose patrons the signed-in user may change together. */
export const useOwnMember = (): string | undefined => {
  const who = useWho();
  if (who?.kind !== 'staff') return undefined;
  return who.grants.flatMap((one) => (one.scope === 'member' && roles.includes(one.role) ? [one.member] : []))[0];
};

const WATCH_MS = 5000;

/** Returns a batch with its patrons in one state; read again while it is under way. */
export const useBatch = (memberId: string, batchId: string, of: LineState) => {
  const query = useInfiniteQuery({
    queryKey: ['patron-batch', batchId, of],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/patrons/members/{memberId}/batches/{batchId}', {
          params: { path: { memberId, batchId }, query: { of, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) => (data?.pages[0] && isUnderWay(data.pages[0].batch) ? WATCH_MS : false),
  });
  const pages = query.data?.pages ?? [];
  return { ...query, batch: pages[0]?.batch, lines: pages.flatMap(({ lines }) => lines) };
};

/** Returns the library's batches, the newest first. */
export const useBatches = (memberId: string) => {
  const query = useInfiniteQuery({
    queryKey: ['patron-batches', memberId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/patrons/members/{memberId}/batches', {
          params: { path: { memberId }, query: pageParam ? { after: pageParam } : {} },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return { ...query, batches: query.data?.pages.flatMap((page) => page.batches) };
};

/** Previews a change of many patrons. */
export const usePreview = (memberId: string, done: (found: Answered<'patrons-preview-batch'>) => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wanted) =>
      take(api.POST('/v1/patrons/members/{memberId}/batches', { params: { path: { memberId } }, body })),
    onSuccess: (found) => {
      done(found);
      return client.invalidateQueries({ queryKey: ['patron-batches', memberId] });
    },
  });
};

/** Makes a previewed change, or puts it back. */
export const useRun = (memberId: string, batchId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (way: 'onwards' | 'back') =>
      take(
        api.PUT('/v1/patrons/members/{memberId}/batches/{batchId}/run', {
          params: { path: { memberId, batchId } },
          body: { way },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['patron-batch', batchId] });
      await client.invalidateQueries({ queryKey: ['patron-batches', memberId] });
    },
  });
};
