import type { Batch, LineState } from './changes.ts';

/** Returns the number of items in each state; the API updates planned and done as the change proceeds. */
export const countsNow = ({ counts }: Batch): Record<LineState, number> => {
  const { planned = 0, unchanged = 0, refused = 0, done = 0, failed = 0, undone = 0, retained = 0 } = counts;
  return {
    planned: planned - done - failed,
    done: done - undone - retained,
    ...{ failed, retained, undone, refused, unchanged },
  };
};

/** Returns the progress in items; undefined while nothing countable is in progress. */
export const progressOf = ({ state, counts }: Batch): { of: number; through: number } | undefined => {
  const { planned = 0, done = 0, failed = 0, undone = 0, retained = 0 } = counts;
  if (state === 'running') return { of: planned, through: done + failed };
  return state === 'undoing' ? { of: done, through: undone + retained } : undefined;
};

/** The state to show first: the one that needs attention. */
export const firstShownState = (batch: Batch): LineState => {
  const now = countsNow(batch);
  const order: LineState[] = ['retained', 'failed', 'planned', 'done', 'undone', 'refused', 'unchanged'];
  return order.find((state) => now[state] > 0) ?? 'planned';
};
