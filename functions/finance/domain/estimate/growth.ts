import { type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import type { ReportLine } from '../usage-report/model.ts';
import { type Estimate, type EstimateInput, estimate } from './estimate.ts';
import type { Workload, WorkloadField } from './workload.ts';

/** The monthly cost that a tenth more of one part of the workload adds to one service. */
export type Growth = { name: WorkloadField; service: ReportLine['service']; adds: Exact };

/** Below the displayed precision: counts are integers, so a thousandth of a cent fluctuates. */
const LEAST = 10n ** 6n;

/** Returns a workload with a tenth more of one part, an integer where the part is one: at least one more, but zero stays zero. */
const more = (workload: Workload, name: WorkloadField): Workload => {
  const value = workload[name];
  const fractional = name.endsWith('PerCheckout') || name === 'filesGb';
  return { ...workload, [name]: fractional ? value * 1.1 : Math.ceil(value * 1.1) };
};

const byService = ({ lines }: Estimate): Map<ReportLine['service'], Exact> =>
  new Map(
    [...Map.groupBy(lines, ({ service }) => service)].map(([service, own]) => [
      service,
      sumExact(own.map(({ amount }) => amount)),
    ]),
  );

/**
 * Returns the growth of costs: for each part of the workload and each service the cost that a tenth more of that part adds, all else
 * equal; the highest first. Nodes of the search domain do not change: insufficient capacity is reported, not corrected.
 */
export const growthOf = (input: EstimateInput, base: Estimate): Growth[] => {
  const before = byService(base);
  const names = Object.keys(input.workload) as WorkloadField[];
  return names
    .flatMap((name) => {
      const grown = estimate({ ...input, workload: more(input.workload, name) });
      if ('refused' in grown) return [];
      return [...byService(grown)].map(([service, after]) => ({
        name,
        service,
        adds: after - (before.get(service) ?? 0n),
      }));
    })
    .filter(({ adds }) => adds >= LEAST)
    .toSorted((a, b) => (a.adds < b.adds ? 1 : -1));
};
