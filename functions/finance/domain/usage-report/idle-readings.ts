import * as z from 'zod';
import { daysIn } from '../../../../layers/kernel/calendar/month.ts';
import { decimalText, divideHalfEven } from '../../../../layers/kernel/money/exact.ts';
import { deployedResourcesSchema } from '../../../../layers/kernel/usage/deployed-resources.ts';
import { type Meter, meters } from '../pricing/meters.ts';

/** The idle costs, each a separate line of a report. */
export const idleLines = [
  ...['search-domain', 'search-storage', 'table-storage', 'table-backup', 'object-storage', 'log-storage'],
  ...['alarms', 'signing-key', 'firewall', 'secrets', 'queue-polling', 'sip2-gateway'],
  'dashboards',
] as const;
export type IdleLine = (typeof idleLines)[number];

/** A cost without use; `schedules` occurs in estimates only, because a month meters these runs. `quantity` is a decimal of the meter's counts, at most 6 places. */
export type IdleCost = { id: IdleLine | 'schedules'; title: string; meter: Meter; quantity: string };

/** The deployed resources on a day (UTC), with sizes in bytes. A size that was not reported on the day is absent, not zero. */
export const idleReadingSchema = deployedResourcesSchema.extend({
  day: z.iso.date(),
  tableBytes: z.int().nonnegative().exactOptional(),
  objectBytes: z.int().nonnegative().exactOptional(),
  /** Long-term, rarely read files in a storage class of their own: not included in the others. */
  rareBytes: z.int().nonnegative().exactOptional(),
  logBytes: z.int().nonnegative(),
});
export type IdleReading = z.infer<typeof idleReadingSchema>;

const GIB = 1024n ** 3n;
const MILLION = 1_000_000n;

/**
 * Requests by which the platform asks one queue for messages on a day without any: AWS Lambda waits with five requests at once, each of
 * them for twenty seconds. Reading the table's stream costs nothing.
 */
const POLLS_A_DAY = (5n * 24n * 60n * 60n) / 20n;

/** The part of stored logs that is billed, in percent: they are compressed (the factor of the AWS Pricing Calculator). */
const LOGS_STORED_PERCENT = 15;

const isMeter = (name: string): name is Meter => Object.hasOwn(meters, name);

/** Returns the meter of a search node's hours, e.g. `t3.small.search`; undefined for a type that no price book knows. */
export const searchMeterOf = (instanceType: string): Meter | undefined => {
  const name = `search-${instanceType.replace(/\.search$/, '').replaceAll('.', '-')}-hour`;
  return isMeter(name) ? name : undefined;
};

const sizes = ['tableBytes', 'objectBytes', 'rareBytes'] as const;

/** Returns the readings in day order, each with its sizes: a missing one is the last known, otherwise the first. */
const withSizes = (readings: readonly IdleReading[]): IdleReading[] => {
  const sorted = readings.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const known: Partial<Record<(typeof sizes)[number], number>> = {};
  for (const size of sizes) {
    const first = sorted.find((reading) => reading[size] !== undefined)?.[size];
    if (first !== undefined) known[size] = first;
  }
  return sorted.map((reading) => {
    for (const size of sizes) {
      const value = reading[size];
      if (value !== undefined) known[size] = value;
    }
    return { ...reading, ...known };
  });
};

