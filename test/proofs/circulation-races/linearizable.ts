/** One call as its client saw it: when it began and ended (any clock that all clients share; ends differ from beginnings). */
export type Seen<Did> = { from: number; to: number; did: Did };

/** What a thing is: its state at first, and a call's effect. `next` gives the state after, or nothing when the call could not have answered so. */
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
  // A call that fits and changes nothing can always come at once: it takes no way from the others.
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
 * Whether calls that overlapped can have happened one after another, each somewhere between its begin and its end
 * (linearizability; the search of Wing and Gong, with Lowe's memory of configurations).
 */
export const isLinearizable = <State, Did>(model: Model<State, Did>, seen: readonly Seen<Did>[]): boolean => {
  const calls = seen.toSorted((one, other) => one.from - other.from);
  return orderedFrom({ model, calls, tried: new Set() }, model.first, new Set());
};
