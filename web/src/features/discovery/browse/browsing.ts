import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useSelectedLibrary } from '../../../components/selected-library.ts';

/** The lists that can be leafed through. */
export const lists = ['author', 'title', 'subject', 'lc', 'dewey', 'udc', 'other'] as const;
export type BrowseList = (typeof lists)[number];

/** A list as it stands in the address: where it is opened, for whose records, and the heading that is open. */
export type Browsing = {
  list?: BrowseList;
  from?: string;
  at?: string;
  /** `1`: what comes before the place, not what follows. */
  back?: string;
  member?: string;
  heading?: string;
};

export type Heading = Answered<'discovery-browse-headings'>['headings'][number];

const text = (value: unknown, longest: number): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;

/** Reads a list out of an address; what is not understood is left out. */
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

/** A page of the list; the former one stays while the next comes. */
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

/** The records under the heading that is open. */
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
