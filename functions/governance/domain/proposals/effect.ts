import { endOfLocalDay } from '../ballots/deadlines.ts';

/** A version of a policy as it was decided: since when it applies, and until when at most (a local day, included). */
export type Decided = { version: number; from: string; decidedAt: string; untilDay?: string };

/**
 * Returns which version applies at an instant: the one with the latest beginning, where a sunset that has passed ends it. The version before it
 * then applies again, unless another was decided since and began.
 */
export const inForceAt = (zone: string, decided: readonly Decided[], at: string): Decided | undefined => {
  const begun = decided
    .filter(({ from }) => from <= at)
    .toSorted((a, b) => (a.from < b.from || (a.from === b.from && a.version < b.version) ? 1 : -1));
  return begun.find(({ untilDay }) => untilDay === undefined || at < endOfLocalDay(zone, untilDay));
};

/** Returns the versions that begin later than a proposed one and were decided before: the text of the ballot asks whether they end too. */
export const laterDecided = (decided: readonly Decided[], from: string): Decided[] =>
  decided.filter((one) => one.from > from);
