/** The use of one day (UTC), counted as by the platform. Reads are in halves: an eventually consistent read is half a unit. */
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
  texts: bigint;
  signatures: bigint;
  logBytes: bigint;
  bytesOut: bigint;
};

/** The idle resources of the whole month. */
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

/** The counts of one line of the request log, or of a sum of lines: the fields of its `units`. */
export type LoggedUnits = Partial<Record<string, number>>;

const none = (day: string): RawDay => ({
  day,
  ...{ calls: 0n, megabyteMs: 0n, http: 0n, writes: 0n, halfReads: 0n, transitions: 0n, queued: 0n, puts: 0n },
  ...{ gets: 0n, events: 0n, emails: 0n, texts: 0n, signatures: 0n, logBytes: 0n, bytesOut: 0n },
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
  to.texts += whole(units.textSegments);
  to.signatures += whole(units.signatures);
  to.logBytes += whole(units.logBytes);
  to.bytesOut += whole(units.bytesOut);
};

/** Sums days of use: lines of the request log, or sums of them. */
export const countingDays = () => {
  const days = new Map<string, RawDay>();
  const of = (day: string): RawDay => {
    const known = days.get(day) ?? none(day);
    days.set(day, known);
    return known;
  };
  return {
    /** Adds a logged usage line with the platform's report of its invocation: `Billed Duration` and `Memory Size`. */
    line: (line: string, report: string): void => {
      const { at, units } = JSON.parse(line) as { at: string; units: LoggedUnits };
      const [, ms = '0'] = /Billed Duration: (\d+) ms/.exec(report) ?? [];
      const [, memory = '0'] = /Memory Size: (\d+) MB/.exec(report) ?? [];
      const day = of(at.slice(0, 10));
      addUnits(day, units);
      day.calls += 1n;
      day.megabyteMs += BigInt(ms) * BigInt(memory);
    },
    /** Adds a sum of many lines of a day. */
    sum: (day: string, counts: LoggedUnits): void => {
      const to = of(day);
      addUnits(to, counts);
      to.calls += whole(counts.invocations);
      to.megabyteMs += whole(counts.megabyteMs);
    },
    /** Returns the days in order. */
    end: (): RawDay[] => [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
};
