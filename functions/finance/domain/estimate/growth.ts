import { type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import type { ReportLine } from '../usage-report/model.ts';
import { type Estimate, type EstimateInput, estimate } from './estimate.ts';
import type { Workload, WorkloadField } from './workload.ts';

/** What a tenth more of one part of the wish adds in a month to one service. */
export type Growth = { name: WorkloadField; service: ReportLine['service']; adds: Exact };

/** Less than what is shown: counts are whole, so that a thousandth of a cent comes and goes. */
const LEAST = 10n ** 6n;

/** A tenth more, whole where the part is whole: at least one more of what there is, nothing more of nothing. */
const more = (workload: Workload, name: WorkloadField): Workload => {
  const value = workload[name];
  const fractional = name === 'searchesPerCheckout' || name === 'emailsPerCheckout' || name === 'filesGb';
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
 * What grows with what: for each part of the wish and each service what a tenth more of that part adds, all else as it is;
 * the most first. Nodes of the search domain stay as they are: what no longer fits is told, not grown.
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
