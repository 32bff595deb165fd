import type { Holdings } from './holdings.ts';
import type { Library } from './libraries.ts';

/** The copies on the shelves in reality, and in the union catalogue. */
export type Shelves = {
  onShelf: (holding: number) => number;
  /** Returns the number in the union catalogue: current, or as of the last night. */
  known: (holding: number) => number;
  /** Both throw when there is no copy to take, or none away. */
  take: (holding: number) => void;
  putBack: (holding: number) => void;
  /** Applies the nightly report of the libraries that report nightly. */
  report: () => void;
};

/** Creates shelves with every copy on them. */
export const fullShelves = ({ copies, library, ranges }: Holdings, libraries: readonly Library[]): Shelves => {
  const now = Int8Array.from(copies);
  const reported = Int8Array.from(copies);
  const nightly = libraries.map((one) => one.nightly);
  const move = (holding: number, by: number): void => {
    const then = (now[holding] ?? 0) + by;
    if (then < 0 || then > (copies[holding] ?? 0))
      throw new RangeError(`Of holding ${holding} no copy can move by ${by}.`);
    now[holding] = then;
  };
  return {
    onShelf: (holding) => now[holding] ?? 0,
    known: (holding) => (nightly[library[holding] ?? 0] ? reported : now)[holding] ?? 0,
    take: (holding) => move(holding, -1),
    putBack: (holding) => move(holding, 1),
    report: () => {
      for (const { index, nightly: late } of libraries) {
        const { from, to } = ranges[index] ?? { from: 0, to: 0 };
        if (late) reported.set(now.subarray(from, to), from);
      }
    },
  };
};
