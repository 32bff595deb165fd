import type { Batch, LineState } from './changes.ts';

/** How many copies are in each state now; what was planned and done is counted on by the API as it moves on. */
export const countsNow = ({ counts }: Batch): Record<LineState, number> => {
  const { planned = 0, unchanged = 0, refused = 0, done = 0, failed = 0, undone = 0, retained = 0 } = counts;
  return {
    planned: planned - done - failed,
    done: done - undone - retained,
    ...{ failed, retained, undone, refused, unchanged },
  };
};

/** How far it is on its way: so many of so many copies; undefined while nothing goes on that can be counted. */
export const progressOf = ({ state, counts }: Batch): { of: number; through: number } | undefined => {
  const { planned = 0, done = 0, failed = 0, undone = 0, retained = 0 } = counts;
  if (state === 'running') return { of: planned, through: done + failed };
  return state === 'undoing' ? { of: done, through: undone + retained } : undefined;
};

/** What is looked at first: that which asks for somebody's eyes. */
export const firstLook = (batch: Batch): LineState => {
  const now = countsNow(batch);
  const order: LineState[] = ['retained', 'failed', 'planned', 'done', 'undone', 'refused', 'unchanged'];
  return order.find((state) => now[state] > 0) ?? 'planned';
};
