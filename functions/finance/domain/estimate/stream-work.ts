import type { Counts, WorkUnits } from '../../../../layers/kernel/usage/units.ts';
import type { Service } from '../../../../layers/kernel/usage/usage-line.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { workSum } from './work-sum.ts';

/** The usage of a stream consumer for one act: units, and the time of its function. */
type AfterAct = { units: Partial<WorkUnits>; ms: number };

type StreamReader = {
  operation: string;
  service: Service;
  memoryMb: number;
  after: Readonly<Record<string, AfterAct>>;
};

const nothingToIndex: AfterAct = { units: {}, ms: 5 };
// The copy is its library's only one, so the library's availability in the index changes.
const rebuilt: AfterAct = { units: { writeUnits: 5, readUnits: 12, indexCalls: 1 }, ms: 41 };
// A due date was set: the next check of the loan is scheduled. The loan goes to the statistics and to the archive.
const dated: AfterAct = { units: { busEvents: 1, writeUnits: 1, queueMessages: 2 }, ms: 20 };
// To who acts on it, and to the archive.
const passedOn: AfterAct = { units: { busEvents: 1, queueMessages: 2 }, ms: 21 };

/**
 * The two stream consumers and their work for each act of circulation, one change per batch as at a few changes a second.
 * `test/stores/finance/past-loan-usage.test.ts` verifies the units against the functions; the times are assumed.
 */
export const streamReaders: readonly StreamReader[] = [
  {
    operation: 'outbox-relay-changes',
    service: 'circulation',
    memoryMb: 512,
    after: {
      'circulation-check-out': dated,
      'circulation-check-in': passedOn,
      'circulation-renew': dated,
      'circulation-place-hold': passedOn,
    },
  },
  {
    operation: 'catalogue-index-changes',
    service: 'search',
    memoryMb: 1024,
    after: {
      'circulation-check-out': rebuilt,
      'circulation-check-in': rebuilt,
      'circulation-renew': nothingToIndex,
      'circulation-place-hold': nothingToIndex,
    },
  },
];

const usedFor = (reader: StreamReader, sums: readonly DailySum[]): Partial<Counts> => {
  const used: Partial<Counts> = { megabyteMs: 0 };
  for (const { operation, succeeded } of sums) {
    const { units = {}, ms = 0 } = reader.after[operation] ?? {};
    const each: Partial<Counts> = { ...units, megabyteMs: reader.memoryMb * ms };
    for (const name of Object.keys(each) as (keyof Counts)[])
      used[name] = (used[name] ?? 0) + (each[name] ?? 0) * succeeded;
  }
  return used;
};

/**
 * Returns the work of the stream consumers for sums of use by day and member, attributed to the member of each act. Refused requests
 * change nothing, so they cause no work.
 */
export const streamWork = (sums: readonly DailySum[]): DailySum[] =>
  [...Map.groupBy(sums, ({ day, member }) => `${day} ${member}`).values()].flatMap((own) =>
    streamReaders.flatMap((reader) => {
      const acts = own.filter(({ operation }) => reader.after[operation] !== undefined);
      const events = acts.reduce((sum, { succeeded }) => sum + succeeded, 0);
      const [first] = acts;
      if (!first || events === 0) return [];
      const { operation, service } = reader;
      return [workSum({ day: first.day, member: first.member, operation, service, events }, usedFor(reader, acts))];
    }),
  );
