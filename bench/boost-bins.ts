import type { Signal } from '../functions/catalogue/domain/matching/signals.ts';

/** A signal of all rows in bins: bin 0 is a missing value, bin i + 1 holds values up to `edges[i]` and above the edge before. */
export type Binned = { signal: Signal; edges: readonly number[]; bins: Uint8Array };

/** The bin of rows in which a signal is missing. */
export const silentBin = 0;

const MOST_BINS = 32;

/** Returns values at which a cut may be made: between all that occur, or with about as many rows between each two if there are many. */
const edgesOf = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= MOST_BINS) return distinct.slice(0, -1);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const edges = Array.from({ length: MOST_BINS - 1 }, (_, i) => at((i + 1) / MOST_BINS));
  return [...new Set(edges)].filter((edge) => edge < (sorted.at(-1) ?? 0));
};

/** Puts a signal of all rows into bins; the edges are rounded up to 4 digits, as a model stores them. */
export const binned = (signal: Signal, values: readonly (number | undefined)[]): Binned => {
  const stated = edgesOf(values.filter((value) => value !== undefined));
  const edges = [...new Set(stated.map((edge) => Math.ceil(edge * 10_000) / 10_000))];
  const binOf = (value: number | undefined): number => {
    if (value === undefined) return silentBin;
    const above = edges.findIndex((edge) => value <= edge);
    return 1 + (above < 0 ? edges.length : above);
  };
  return { signal, edges, bins: Uint8Array.from(values.map(binOf)) };
};
