import fc from 'fast-check';
import { daysIn, monthBefore, provisionalUntil } from '../../../../layers/kernel/calendar/month.ts';
import { sumExact } from '../../../../layers/kernel/money/exact.ts';
import { aggregate } from '../metering/aggregate.ts';
import type { MeteredLine } from '../metering/join.ts';
import type { ReportLine } from './model.ts';
import { monthReport } from './month-report.ts';
import { openToRequests } from './requests.ts';
import { monthInput, reported } from './synthetic-month.ts';

const aRequest = (requestId: string, writeUnits: number, megabyteMs: number): MeteredLine => ({
  t: 'usage',
  requestId,
  lambdaRequestId: requestId,
  at: `2026-11-02T10:00:00.00${requestId.length}Z`,
  operation: 'circulation-renew',
  context: 'circulation',
  service: 'circulation',
  member: 'law',
  because: 'patron-home',
  status: 200,
  ms: 4,
  units: {
    writeUnits,
    readUnits: 0.5,
    indexCalls: 0,
    searchMs: 0,
    transitions: 0,
    queueMessages: 0,
    objectPuts: 0,
    objectGets: 0,
    signatures: 0,
    busEvents: 0,
    emails: 0,
    textSegments: 0,
    httpUnits: 1,
    bytesIn: 0,
    bytesOut: 7,
    logBytes: 0,
  },
  billed: { invocations: 1, megabyteMs },
});
const lineOf = (requests: MeteredLine[]): ReportLine => {
  const { lines } = reported(monthReport(monthInput('2026-11', { idle: [], sums: aggregate(requests) })));
  if (!lines[0]) throw new Error('No line');
  return lines[0];
};
const requests = fc
  .array(fc.tuple(fc.nat(50), fc.nat(100_000)), { minLength: 1, maxLength: 30 })
  .map((list) => list.map(([writes, time], at) => aRequest(`r${at}`, writes, time)));

describe('The requests of a line', () => {
  it('each have their part, and all parts sum to the line', () => {
    fc.assert(
      fc.property(requests, (all) => {
        const opened = openToRequests(lineOf(all), all);
        expect(opened.requests).toHaveLength(all.length);
        expect(opened.rest).toBe(0n);
        expect(sumExact(opened.requests.map(({ amount }) => amount))).toBe(lineOf(all).amount);
      }),
    );
  });

  it('include what is not shown as the rest', () => {
    const all = [aRequest('r1', 1, 10), aRequest('r22', 3, 30)];
    const line = lineOf(all);
    const part = openToRequests(line, all.slice(0, 1));
    const whole = openToRequests(line, all);
    expect(part.requests[0]).toEqual(whole.requests[0]);
    expect(part.rest).toBe(whole.requests[1]?.amount);
  });
});

describe('Months', () => {
  it('have their days and neighbours', () => {
    expect(['2026-02', '2028-02', '2100-02', '2026-11', '2026-12'].map(daysIn)).toEqual([28, 29, 28, 30, 31]);
    expect([monthBefore('2026-01'), monthBefore('2026-12')]).toEqual(['2025-12', '2026-11']);
    expect(provisionalUntil('2026-12')).toBe('2027-01-10');
  });
});
