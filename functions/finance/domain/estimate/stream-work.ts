import type { Counts, WorkUnits } from '../../../../layers/kernel/usage/units.ts';
import type { Service } from '../../../../layers/kernel/usage/usage-line.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { workSum } from './work-sum.ts';

/** What a reader of the table's stream uses for one act: units, and the time of its function. */
type AfterAct = { units: Partial<WorkUnits>; ms: number };

type StreamReader = {
  operation: string;
  service: Service;
  memoryMb: number;
  after: Readonly<Record<string, AfterAct>>;
};

const nothingToIndex: AfterAct = { units: {}, ms: 5 };
// The copy is its library's only one: with it, what the index says of the library flips.
const rebuilt: AfterAct = { units: { writeUnits: 4, readUnits: 12, indexCalls: 1 }, ms: 41 };
// A due date was set: when to look at the loan again is noted.
const dated: AfterAct = { units: { busEvents: 1, writeUnits: 1 }, ms: 16 };
const passedOn: AfterAct = { units: { busEvents: 1, queueMessages: 1 }, ms: 19 };

/**
 * The two readers of the stream and what each act of circulation brings them, a change a batch as at a few changes a second.
 * The units are held to what the functions use by `test/stores/finance/past-loan-usage.test.ts`; the times are chosen.
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
 * Takes sums of use by day and member; gives what the readers of the stream do for them, each act's work on whose act it
 * was. What was refused changed nothing, so nobody reads of it.
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
