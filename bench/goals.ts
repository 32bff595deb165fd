/** A goal of a bench: what it is about, what was measured, and the bound that it is held to (itself included). */
export type Goal = { what: string; figure: number } & ({ least: number } | { most: number });

/** The goals that are missed, each in words with its figure; a figure that is no number misses. */
export const missedOf = (goals: readonly Goal[]): string[] =>
  goals.flatMap(({ what, figure, ...bound }) => {
    if ('least' in bound)
      return figure >= bound.least ? [] : [`${what} is ${figure}, at least ${bound.least} is wanted`];
    return figure <= bound.most ? [] : [`${what} is ${figure}, at most ${bound.most} is wanted`];
  });

/**
 * Names what is missed on the error stream, apart from the figures, and makes the process end with 1 if anything is. It
 * goes on until then: whoever has other goals still gets every figure.
 */
export const tellMissed = (missed: readonly string[]): void => {
  for (const what of missed) console.error(`Goal missed: ${what}.`);
  if (missed.length > 0) process.exitCode = 1;
};
