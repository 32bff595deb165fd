import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { type Body, useSend } from '../../../api/use-send.ts';

/** The roll-over of a fiscal year, and the rows of its report. */
export type RollOver = Answered<'acquisitions-preview-roll-over'>;
export type Row = Answered<'acquisitions-show-roll-over'>['rows'][number];
export type FundRow = Extract<Row, { kind: 'fund' }>;
export type OrderRow = Extract<Row, { kind: 'order' }>;
export type Terms = Body<'acquisitions-preview-roll-over'>;
type RunBody = Body<'acquisitions-run-roll-over'>;
type Place = { memberId: string; year: string };

/** Lists of a report. */
export type List = 'funds' | 'problems' | 'stays' | 'rolls';

/** The time between two looks at a roll-over that is at work. */
const LOOK_MS = 3000;

/** Whether the report is made, or money and orders move. */
export const isAtWork = ({ state }: RollOver): boolean =>
  state === 'previewing' || state === 'checking' || state === 'running' || state === 'undoing';

/** Returns the roll-over of a year, again and again while it is at work. */
export const useRollOver = ({ memberId, year }: Place) =>
  useQuery({
    queryKey: ['roll-over', memberId, year],
    queryFn: () =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/years/{year}/roll-over', {
          params: { path: { memberId, year }, query: { limit: 1 } },
        }),
      ),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.rollOver && isAtWork(data.rollOver) ? LOOK_MS : false),
  });

/** Returns a list of the report, page by page. */
export const useReport = ({ memberId, year }: Place, { hash, state }: RollOver, list: List) =>
  useInfiniteQuery({
    queryKey: ['roll-over', memberId, year, list, hash, state],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/years/{year}/roll-over', {
          params: { path: { memberId, year }, query: { list, limit: 50, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

/** Makes the report of a roll-over. */
export const usePreview = ({ memberId, year }: Place) =>
  useSend(
    (body: Terms, headers) =>
      take(
        api.PUT('/v1/acquisitions/members/{memberId}/years/{year}/roll-over', {
          ...{ params: { path: { memberId, year } }, body, ...headers },
        }),
      ),
    ['roll-over'],
  );

/** Commits a roll-over or undoes it. */
export const useRun = ({ memberId, year }: Place) =>
  useSend(
    (body: RunBody, headers) =>
      take(
        api.PUT('/v1/acquisitions/members/{memberId}/years/{year}/roll-over/run', {
          ...{ params: { path: { memberId, year } }, body, ...headers },
        }),
      ),
    ['roll-over', 'funds', 'orders'],
  );
