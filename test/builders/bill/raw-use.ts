/** What one day (UTC) used, counted as the platform counts it. Reads in halves: an eventually consistent one is half a unit. */
export type RawDay = {
  day: string;
  calls: bigint;
  megabyteMs: bigint;
  http: bigint;
  writes: bigint;
  halfReads: bigint;
  transitions: bigint;
  queued: bigint;
  puts: bigint;
  gets: bigint;
  events: bigint;
  emails: bigint;
  signatures: bigint;
  logBytes: bigint;
  bytesOut: bigint;
};

/** What stood all month, whoever used it. */
export type RawResources = {
  nodes: bigint;
  diskGb: bigint;
  alarms: bigint;
  keys: bigint;
  acls: bigint;
  rules: bigint;
  secrets: bigint;
  tableBytes: bigint;
  objectBytes: bigint;
  logBytes: bigint;
};

/** The counts of a line of the request log, or of many summed: the fields that its `units` have. */
export type LoggedUnits = Partial<Record<string, number>>;

const none = (day: string): RawDay => ({
  day,
  ...{ calls: 0n, megabyteMs: 0n, http: 0n, writes: 0n, halfReads: 0n, transitions: 0n, queued: 0n, puts: 0n },
  ...{ gets: 0n, events: 0n, emails: 0n, signatures: 0n, logBytes: 0n, bytesOut: 0n },
});

const whole = (value = 0): bigint => BigInt(Math.round(value));

const addUnits = (to: RawDay, units: LoggedUnits): void => {
  to.http += whole(units.httpUnits);
  to.writes += whole(units.writeUnits);
  to.halfReads += whole((units.readUnits ?? 0) * 2);
  to.transitions += whole(units.transitions);
  to.queued += whole(units.queueMessages);
  to.puts += whole(units.objectPuts);
  to.gets += whole(units.objectGets);
  to.events += whole(units.busEvents);
  to.emails += whole(units.emails);
  to.signatures += whole(units.signatures);
  to.logBytes += whole(units.logBytes);
  to.bytesOut += whole(units.bytesOut);
};

/** Adds up days as use comes in: of the request log, line by line, or of sums of it. */
export const countingDays = () => {
  const days = new Map<string, RawDay>();
  const of = (day: string): RawDay => {
    const known = days.get(day) ?? none(day);
    days.set(day, known);
    return known;
  };
  return {
    /** A usage line as it is logged, and what the platform reported of its invocation: `Billed Duration` and `Memory Size`. */
    line: (line: string, report: string): void => {
      const { at, units } = JSON.parse(line) as { at: string; units: LoggedUnits };
      const [, ms = '0'] = /Billed Duration: (\d+) ms/.exec(report) ?? [];
      const [, memory = '0'] = /Memory Size: (\d+) MB/.exec(report) ?? [];
      const day = of(at.slice(0, 10));
      addUnits(day, units);
      day.calls += 1n;
      day.megabyteMs += BigInt(ms) * BigInt(memory);
    },
    /** A sum of many lines of a day. */
    sum: (day: string, counts: LoggedUnits): void => {
      const to = of(day);
      addUnits(to, counts);
      to.calls += whole(counts.invocations);
      to.megabyteMs += whole(counts.megabyteMs);
    },
    /** The days in order. */
    end: (): RawDay[] => [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
};