/** Returns the reading for each day up to `until`: the last one before, so that a day without a reading has one. */
const byDay = (month: string, readings: readonly IdleReading[], until: string): IdleReading[] => {
  const sorted = withSizes(readings);
  return Array.from({ length: daysIn(month) }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`).flatMap(
    (day) => {
      const held = day <= until ? sorted.findLast((reading) => reading.day <= day) : undefined;
      return held ? [held] : [];
    },
  );
};

/** Returns a sum over days as the month's average to 6 places: GB-months, alarm-months. */
const monthly = (total: bigint, perUnit: bigint, days: number): string =>
  decimalText(divideHalfEven(total * MILLION, perUnit * BigInt(days)), 6);

const sum = (held: readonly IdleReading[], of: (reading: IdleReading) => bigint): bigint =>
  held.reduce((total, reading) => total + of(reading), 0n);

const searchHours = (held: readonly IdleReading[]): IdleCost[] =>
  [...Map.groupBy(held, ({ search }) => searchMeterOf(search.instanceType))].flatMap(([meter, days]) => {
    const hours = sum(days, ({ search }) => BigInt(search.instances) * 24n);
    return meter ? [{ id: 'search-domain', title: 'Search domain, hours', meter, quantity: String(hours) }] : [];
  });

/** What one container of the gateway for SIP2 takes an hour: a quarter of a processor, half a GB, a load balancer, three addresses. */
const gatewayParts: readonly [meter: Meter, title: string, quarters: bigint][] = [
  ['fargate-vcpu-hour', 'SIP2 gateway, processor', 1n],
  ['fargate-gb-hour', 'SIP2 gateway, memory', 2n],
  ['nlb-hour', 'SIP2 gateway, load balancer', 4n],
  ['public-ipv4-hour', 'SIP2 gateway, addresses', 12n],
];

const gatewayHours = (held: readonly IdleReading[]): IdleCost[] => {
  const hours = sum(held, ({ sip2Gateways = 0 }) => BigInt(sip2Gateways) * 24n);
  if (hours === 0n) return [];
  return gatewayParts.map(([meter, title, quarters]) => ({
    ...{ id: 'sip2-gateway', title, meter },
    quantity: decimalText(divideHalfEven(hours * quarters * MILLION, 4n), 6),
  }));
};

const pollingOf = (held: readonly IdleReading[]): IdleCost[] => {
  const polls = sum(held, ({ polledQueues = 0 }) => BigInt(polledQueues) * POLLS_A_DAY);
  return polls === 0n
    ? []
    : [{ id: 'queue-polling', title: 'Queues, asked for messages', meter: 'sqs-request', quantity: String(polls) }];
};

const dashboardsOf = (quantity: string): IdleCost[] =>
  Number(quantity) === 0 ? [] : [{ id: 'dashboards', title: 'Dashboard', meter: 'dashboard', quantity }];

/** Resources billed per piece and month, each a separate line; the firewall has two meters. */
const pieces: readonly (Omit<IdleCost, 'quantity'> & { of: (reading: IdleReading) => number })[] = [
  { id: 'alarms', title: 'Alarms', meter: 'alarm', of: ({ alarms }) => alarms },
  { id: 'signing-key', title: 'Signing key', meter: 'kms-key', of: ({ kmsKeys }) => kmsKeys },
  { id: 'firewall', title: 'Firewall', meter: 'waf-acl', of: ({ firewall }) => firewall.acls },
  { id: 'firewall', title: 'Firewall, rules', meter: 'waf-rule', of: ({ firewall }) => firewall.rules },
  { id: 'secrets', title: 'Secret of the origin', meter: 'secret', of: ({ secrets }) => secrets },
];

/**
 * Returns the idle lines of a month from daily readings: search domain, storage, logs and per-piece resources. Storage is billed by the
 * average over the month. Days after `until` (YYYY-MM-DD) and before the first reading cost nothing yet.
 */
export const idleCostsOfReadings = (month: string, readings: readonly IdleReading[], until: string): IdleCost[] => {
  const held = byDay(month, readings, until);
  const gigabytes = (of: (reading: IdleReading) => number): string =>
    monthly(
      sum(held, (reading) => BigInt(of(reading))),
      GIB,
      daysIn(month),
    );
  const average = (of: (reading: IdleReading) => number): string =>
    monthly(
      sum(held, (reading) => BigInt(Math.round(of(reading) * 1000))),
      1000n,
      daysIn(month),
    );
  const disks = average(({ search }) => search.storageGb * search.instances);
  const table = gigabytes((reading) => reading.tableBytes ?? 0);
  const rare = gigabytes((reading) => reading.rareBytes ?? 0);
  const isRare = held.some(({ rareBytes = 0 }) => rareBytes > 0);
  return [
    ...searchHours(held),
    { id: 'search-storage', title: 'Search domain, storage', meter: 'search-storage', quantity: disks },
    { id: 'table-storage', title: 'Table storage', meter: 'dynamodb-storage', quantity: table },
    { id: 'table-backup', title: 'Table backup', meter: 'dynamodb-pitr', quantity: table },
    {
      id: 'object-storage',
      title: 'Files',
      meter: 's3-storage',
      quantity: gigabytes((reading) => reading.objectBytes ?? 0),
    },
    ...(isRare
      ? [{ id: 'object-storage' as const, title: 'Files, rarely read', meter: 's3-archive' as const, quantity: rare }]
      : []),
    {
      ...{ id: 'log-storage', title: 'Logs', meter: 'log-storage' },
      quantity: gigabytes(({ logBytes }) => Math.round((logBytes * LOGS_STORED_PERCENT) / 100)),
    },
    ...pieces.map(({ of, ...piece }) => ({ ...piece, quantity: average(of) })),
    ...dashboardsOf(average(({ dashboards = 0 }) => dashboards)),
    ...pollingOf(held),
    ...gatewayHours(held),
  ];
};
