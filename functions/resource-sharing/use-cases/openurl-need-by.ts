import { dueAtEndOf } from '../../../layers/kernel/calendar/days.ts';
import type { ReadOpenUrl } from '../../../layers/kernel/citation/read-openurl.ts';
import type { Branch } from '../../membership/public/branch.ts';

/**
 * Returns the end of the need-by day of an OpenURL's source at the pickup branch, as an instant; undefined when it is
 * past at `now` (epoch ms): links stay in use for long, and the ways can still be shown.
 */
export const openUrlNeedBy = (
  { needBy }: ReadOpenUrl['service'],
  { calendar }: Pick<Branch, 'calendar'>,
  now: number,
): string | undefined => {
  const end = needBy === undefined ? undefined : dueAtEndOf(calendar, needBy);
  return end !== undefined && Date.parse(end) > now ? end : undefined;
};
