/** One call as seen by its client: its begin and end (any clock that all clients share; ends differ from begins). */
export type Seen<Did> = { from: number; to: number; did: Did };

/**
 * A sequential object: its initial state, and the effect of a call. `next` returns the state after it, or nothing when the call
 * could not have returned its answer.
 */
export type Model<State, Did> = {
  first: State;
  next(state: State, did: Did): State | undefined;
  name(state: State): string;
};

type Search<State, Did> = { model: Model<State, Did>; calls: readonly Seen<Did>[]; tried: Set<string> };

// A call may come next only if no other had ended before it began.
const candidates = <Did>(calls: readonly Seen<Did>[], done: ReadonlySet<number>): number[] => {
  let earliestEnd = Number.POSITIVE_INFINITY;
  const open: number[] = [];
  for (const [i, { from, to }] of calls.entries()) {
    if (from > earliestEnd) break;
    if (done.has(i)) continue;
    open.push(i);
    earliestEnd = Math.min(earliestEnd, to);
  }
  return open.filter((i) => (calls[i] as Seen<Did>).from <= earliestEnd);
};

const orderedFrom = <State, Did>(search: Search<State, Did>, state: State, done: Set<number>): boolean => {
  const { model, calls, tried } = search;
  let open = candidates(calls, done);
  // A matching call without effect can always come at once: it excludes none of the others.
  for (let settled = true; settled; open = candidates(calls, done)) {
    const still = open.filter((i) => {
      const after = model.next(state, (calls[i] as Seen<Did>).did);
      return after !== undefined && model.name(after) === model.name(state);
    });
    for (const i of still) done.add(i);
    settled = still.length > 0;
  }
  if (done.size === calls.length) return true;
  const here = `${model.name(state)}|${[...done].sort((one, other) => one - other).join()}`;
  if (tried.has(here)) return false;
  tried.add(here);
  return open.some((i) => {
    const after = model.next(state, (calls[i] as Seen<Did>).did);
    return after !== undefined && orderedFrom(search, after, new Set([...done, i]));
  });
};

/**
 * Returns whether overlapping calls can have happened one after another, each between its begin and its end (linearizability; the
 * search of Wing and Gong, with Lowe's cache of configurations).
 */
export const isLinearizable = <State, Did>(model: Model<State, Did>, seen: readonly Seen<Did>[]): boolean => {
  const calls = seen.toSorted((one, other) => one.from - other.from);
  return orderedFrom({ model, calls, tried: new Set() }, model.first, new Set());
};
