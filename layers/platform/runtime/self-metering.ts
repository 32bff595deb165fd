import { noWork, plus, type WorkUnits } from '../../kernel/usage/units.ts';
import { currentUsage } from './meter.ts';

/** The use of metering itself: units, invocations, and milliseconds. */
export type SelfUsage = { units: WorkUnits; invocations: number; ms: number };

const both = (a: SelfUsage, b: SelfUsage, sign: 1 | -1): SelfUsage => ({
  units: plus(a.units, b.units, sign),
  invocations: a.invocations + sign * b.invocations,
  ms: a.ms + sign * b.ms,
});

/** Returns the usage so far when it is due for reporting, which `must` forces; undefined when a later run reports it. */
export type ReportUsage = (must: boolean) => SelfUsage | undefined;

/**
 * Meters a function that must not read its own log (an endless loop): it reports its own usage in the records it writes, at most once in
 * `quietMs`, because a report costs a write. Returns a runner; the work receives the report function and returns whether the reported
 * usage has been written. Unreported usage carries over to the container's next run; only the last remainder is lost. `now` in epoch ms.
 */
export const meterSelf = (
  quietMs: number,
): ((now: number, work: (tell: ReportUsage) => Promise<boolean>) => Promise<void>) => {
  let carried: SelfUsage = { units: noWork(), invocations: 0, ms: 0 };
  let reportedAt = Number.NEGATIVE_INFINITY;
  return async (now, work) => {
    const before = carried;
    const startedAt = performance.now();
    const soFar = (): SelfUsage => {
      const units = currentUsage()?.units ?? noWork();
      return both(before, { units, invocations: 1, ms: Math.ceil(performance.now() - startedAt) }, 1);
    };
    let reported: SelfUsage | undefined;
    let written = false;
    try {
      written = await work((must) => {
        reported = must || now - reportedAt >= quietMs ? soFar() : undefined;
        return reported;
      });
    } finally {
      if (written && reported) reportedAt = now;
      carried = written && reported ? both(soFar(), reported, -1) : soFar();
    }
  };
};
