/**
 * Does pieces of work as their source gives them, so many side by side, and gives what they come to in the order of the source: the
 * next ones are under way while one is used. The first that fails ends it; none goes on behind its back.
 */
export async function* prefetch<T>(pieces: AsyncIterable<() => Promise<T>>, atOnce: number): AsyncGenerator<T> {
  const underWay: Promise<T>[] = [];
  try {
    for await (const begin of pieces) {
      const piece = begin();
      // Met where its turn comes.
      piece.catch(() => {});
      underWay.push(piece);
      const [first] = underWay;
      if (first === undefined || underWay.length < atOnce) continue;
      yield await first;
      underWay.shift();
    }
    for (const piece of underWay) yield await piece;
  } finally {
    await Promise.allSettled(underWay);
  }
}
