import { type Facet, valuesOf } from './outcome-text.ts';
import type { LoanRules, Outcome } from './use-loan-rules.ts';

/** Neighbouring patron categories for which the same rules hold. */
export type Run = { outcome: Outcome; first: number; length: number };

const shownOf = (facet: Facet, { values, from }: Outcome): string =>
  JSON.stringify(valuesOf[facet].map((name) => [values[name], from[name]]));

/** Returns the cells of an item type as runs: what is shown of neighbours and comes from the same rules is one cell. */
export const runsOf = ({ outcomes }: LoanRules, cells: readonly number[], facet: Facet): Run[] => {
  const runs: Run[] = [];
  for (const [place, number] of cells.entries()) {
    const outcome = outcomes[number];
    const last = runs.at(-1);
    if (!outcome) continue;
    if (last && shownOf(facet, last.outcome) === shownOf(facet, outcome)) last.length += 1;
    else runs.push({ outcome, first: place, length: 1 });
  }
  return runs;
};

/** Returns by whom the shown values are set: the first member among the rules, or the consortium. */
export const setterOf = ({ rules }: LoanRules, { from }: Outcome, facet: Facet): string | undefined => {
  const ids = valuesOf[facet].map((name) => from[name]);
  return rules.find(({ id, setBy }) => setBy !== 'consortium' && ids.includes(id))?.setBy;
};
