import { dueAtEndOf } from '../../../layers/kernel/calendar/days.ts';
import type { ReadOpenUrl } from '../../../layers/kernel/citation/read-openurl.ts';
import type { Branch } from '../../membership/public/branch.ts';

/**
 * The end of the day by which the source of an OpenURL says it is needed, at the pickup branch, as an instant; none when it
 * is over at `now` (epoch ms): links are kept for long, and a person can still be told of the ways.
 */
export const openUrlNeedBy = (
  { needBy }: ReadOpenUrl['service'],
  { calendar }: Pick<Branch, 'calendar'>,
  now: number,
): string | undefined => {
  const end = needBy === undefined ? undefined : dueAtEndOf(calendar, needBy);
  return end !== undefined && Date.parse(end) > now ? end : undefined;
};
