import { noWork, plus, type WorkUnits } from '../domain/metering/units.ts';
import { currentUsage } from './meter.ts';

/** What metering itself used: units, invocations, and milliseconds. */
export type OwnUse = { units: WorkUnits; invocations: number; ms: number };

const both = (a: OwnUse, b: OwnUse, sign: 1 | -1): OwnUse => ({
  units: plus(a.units, b.units, sign),
  invocations: a.invocations + sign * b.invocations,
  ms: a.ms + sign * b.ms,
});

/**
 * The use of a function that must not read its own log (it would feed on itself for ever): it tells of itself in what it
 * writes. Gives a runner for its work, which takes what was used so far and answers whether that now stands written. What
 * comes after the telling (the write itself) is carried into the container's next run: only its last tail is lost.
 */
export const ownUse = (): ((work: (soFar: () => OwnUse) => Promise<boolean>) => Promise<void>) => {
  let carried: OwnUse = { units: noWork(), invocations: 0, ms: 0 };
  return async (work) => {
    const before = carried;
    const startedAt = performance.now();
    const soFar = (): OwnUse => {
      const units = currentUsage()?.units ?? noWork();
      return both(before, { units, invocations: 1, ms: Math.ceil(performance.now() - startedAt) }, 1);
    };
    let told: OwnUse | undefined;
    let written = false;
    try {
      written = await work(() => {
        told = soFar();
        return told;
      });
    } finally {
      carried = written && told ? both(soFar(), told, -1) : soFar();
    }
  };
};
