import { noWork, plus, type WorkUnits } from '../../kernel/usage/units.ts';
import { currentUsage } from './meter.ts';

/** What metering itself used: units, invocations, and milliseconds. */
export type SelfUsage = { units: WorkUnits; invocations: number; ms: number };

const both = (a: SelfUsage, b: SelfUsage, sign: 1 | -1): SelfUsage => ({
  units: plus(a.units, b.units, sign),
  invocations: a.invocations + sign * b.invocations,
  ms: a.ms + sign * b.ms,
});

/** Gives the use so far when it is to be told now, which `must` demands; undefined: it is told with a later run. */
export type ReportUsage = (must: boolean) => SelfUsage | undefined;

/**
 * The use of a function that must not read its own log (it would feed on itself for ever): it tells of itself in what it
 * writes, at most once in `quietMs`, as telling costs a write of its own. Gives a runner for its work, which is handed the
 * telling and answers whether what it told now stands written. What is not told is carried into the container's next run:
 * only its last tail is lost. `now` in epoch ms.
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
