import { daysIn, provisionalUntil } from '../../../../layers/kernel/calendar/month.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { bookInForce, priceBooks } from '../pricing/books.ts';
import { type IdleReading, idleCostsOfReadings } from './idle-readings.ts';
import type { MonthInput, MonthReport, ReportRefusal } from './model.ts';

/** For tests: six members of unequal size, and their use in a month, by a fixed rule instead of random values. */
export const members = ['abbey', 'hilltop', 'lakeside', 'law', 'school', 'university'] as const;
const sizes: Record<string, number> = { abbey: 3, hilltop: 1, lakeside: 7, law: 2, school: 1, university: 11 };

const operations = [
  { operation: 'circulation-check-out', service: 'circulation', perDay: 9_000, writeUnits: 6, readUnits: 1 },
  { operation: 'circulation-check-in', service: 'circulation', perDay: 8_900, writeUnits: 6, readUnits: 1 },
  { operation: 'discovery-search', service: 'search', perDay: 41_000, writeUnits: 0, readUnits: 10.5 },
  { operation: 'catalogue-import', service: 'catalogue', perDay: 50, writeUnits: 900, readUnits: 300 },
  { operation: 'resource-sharing-request', service: 'resource-sharing', perDay: 70, writeUnits: 9, readUnits: 4 },
  { operation: 'membership-list-branches', service: 'administration', perDay: 700, writeUnits: 0, readUnits: 0.5 },
] as const;

/** Returns one day's sum of one member's use of one operation, `events` times. */
export const aSum = (over: Partial<DailySum>, events: number, writeUnits: number, readUnits: number): DailySum => ({
  day: '2026-11-01',
  member: 'abbey',
  operation: 'circulation-check-out',
  service: 'circulation',
  events,
  succeeded: events - Math.floor(events / 50),
  counts: {
    writeUnits: writeUnits * events,
    readUnits: readUnits * events,
    indexCalls: 0,
    searchMs: 12 * events,
    transitions: events % 7,
    queueMessages: events % 11,
    objectPuts: events % 3,
    objectGets: events % 5,
    httpUnits: events,
    bytesIn: 300 * events,
    bytesOut: 7_001 * events,
    logBytes: 901 * events,
    invocations: events,
    megabyteMs: 512 * 23 * events,
    signatures: events % 13,
    busEvents: events % 17,
    emails: events % 19,
    textSegments: events % 23,
    webFiles: 0,
    webBytes: 0,
  },
  ...over,
});

/** Returns a whole month of use, multiplied by `scale`. */
export const syntheticSums = (month: string, scale = 1): DailySum[] => {
  const users: [string, number][] = [
    ...Object.entries(sizes),
    ['public-use', 4],
    ['consortium', 0.2],
    ['unattributed', 0.01],
  ];
  return Array.from({ length: daysIn(month) }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`).flatMap(
    (day, index) =>
      users.flatMap(([member, size]) =>
        operations.map(({ operation, service, perDay, writeUnits, readUnits }) =>
          aSum(
            { day, member, operation, service },
            Math.ceil((perDay * size * scale * (7 + (index % 5))) / 100),
            writeUnits,
            readUnits,
          ),
        ),
      ),
  );
};

/** Returns the deployed resources of a whole synthetic month. */
export const resourcesIn = (month: string): IdleReading => ({
  day: `${month}-01`,
  search: { instanceType: 't3.medium.search', instances: 2, storageGb: 20 },
  alarms: 24,
  kmsKeys: 1,
  firewall: { acls: 1, rules: 2 },
  secrets: 1,
  tableBytes: 13_000_000_000,
  objectBytes: 85_000_000_000,
  logBytes: 33_000_000_000,
});

/** Returns the input of the synthetic month's report; us-east-1 at list prices, key by size. */
export const monthInput = (month = '2026-11', over: Partial<MonthInput> = {}): MonthInput => {
  const book = bookInForce(priceBooks, 'us-east-1', `${month}-01`);
  if (!book) throw new Error('No price book');
  return {
    month,
    sums: syntheticSums(month),
    book,
    allowances: [],
    idle: idleCostsOfReadings(month, [resourcesIn(month)], `${month}-${daysIn(month)}`),
    attributionPolicy: 'attribution/1',
    key: { name: 'size', version: 'key/1', weights: new Map(Object.entries(sizes)) },
    unitCosts: [
      { name: 'checkout', operations: ['circulation-check-out'] },
      { name: 'search', operations: ['discovery-search'] },
    ],
    provisionalUntil: provisionalUntil(month),
    ...over,
  };
};

/** Returns the report, or fails the test on a refusal. */
export const reported = (report: MonthReport | ReportRefusal): MonthReport => {
  if ('refused' in report) throw new Error(JSON.stringify(report.refused));
  return report;
};
