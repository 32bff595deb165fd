import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { staffName } from '../../../components/staff-name.ts';

/** A load: what its file is, how far it is, and what came of its records and copies. */
export type Load = Answered<'catalogue-list-imports'>['imports'][number];
type Names = Answered<'catalogue-list-imports'>['names'];
/** A load that says who opened it by name. */
const withOpener = ({ openedBy, ...load }: Load, names: Names): Load =>
  openedBy === undefined ? load : { ...load, openedBy: staffName(openedBy, names) };

/** One thing of a load that staff look at: a record or copy that was not taken, a shared barcode, a copy that was kept. */
export type Reject = Answered<'catalogue-get-import'>['rejects'][number];
export type Opened = Answered<'catalogue-start-import'>;
export type NewLoad = operations['catalogue-start-import']['requestBody']['content']['application/json'];
export type Kind = NonNullable<NewLoad['kind']>;

/** The largest file of one load, in bytes (`catalogue-start-import`). */
export const MOST_BYTES = 500_000_000;

/** How often a load that is under way is looked at, and one whose file is still expected from elsewhere. In milliseconds. */
const LOOKS_MS = 3_000;
const SELDOM_MS = 15_000;
/** A file that did not come in this time after its load was opened was broken off: its address is closed. */
const OPEN_MS = 3_600_000;

/** Whether the address of a load that waits for its file still takes it. */
export const isOpen = ({ state, createdAt }: Load, now: number = Date.now()): boolean =>
  state === 'awaiting-file' && now - Date.parse(createdAt) < OPEN_MS;

const oneKey = (memberId: string, importId: string) => ['load', memberId, importId];

/** Where this page remembers that it sent the file of a load to its end. */
export const sentKey = (importId: string) => ['load-sent', importId];

/** When loads are looked at again; never when nothing more comes of them. One that was sent from here begins in a moment. */
const nextLook = (client: QueryClient, loads: readonly Load[]): number | false => {
  const isSoon = ({ state, importId }: Load): boolean =>
    state === 'running' || (state === 'awaiting-file' && client.getQueryData(sentKey(importId)) === true);
  if (loads.some(isSoon)) return LOOKS_MS;
  return loads.some((load) => isOpen(load)) ? SELDOM_MS : false;
};

/** A library's loads, the newest first, page by page; looked at again while one is under way. */
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
    refetchInterval: ({ state: { data } }) => nextLook(client, data?.pages.flatMap(({ imports }) => imports) ?? []),
  });
};

const pageOf = (memberId: string, importId: string, part: number) =>
  take(
    api.GET('/v1/catalogue/members/{memberId}/imports/{importId}', {
      params: { path: { memberId, importId }, query: { rejectsOfPart: part } },
    }),
  );

/** A part behind all others: the load alone is asked for, without what was not taken. */
const NO_PART = 100_000;

/** One load as it is now, followed while it is under way. */
export const useLoad = (memberId: string, importId: string) => {
  const client = useQueryClient();
  return useQuery({
    queryKey: oneKey(memberId, importId),
    queryFn: async () => {
      const { import: load, names } = await pageOf(memberId, importId, NO_PART);
      return withOpener(load, names);
    },
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => nextLook(client, data ? [data] : []),
  });
};

/** What of a load was not taken, part after part of its file. */
export const useRejects = (memberId: string, { importId, endedAt = '' }: Load) =>
  useInfiniteQuery({
    queryKey: [...oneKey(memberId, importId), 'rejects', endedAt],
    queryFn: ({ pageParam }) => pageOf(memberId, importId, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ nextPart }) => nextPart,
  });

/** All that was not taken, read to its end. */
export const allRejects = async (memberId: string, importId: string): Promise<Reject[]> => {
  const all: Reject[] = [];
  for (let part: number | undefined = 0; part !== undefined; ) {
    const { rejects, nextPart }: Answered<'catalogue-get-import'> = await pageOf(memberId, importId, part);
    all.push(...rejects);
    part = nextPart;
  }
  return all;
};

/** Opens a load: gives where its file is sent. */
export const openLoad = (memberId: string, body: NewLoad, key: string): Promise<Opened> =>
  take(api.POST('/v1/catalogue/members/{memberId}/imports', { params: { path: { memberId } }, body, ...keyed(key) }));

/** Runs a load that stopped, or that did not begin although its file came. */
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
