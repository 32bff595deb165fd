import type { Attention, RequesterState, SupplierState } from './states.ts';
import type { Side } from './triggers.ts';
import { workGroupOf } from './work-groups.ts';

/** The lists of a day's interlibrary loan work, in the order in which staff go through them. */
export const todayLists = ['answer', 'ship', 'arrived', 'overdue', 'terms', 'other'] as const;
export type TodayList = (typeof todayLists)[number];

const LISTS: { [group: string]: TodayList } = {
  'to-answer': 'answer',
  'to-ship': 'ship',
  copies: 'arrived',
  overdue: 'overdue',
  terms: 'terms',
};

/** Returns the list of a request on a side; undefined when nobody here has to do anything. */
export const todayListOf = (
  side: Side,
  state: RequesterState | SupplierState,
  attention?: Attention,
): TodayList | undefined => {
  const group = workGroupOf(side, state, attention);
  // An item that has come waits for its patron, which is nobody's step, but staff look for it.
  if (group === 'waiting') return side === 'requester' && state === 'received' ? 'arrived' : undefined;
  return group && (LISTS[group] ?? 'other');
};
