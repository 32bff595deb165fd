/** A goal of a bench: its subject, the measured figure, and its bound (inclusive). */
export type Goal = { what: string; figure: number } & ({ least: number } | { most: number });

/** Returns the missed goals, each as text with its figure; a figure that is not a number misses. */
export const missedOf = (goals: readonly Goal[]): string[] =>
  goals.flatMap(({ what, figure, ...bound }) => {
    if ('least' in bound)
      return figure >= bound.least ? [] : [`${what} is ${figure}, at least ${bound.least} is wanted`];
    return figure <= bound.most ? [] : [`${what} is ${figure}, at most ${bound.most} is wanted`];
  });

/**
 * Prints the missed goals on the error stream, apart from the figures, and sets the exit code to 1 if there are any. It
 * continues until then, so that benches with other goals still print every figure.
 */
export const reportMissed = (missed: readonly string[]): void => {
  for (const what of missed) console.error(`Goal missed: ${what}.`);
  if (missed.length > 0) process.exitCode = 1;
};
