import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** Loans between libraries over some months, of a library or of all. */
export type Report = Answered<'resource-sharing-report'>;
/** One side of it: what was asked for, or what was asked of us. */
export type Section = Report['lending'];

/** Which months, the last included, and whose. */
export type ReportQuery = { from: string; to: string; member: string | undefined };

/** A report; asked for only once it is known whose. */
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

/** The months from `from` on back, as `2026-11`, the newest first; in UTC, as they are counted. */
export const monthsBack = (count: number, now = new Date()): string[] =>
  Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
