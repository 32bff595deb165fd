import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { staffName } from '../../../components/staff-name.ts';

/** An import: its file, its progress, and the results for its records and items. */
export type Load = Answered<'catalogue-list-imports'>['imports'][number];
type Names = Answered<'catalogue-list-imports'>['names'];
/** Adds the name of the user who opened the import. */
const withOpener = ({ openedBy, ...load }: Load, names: Names): Load =>
  openedBy === undefined ? load : { ...load, openedBy: staffName(openedBy, names) };

/** An entry of an import for staff to review: a rejected record or item, a shared barcode, a retained item. */
export type Reject = Answered<'catalogue-get-import'>['rejects'][number];
export type Opened = Answered<'catalogue-start-import'>;
export type NewLoad = operations['catalogue-start-import']['requestBody']['content']['application/json'];
export type Kind = NonNullable<NewLoad['kind']>;

/** The maximum size of an import file, in bytes (`catalogue-start-import`). */
export const MOST_BYTES = 500_000_000;

/** The polling interval of an import in progress, and of one whose file is expected from elsewhere. In milliseconds. */
const LOOKS_MS = 3_000;
const SELDOM_MS = 15_000;
/** The lifetime of an upload address, in milliseconds. A file that has not arrived by then was aborted. */
const OPEN_MS = 3_600_000;

/** Whether the upload address of a waiting import is still valid. */
export const isOpen = ({ state, createdAt }: Load, now: number = Date.now()): boolean =>
  state === 'awaiting-file' && now - Date.parse(createdAt) < OPEN_MS;

const oneKey = (memberId: string, importId: string) => ['load', memberId, importId];

/** The query key under which this page notes a completed upload. */
export const sentKey = (importId: string) => ['load-sent', importId];

/** Returns the next polling interval of the imports; none when all have ended. An import uploaded from here is polled soon. */
const pollInterval = (client: QueryClient, loads: readonly Load[]): number | false => {
  const isSoon = ({ state, importId }: Load): boolean =>
    state === 'running' || (state === 'awaiting-file' && client.getQueryData(sentKey(importId)) === true);
  if (loads.some(isSoon)) return LOOKS_MS;
  return loads.some((load) => isOpen(load)) ? SELDOM_MS : false;
};

/** Returns a library's imports, newest first, page by page; polled while one is in progress. */
export const useLoads = (memberId: string) => {
  const client = useQueryClient();
  return useInfiniteQuery({
    queryKey: ['loads', memberId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/catalogue/members/{memberId}/imports', {
          params: { path: { memberId }, query: { limit: 20, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    select: ({ pages }) => pages.flatMap(({ imports, names }) => imports.map((load) => withOpener(load, names))),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => pollInterval(client, data?.pages.flatMap(({ imports }) => imports) ?? []),
  });
};

const pageOf = (memberId: string, importId: string, part: number) =>
  take(
    api.GET('/v1/catalogue/members/{memberId}/imports/{importId}', {
      params: { path: { memberId, importId }, query: { rejectsOfPart: part } },
    }),
  );

/** A part number beyond all parts, to request an import without its rejects. */
const NO_PART = 100_000;

/** Returns one import; polled while it is in progress. */
export const useLoad = (memberId: string, importId: string) => {
  const client = useQueryClient();
  return useQuery({
    queryKey: oneKey(memberId, importId),
    queryFn: async () => {
      const { import: load, names } = await pageOf(memberId, importId, NO_PART);
      return withOpener(load, names);
    },
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => pollInterval(client, data ? [data] : []),
  });
};

/** Returns the rejects of an import, one part of its file per page. */
export const useRejects = (memberId: string, { importId, endedAt = '' }: Load) =>
  useInfiniteQuery({
    queryKey: [...oneKey(memberId, importId), 'rejects', endedAt],
    queryFn: ({ pageParam }) => pageOf(memberId, importId, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ nextPart }) => nextPart,
  });

/** Returns all rejects of an import. */
export const allRejects = async (memberId: string, importId: string): Promise<Reject[]> => {
  const all: Reject[] = [];
  for (let part: number | undefined = 0; part !== undefined; ) {
    const { rejects, nextPart }: Answered<'catalogue-get-import'> = await pageOf(memberId, importId, part);
    all.push(...rejects);
    part = nextPart;
  }
  return all;
};

/** Opens an import and returns the upload address. */
export const openLoad = (memberId: string, body: NewLoad, key: string): Promise<Opened> =>
  take(api.POST('/v1/catalogue/members/{memberId}/imports', { params: { path: { memberId } }, body, ...keyed(key) }));

/** Restarts an import that stopped, or starts one whose file arrived unnoticed. */
export const useRunAgain = (memberId: string, importId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/catalogue/members/{memberId}/imports/{importId}/run', {
          ...{ params: { path: { memberId, importId } }, ...keyed(key.keyFor(importId)) },
        }),
      ),
    onSettled: (_, thrown) => {
      key.settle(thrown);
      return client.invalidateQueries({ queryKey: oneKey(memberId, importId) });
    },
  });
};
