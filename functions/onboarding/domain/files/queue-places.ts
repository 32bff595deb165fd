/** Gathers the old queues of holds: record, place and request time (epoch ms). */
export type PlaceGatherer = {
  add(record: bigint, place: number, at: number, line: number): void;
  /**
   * Computes the queue times (epoch ms) of lines whose place contradicts their request time, so that the old order is preserved.
   * Such a hold is moved right behind the one before it.
   */
  moved(): Map<number, number>;
};

/** Creates an empty gatherer. A hold without a place queues by its request time only. */
export const placeGatherer = (): PlaceGatherer => {
  const [records, places, times, lines]: [bigint[], number[], number[], number[]] = [[], [], [], []];
  return {
    add: (record, place, at, line) => {
      records.push(record);
      places.push(place);
      times.push(at);
      lines.push(line);
    },
    moved: () => {
      const order = records.map((_, at) => at);
      order.sort((one, other) => {
        const [a = 0n, b = 0n] = [records[one], records[other]];
        if (a !== b) return a < b ? -1 : 1;
        return (places[one] ?? 0) - (places[other] ?? 0) || (lines[one] ?? 0) - (lines[other] ?? 0);
      });
      const moved = new Map<number, number>();
      let [record, latest]: [bigint | undefined, number] = [undefined, 0];
      for (const at of order) {
        const [own = 0, line = 0] = [times[at], lines[at]];
        const earliest = records[at] === record ? latest + 1 : own;
        record = records[at];
        latest = Math.max(own, earliest);
        if (latest !== own) moved.set(line, latest);
      }
      return moved;
    },
  };
};
