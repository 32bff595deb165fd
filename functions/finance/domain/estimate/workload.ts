import * as z from 'zod';
import { perCheckout } from './mix.ts';

const whole = (most: number) => z.int().min(0).max(most);

/** The workload that a consortium expects: its collections, and its use per year or per checkout. */
export const workloadSchema = z.strictObject({
  members: z.int().min(1).max(2000),
  /** Loans per year; a month is a twelfth of it. */
  checkoutsAYear: whole(1_000_000_000),
  /** Bibliographic records as contributed by members; records of one work at several members count individually. */
  records: whole(200_000_000),
  items: whole(500_000_000),
  patrons: whole(200_000_000),
  searchesPerCheckout: z.number().min(0).max(1000),
  loanRequestsAYear: whole(100_000_000),
  emailsPerCheckout: z.number().min(0).max(100),
  /** Text messages of one segment each. */
  textsPerCheckout: z.number().min(0).max(100),
  /** Files outside the table (loads, letters, copies), in gigabytes of 1024^3 bytes. */
  filesGb: z.number().min(0).max(1_000_000),
  /** Months for which the system has been in use: the requests behind each line of a report are stored permanently. */
  monthsInService: whole(600),
});
export type Workload = z.infer<typeof workloadSchema>;

/** A part of the workload. */
export type WorkloadField = keyof Workload;

type Default = { of: (known: Pick<Workload, 'checkoutsAYear' | 'records'>) => number; source: string };

/** The default of each part, and its source. The first three are the reference profile of the product. */
const defaults: Record<WorkloadField, Default> = {
  members: { of: () => 40, source: 'reference profile' },
  checkoutsAYear: { of: () => 2_000_000, source: 'reference profile, a year' },
  records: { of: () => 3_000_000, source: 'reference profile' },
  items: { of: ({ records }) => Math.round(records * 1.25), source: '1.25 a record, as in the demo consortium' },
  patrons: {
    of: ({ checkoutsAYear }) => Math.round(checkoutsAYear / 10),
    source: 'chosen: 10 loans a patron and year',
  },
  searchesPerCheckout: {
    of: () => Math.round(perCheckout('discovery-search') * 1.18 * 100) / 100,
    source: 'demo consortium: by kind of library, and 18 % more by visitors of no library',
  },
  loanRequestsAYear: {
    of: ({ checkoutsAYear }) => Math.round(checkoutsAYear * perCheckout('resource-sharing-place-request')),
    source: 'demo consortium: by kind of library, 6 in a thousand loans',
  },
  emailsPerCheckout: { of: () => 0.5, source: 'chosen: a reminder or hold notice for every other loan' },
  textsPerCheckout: { of: () => 0, source: 'chosen: none, as without a number for text messages' },
  filesGb: {
    of: ({ records }) => Math.ceil((records * 700) / 1024 ** 3),
    source: '700 bytes a record: the files that were loaded (bench stored-bytes)',
  },
  monthsInService: { of: () => 12, source: 'chosen: the end of the first year' },
};

/** A complete workload, and the source of each default. */
export type CompleteWorkload = {
  workload: Workload;
  assumed: { name: WorkloadField; value: number; source: string }[];
};

/** Completes a workload with defaults. Throws nothing: the schema has validated the input before. */
export const completeWorkload = (given: { [name in WorkloadField]?: number | undefined }): CompleteWorkload => {
  const known = {
    checkoutsAYear: given.checkoutsAYear ?? defaults.checkoutsAYear.of({ checkoutsAYear: 0, records: 0 }),
    records: given.records ?? defaults.records.of({ checkoutsAYear: 0, records: 0 }),
  };
  const names = Object.keys(defaults) as WorkloadField[];
  const workload = Object.fromEntries(names.map((name) => [name, given[name] ?? defaults[name].of(known)])) as Workload;
  const assumed = names
    .filter((name) => given[name] === undefined)
    .map((name) => ({ name, value: workload[name], source: defaults[name].source }));
  return { workload, assumed };
};
