import fc from 'fast-check';
import { attribute, defaultAttributionPolicy, type Evidence } from '../../../../layers/kernel/usage/attribution.ts';
import { shortLine } from '../../../../layers/kernel/usage/short-line.ts';
import { countsBy, noUnits, unitsSchema } from '../../../../layers/kernel/usage/units.ts';
import { type UsageLine, usageLineSchema } from '../../../../layers/kernel/usage/usage-line.ts';
import { absorb, aggregate, combine, type Metered } from './aggregate.ts';
import { join, type MeteredLine, withoutReport, withoutUsage } from './join.ts';
import { type PlatformReport, reportOfObject, reportOfText } from './platform-report.ts';

const aLine = (over: Partial<UsageLine> = {}): UsageLine => ({
  t: 'usage',
  requestId: 'r1',
  lambdaRequestId: 'l1',
  at: '2026-11-24T23:59:59.999Z',
  operation: 'circulation-check-out',
  context: 'circulation',
  service: 'circulation',
  member: 'lakeside',
  because: 'staff-workplace',
  status: 200,
  ms: 10,
  units: { ...noUnits(), writeUnits: 6, readUnits: 1.5 },
  ...over,
});
const aReport = (over: Partial<PlatformReport> = {}): PlatformReport => ({
  lambdaRequestId: 'l1',
  ms: 11.2,
  billedMs: 12,
  memoryMb: 512,
  maxMemoryMb: 90,
  initMs: 0,
  logBytes: 150,
  ...over,
});
const metered = fc
  .record({
    at: fc.constantFrom('2026-10-31T23:59:59.999Z', '2026-11-01T00:00:00.000Z'),
    member: fc.constantFrom('lakeside', 'abbey', 'public-use'),
    operation: fc.constantFrom('search', 'check-out'),
    status: fc.constantFrom(200, 409, 500),
    readUnits: fc.nat(40).map((halves) => halves / 2),
    searchMs: fc.double({ min: 0, max: 900, noNaN: true }),
    megabyteMs: fc.nat(1_000_000),
  })
  .map(
    ({ readUnits, searchMs, megabyteMs, ...over }): MeteredLine => ({
      ...aLine(over),
      units: { ...noUnits(), readUnits, searchMs },
      billed: { invocations: 1, megabyteMs },
    }),
  );

