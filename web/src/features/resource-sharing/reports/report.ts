import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** The interlibrary loans of some months, for one library or all. */
export type Report = Answered<'resource-sharing-report'>;
/** One side of the report: borrowing or lending. */
export type Section = Report['lending'];

/** The range of months, both included, and the member. */
export type ReportQuery = { from: string; to: string; member: string | undefined };

/** Returns a report; requested once the member is known. */
export const useReport = ({ from, to, member }: ReportQuery, isKnown: boolean) =>
  useQuery({
    queryKey: ['loan-report', member ?? '', from, to],
    queryFn: () =>
      take(
        api.GET('/v1/resource-sharing/reports', {
          params: { query: { from, to, ...(member && { memberId: member }) } },
        }),
      ),
    enabled: isKnown,
    staleTime: 5 * 60_000,
  });

/** Returns the months before `from`, inclusive, as `2026-11`, newest first; in UTC, as they are counted. */
export const monthsBack = (count: number, now = new Date()): string[] =>
  Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
