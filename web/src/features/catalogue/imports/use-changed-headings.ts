import { useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import type { RecordRequest } from '../item-changes/changes.ts';

export type ChangedHeading = Answered<'catalogue-list-changed-headings'>['headings'][number];

/** Returns the headings that a load changed, page by page. */
export const useChangedHeadings = (memberId: string, importId: string) =>
  useInfiniteQuery({
    queryKey: ['import', memberId, importId, 'headings'],
    queryFn: ({ pageParam: after }) =>
      take(
        api.GET('/v1/catalogue/members/{memberId}/imports/{importId}/headings', {
          params: { path: { memberId, importId }, query: after === undefined ? {} : { after } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ headings }) => headings),
  });

/** The most headings that one batch changes. */
export const MOST_AT_ONCE = 20;

/** Returns the steps that give the new headings to the records; a heading of another kind has none. */
export const stepsFor = (headings: readonly ChangedHeading[]): RecordRequest['steps'] =>
  headings.flatMap(({ list, before, field }) =>
    field ? [{ do: 'change-heading' as const, list, heading: before, number: field.number, field }] : [],
  );
