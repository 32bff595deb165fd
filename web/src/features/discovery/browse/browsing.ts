import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useSelectedLibrary } from '../../../components/selected-library.ts';

/** The lists to browse. */
export const lists = ['author', 'title', 'subject', 'lc', 'dewey', 'udc', 'other'] as const;
export type BrowseList = (typeof lists)[number];

/** A browse state as in the address: start, scope, and the expanded heading. */
export type Browsing = {
  list?: BrowseList;
  from?: string;
  at?: string;
  /** `1`: the page before the position, not after it. */
  back?: string;
  member?: string;
  heading?: string;
};

export type Heading = Answered<'discovery-browse-headings'>['headings'][number];

const text = (value: unknown, longest: number): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;

/** Parses a browse state from an address; invalid values are omitted. */
export const browsingOf = (search: Record<string, unknown>): Browsing => {
  const list = lists.find((one) => one === search.list);
  const [from, at] = [text(search.from, 200), text(search.at, 1600)];
  const [member, heading] = [text(search.member, 2000), text(search.heading, 1600)];
  return {
    ...(list && { list }),
    ...(from && !at && { from }),
    ...(at && { at }),
    ...(at && search.back === '1' && { back: '1' }),
    ...(member && { member }),
    ...(heading && { heading }),
  };
};

const withLibrary = (library: string, member: string | undefined) => ({
  ...(member ? { member } : {}),
  ...(library ? { portal: library } : {}),
});

/** Returns a page of the list; the previous page stays while the next one loads. */
export const useHeadings = ({ list = 'author', from, at, back, member }: Browsing) => {
  const library = useSelectedLibrary();
  const way = back ? { before: '20', after: '0' } : at ? { before: '0', after: '20' } : {};
  const query = { ...(at ? { at } : from ? { from } : {}), ...way, ...withLibrary(library, member) };
  return useQuery({
    queryKey: ['browse', list, query],
    queryFn: () => take(api.GET('/v1/discovery/browse/{list}', { params: { path: { list }, query } })),
    placeholderData: keepPreviousData,
  });
};

/** Returns the records of the expanded heading. */
export const useHeadingRecords = ({ list = 'author', member }: Browsing, heading: string) => {
  const library = useSelectedLibrary();
  const query = { at: heading, ...withLibrary(library, member) };
  return useInfiniteQuery({
    queryKey: ['browse-records', list, query],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/discovery/browse/{list}/records', {
          params: { path: { list }, query: pageParam ? { ...query, after: pageParam } : query },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last: Answered<'discovery-list-heading-records'>) => last.next,
  });
};
