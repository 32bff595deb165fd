/**
 * Runs pieces of work with limited concurrency and yields their results in the order of the source: following pieces run while one is
 * consumed. The first failure stops it; no piece continues in the background.
 */
export async function* prefetch<T>(pieces: AsyncIterable<() => Promise<T>>, atOnce: number): AsyncGenerator<T> {
  const underWay: Promise<T>[] = [];
  try {
    for await (const begin of pieces) {
      const piece = begin();
      // The rejection is handled when its turn comes.
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