describe('The usage line', () => {
  const evidences: Evidence[] = [
    { caller: 'staff', workplace: 'calder', home: 'riverton' },
    { caller: 'anonymous' },
    { caller: 'work', cause: 'calder' },
    { caller: 'work' },
  ];
  const logged = [
    { operation: 'circulation-check-out', context: 'circulation', service: 'circulation' as const },
    { operation: 'resource-sharing-ask', context: 'resource-sharing', service: 'resource-sharing' as const },
    { operation: 'discovery-search', context: 'discovery', service: 'search' as const },
  ];
  it.each(evidences.flatMap((evidence) => logged.map((named) => ({ ...named, evidence }))))(
    'is short in the log and is read back unchanged: %j',
    (over) => {
      const line = aLine({ ...over, ...attribute(defaultAttributionPolicy, over.evidence), units: noUnits() });
      for (const ids of [{}, { lambdaRequestId: line.requestId }]) {
        const text = JSON.stringify(shortLine({ ...line, ...ids }));
        expect(text).not.toMatch(/"member"|"because"|writeUnits/);
        expect(usageLineSchema.parse(JSON.parse(text))).toEqual({ ...line, ...ids });
      }
      const adopted = shortLine({ ...line, member: 'elsewhere' });
      expect(usageLineSchema.parse(adopted)).toEqual({ ...line, member: 'elsewhere' });
    },
  );

  it('is read back with any counts, any result and any source', () => {
    const counted = fc.record({
      ...{ writeUnits: fc.nat(9), readUnits: fc.nat(9).map((halves) => halves / 2), bytesOut: fc.nat(900) },
      ...{
        httpUnits: fc.nat(2),
        logBytes: fc.nat(2),
        emails: fc.nat(1),
        textSegments: fc.nat(1),
        searchMs: fc.double({ min: 0, max: 9, noNaN: true }),
      },
    });
    const ended = fc.record({ status: fc.constantFrom(200, 201, 409), run: fc.constantFrom('run-1', undefined) });
    fc.assert(
      fc.property(counted, ended, fc.boolean(), (some, { status, run }, isKnown) => {
        const evidence: Evidence = { caller: 'staff', home: 'riverton', ...(isKnown && { requester: 'calder' }) };
        const attributed = attribute(defaultAttributionPolicy, evidence);
        const line = aLine({ status, evidence, ...attributed, units: { ...noUnits(), ...some } });
        const whole = { ...line, lambdaRequestId: run ?? line.requestId };
        expect(usageLineSchema.parse(JSON.parse(JSON.stringify(shortLine(whole))))).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it('is read without what a logger adds around it', () => {
    expect(usageLineSchema.parse({ ...aLine(), level: 'INFO' })).toEqual(aLine());
  });

  it.each([{ service: 'lending' }, { at: 'yesterday' }, { member: '' }, { because: '' }, { t: 'error' }])(
    'refuses %j',
    (over) => {
      expect(usageLineSchema.safeParse({ ...aLine(), ...over }).success).toBe(false);
    },
  );

  it('refuses a third of a read unit', () => {
    expect(unitsSchema.safeParse({ ...noUnits(), readUnits: 0.3 }).success).toBe(false);
  });
});

describe('The platform report', () => {
  const expected = {
    lambdaRequestId: 'bf5f58db-ef7d',
    ms: 395.99,
    billedMs: 662,
    memoryMb: 512,
    maxMemoryMb: 301,
    initMs: 265.72,
    logBytes: 9,
  };

  it.each(['\t', ' '])('is read from text with %j between its fields', (tab) => {
    const text = [
      'REPORT RequestId: bf5f58db-ef7d',
      'Duration: 395.99 ms',
      'Billed Duration: 662 ms',
      'Memory Size: 512 MB',
      'Max Memory Used: 301 MB',
      'Init Duration: 265.72 ms',
      '\n',
    ].join(tab);
    expect(reportOfText(text, 9)).toEqual(expected);
  });

  it('is read from an object', () => {
    const metrics = {
      durationMs: 395.99,
      billedDurationMs: 662,
      memorySizeMB: 512,
      maxMemoryUsedMB: 301,
      initDurationMs: 265.72,
    };
    const report = {
      time: '2026-11-24T10:00:00.000Z',
      type: 'platform.report',
      record: { requestId: 'bf5f58db-ef7d', status: 'success', metrics },
    };
    expect(reportOfObject(report, 9)).toEqual(expected);
  });

  it.each(['START RequestId: x Version: 1', 'END RequestId: x', 'REPORT RequestId: x Duration: 1 ms', ''])(
    'is not %j',
    (text) => {
      expect(reportOfText(text)).toBeUndefined();
    },
  );
});

describe('Joining by request id', () => {
  it('gives a request its billed time', () => {
    expect(join([aLine()], [aReport()])).toEqual({
      metered: [
        { ...aLine(), units: { ...aLine().units, logBytes: 150 }, billed: { invocations: 1, megabyteMs: 6144 } },
      ],
      usage: [],
      reports: [],
    });
  });

  it('retains an invocation whose other half is missing', () => {
    expect(join([aLine()], [aReport({ lambdaRequestId: 'l2' })])).toEqual({
      metered: [],
      usage: [aLine()],
      reports: [aReport({ lambdaRequestId: 'l2' })],
    });
  });

  it('splits a batch over the causes it worked for, by time', () => {
    const lines = [aLine({ ms: 30 }), aLine({ requestId: 'r2', member: 'abbey', ms: 10 })];
    expect(
      join(lines, [aReport({ billedMs: 41, memoryMb: 1, logBytes: 0 })]).metered.map((line) => line.billed),
    ).toEqual([
      { invocations: 1, megabyteMs: 31 },
      { invocations: 0, megabyteMs: 10 },
    ]);
  });

  it('splits a batch that took no time evenly, and counts each retry', () => {
    const lines = [aLine({ ms: 0 }), aLine({ ms: 0 })];
    const { metered: both } = join(lines, [
      aReport({ billedMs: 1, memoryMb: 128 }),
      aReport({ billedMs: 1, memoryMb: 128 }),
    ]);
    expect(both.map((line) => line.billed)).toEqual([
      { invocations: 1, megabyteMs: 128 },
      { invocations: 1, megabyteMs: 128 },
    ]);
  });

  it('F2 counts every invocation whose other half never arrives', () => {
    const lost = [withoutReport(aLine()), withoutUsage(aReport(), '2026-11-25T00:00:00.000Z')];
    expect(aggregate(lost).map(({ member, operation, counts }) => [member, operation, counts.megabyteMs])).toEqual([
      ['lakeside', 'circulation-check-out', 0],
      ['unattributed', 'platform-invocation', 6144],
    ]);
  });
});

describe('Daily sums', () => {
  it('count by UTC day, member and operation', () => {
    const { metered: one } = join([aLine()], [aReport()]);
    const refused = withoutReport(aLine({ status: 409 }));
    expect(aggregate([...one, refused])).toEqual([
      {
        day: '2026-11-24',
        member: 'lakeside',
        operation: 'circulation-check-out',
        service: 'circulation',
        events: 2,
        succeeded: 1,
        counts: { ...countsBy(() => 0), writeUnits: 12, readUnits: 3, logBytes: 150, invocations: 1, megabyteMs: 6144 },
      },
    ]);
  });

  it('are the same in any order and any grouping', () => {
    fc.assert(
      fc.property(fc.array(metered), fc.array(metered), fc.array(metered), (a, b, c) => {
        const whole = aggregate([...a, ...b, ...c]);
        expect(aggregate([...c, ...a, ...b].reverse())).toEqual(whole);
        expect(combine(aggregate(a), combine(aggregate(b), aggregate(c)))).toEqual(whole);
        expect(combine(combine(aggregate(c), aggregate(a)), aggregate(b))).toEqual(whole);
      }),
    );
  });

  it('F8 do not change when batches arrive three times, out of order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(metered, { maxLength: 5 }), { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (batches, random) => {
          const once = batches.map((lines, at) => ({ id: `b${at}`, sums: aggregate(lines) }));
          const shuffled = [...once, ...once, ...once]
            .map((batch) => ({ batch, at: random.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at);
          const empty: Metered = { batches: new Set(), sums: [] };
          const { sums } = shuffled.reduce((all, { batch }) => absorb(all, batch.id, batch.sums), empty);
          expect(sums).toEqual(aggregate(batches.flat()));
        },
      ),
    );
  });
});
