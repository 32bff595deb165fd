type Happening = { at: number; serial: number; happens: (at: number) => void };

/** An event queue with times; time jumps from one event to the next. */
export type Clock = {
  /** Schedules an event at an instant (epoch ms); events at one instant run in the order in which they were scheduled. */
  set: (at: number, happens: (at: number) => void) => void;
  /** Runs all events up to and including an instant. */
  runUntil: (end: number) => void;
};

const before = (one: Happening, other: Happening): boolean =>
  one.at < other.at || (one.at === other.at && one.serial < other.serial);

/** Creates a clock on a binary heap, which has the next event on top. */
export const newClock = (): Clock => {
  const heap: Happening[] = [];
  let serial = 0;

  const up = (happening: Happening): void => {
    let place = heap.length;
    heap.push(happening);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !before(happening, above)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = happening;
  };

  const down = (happening: Happening): void => {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      if (right !== undefined && before(right, left)) child += 1;
      const lower = heap[child];
      if (lower === undefined || !before(lower, happening)) break;
      heap[place] = lower;
      place = child;
    }
    heap[place] = happening;
  };

  return {
    set: (at, happens) => {
      serial += 1;
      up({ at, serial, happens });
    },
    runUntil: (end) => {
      for (let next = heap[0]; next !== undefined && next.at <= end; next = heap[0]) {
        const last = heap.pop();
        if (last !== undefined && heap.length > 0) down(last);
        next.happens(next.at);
      }
    },
  };
};
