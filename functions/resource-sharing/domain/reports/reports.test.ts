import fc from 'fast-check';
import { aLoanRequest, context, minutesLater, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import { receive } from '../messages/receive.ts';
import { currentAsk, type LoanRequest } from '../requests/request.ts';
import { act } from '../workflow/act.ts';
import type { Side, Trigger } from '../workflow/triggers.ts';
import { loanReport, type ReportRow, totalOf } from './loan-report.ts';
import { NOBODY, type ReportChange, reportChanges } from './report-changes.ts';
import { loanReportCsv } from './report-csv.ts';
import { loanReportSchema } from './report-schema.ts';
import { waited, waitFigures } from './waits.ts';

type Taken = [Side, Trigger, number, object?];

/** Takes steps at minutes after placing, and returns the counts of all of them. */
const counted = (start: LoanRequest, steps: Taken[]): { request: LoanRequest; changes: ReportChange[] } => {
  let request = start;
  const changes: ReportChange[] = [];
  for (const [side, trigger, minutes, more = {}] of steps) {
    const askId = currentAsk(request)?.askId;
    const about = context({ side, at: minutesLater(minutes), ...(askId && { askId }), ...more });
    const acted = act(request, trigger, about);
    if ('refused' in acted) throw new Error(`${trigger}: ${acted.refused.map(({ code }) => code).join()}`);
    changes.push(...reportChanges(acted));
    request = acted.request;
  }
  return { request, changes };
};
const sumOf = (changes: readonly ReportChange[], supplier: string) =>
  totalOf(changes.filter((one) => one.supplier === supplier).map(({ add: counts, ...row }) => ({ ...row, counts })));
const rowsFrom = (changes: readonly ReportChange[]): ReportRow[] =>
  changes.map(({ add: counts, ...row }) => ({ ...row, counts }));

const HOUR = 60;
const DAY = 24 * HOUR;
const throughTwo: Taken[] = [
  ['requester', 'ask', 3, { askId: 'ask-1' }],
  ['supplier', 'decline', 3 + 5 * HOUR, { reason: 'NotOnShelf' }],
  ['requester', 'ask', 4 + 5 * HOUR, { askId: 'ask-2' }],
  ['supplier', 'accept', 4 + 6 * HOUR],
  ['supplier', 'ship', DAY, { ...SHIPMENT, terms: { cost: { amount: 1250, currency: 'USD' } } }],
  ['requester', 'receive', 4 * DAY],
  ['requester', 'lend', 5 * DAY],
  ['requester', 'return', 9 * DAY],
  ['requester', 'ship-back', 10 * DAY],
  ['supplier', 'check-in', 13 * DAY],
];

test('one request counts each event once, with the supplier that it concerns', () => {
  const { changes } = counted(aLoanRequest().withRota('birch', 'cedar').build(), throughTwo);
  expect(sumOf(changes, 'birch')).toEqual({
    ...{ asked: 1, unfilled: 1, becauseNotOnShelf: 1 },
    ...{ sourcing1: 1, sourcingMinutes: 3, answering8: 1, answeringMinutes: 5 * HOUR },
  });
  expect(sumOf(changes, 'cedar')).toEqual({
    ...{ asked: 1, filled: 1, costUSD: 1250, chargedUSD: 1 },
    ...{ answering1: 1, answeringMinutes: HOUR, shipping24: 1, shippingMinutes: 18 * HOUR - 4 },
    ...{ transit72: 1, transitMinutes: 3 * DAY, turnaround96: 1, turnaroundMinutes: 4 * DAY },
    ...{ use168: 1, useMinutes: 6 * DAY, away336: 1, awayMinutes: 12 * DAY },
  });
  expect(new Set(changes.map(({ requester, service }) => `${requester} ${service}`))).toEqual(new Set(['ash loan']));
});

test('each step writes few rows, and a repeated step adds nothing', () => {
  const { request, changes } = counted(aLoanRequest().build(), throughTwo.slice(0, 5));
  expect(changes.length).toBeLessThanOrEqual(5);
  const again = act(request, 'ship', context({ side: 'supplier', askId: 'ask-2', ...SHIPMENT }));
  expect('refused' in again ? [] : reportChanges(again)).toEqual([]);
});

test('time-outs, cancellations and the end of the rota are counted for the right supplier', () => {
  const asked = aLoanRequest().withRota('birch').asked().build();
  const timedOut = counted(asked, [
    ['requester', 'answer-timeout', 10],
    ['requester', 'rota-ended', 11],
  ]).changes;
  expect(sumOf(timedOut, 'birch')).toEqual({ timedOut: 1 });
  expect(sumOf(timedOut, NOBODY)).toEqual({ endOfRota: 1 });
  const cancelled = counted(asked, [['requester', 'cancel', 5]]).changes;
  expect(sumOf(cancelled, 'birch')).toEqual({ cancelled: 1 });
  expect(sumOf(counted(aLoanRequest().build(), [['requester', 'cancel', 1]]).changes, NOBODY)).toEqual({
    cancelled: 1,
  });
  const withdrawn = counted(asked, [['requester', 'withdraw', 5]]).changes;
  expect(sumOf(withdrawn, 'birch')).toEqual({ withdrawn: 1 });
});

test('a copy counts as filled when it is sent, as received when it is handed on, and as unusable when it is not', () => {
  const sent: Taken[] = [
    ['requester', 'ask', 1, { askId: 'ask-1' }],
    ['supplier', 'supply-copy', 61, { documentId: 'doc_1' }],
  ];
  const wanted = aLoanRequest().withRota('birch', 'cedar').wanting('copy').build();
  const { changes } = counted(wanted, [...sent, ['requester', 'deliver-copy', 2 * HOUR]]);
  expect(sumOf(changes, 'birch')).toMatchObject({ asked: 1, filled: 1, answering1: 1, shipping1: 1, turnaround2: 1 });
  expect(changes.every(({ service }) => service === 'copy')).toBe(true);
  const bad = counted(wanted, [...sent, ['requester', 'copy-unusable', 2 * HOUR]]).changes;
  expect(sumOf(bad, 'birch')).toMatchObject({ filled: 1, unusable: 1 });
  expect(sumOf(bad, NOBODY)).toEqual({});
});

test('a partner outside as supplier is counted like a member; its own reasons count together', () => {
  const asked = aLoanRequest().withRota('prt_oak').asked().build();
  const by = { kind: 'partner' as const, member: 'prt_oak' };
  const about = { at: minutesLater(30), by, policy: context().policy };
  const received = receive(asked, { name: 'Unfilled', askId: 'ask-1', reason: 'we are moving. Sorry' }, about);
  if ('refused' in received) throw new Error('refused');
  expect(reportChanges(received)).toMatchObject([{ supplier: 'prt_oak', add: { unfilled: 1, becauseother: 1 } }]);
});

test('requests of a partner to us are counted by our side only', () => {
  const outside: LoanRequest = { ...aLoanRequest().withRota('birch').build(), requesterMember: 'prt_oak' };
  const { changes } = counted(outside, [
    ['requester', 'ask', 1, { askId: 'ask-1' }],
    ['supplier', 'accept', 2 * HOUR],
    ['supplier', 'ship', 3 * HOUR, SHIPMENT],
  ]);
  expect(sumOf(changes, 'birch')).toMatchObject({ asked: 1, filled: 1, answering2: 1, shipping1: 1 });
  const declined = counted(outside, [
    ['requester', 'ask', 1, { askId: 'ask-1' }],
    ['supplier', 'decline', HOUR, { reason: 'NotHeld' }],
  ]).changes;
  expect(sumOf(declined, 'birch')).toMatchObject({ unfilled: 1, becauseNotHeld: 1 });
});

describe('the median and the 90th percentile', () => {
  test('are the upper end of the class in which they lie, for any waiting times', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 1, maxLength: 60 }), (minutes) => {
        const counts = minutes.map((one) => waited('answering', minutesLater(0), minutesLater(one)));
        const total: Record<string, number> = {};
        for (const [name, add] of counts.flatMap(Object.entries)) total[name] = (total[name] ?? 0) + Number(add);
        const figures = waitFigures(total, 'answering');
        const sorted = minutes.toSorted((a, b) => a - b);
        const [median, p90] = [0.5, 0.9].map((share) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
        expect(figures?.count).toBe(minutes.length);
        expect(median ?? 0).toBeLessThanOrEqual((figures?.medianHours ?? 0) * 60);
        expect(p90 ?? 0).toBeLessThanOrEqual((figures?.p90Hours ?? 0) * 60);
        expect(figures?.meanHours).toBeCloseTo(minutes.reduce((sum, one) => sum + one, 0) / minutes.length / 60, 0);
      }),
      { numRuns: 100 },
    );
    expect(waitFigures({}, 'answering')).toBeUndefined();
  });
});

describe('a report', () => {
  const { changes } = counted(aLoanRequest().withRota('birch', 'cedar').build(), throughTwo);
  const rows = rowsFrom(changes);
  const range = { from: '2026-11', to: '2026-12' };

  test('of a requester shows how its requests ended, pair by pair, with costs and medians', () => {
    const ended: ReportRow = {
      month: '2026-11',
      requester: 'ash',
      supplier: NOBODY,
      service: 'loan',
      counts: { endOfRota: 1 },
    };
    const report = loanReportSchema.parse(
      loanReport({ ...range, memberId: 'ash', borrowed: [...rows, ended], lent: [] }),
    );
    expect(report.borrowing).toMatchObject({
      ...{ asked: 2, filled: 1, unfilled: 1, fillRate: 0.5, reasons: [{ reason: 'NotOnShelf', count: 1 }] },
      requests: { begun: 1, filled: 1, unfilled: 1, fillRate: 0.5 },
      costs: [{ currency: 'USD', amount: 1250, charged: 1, perCharged: 1250, perFilled: 1250 }],
      services: [{ service: 'loan', asked: 2, filled: 1 }],
      pairs: [
        { supplier: 'birch', asked: 1, filled: 0, fillRate: 0, medianAnswerHours: 8 },
        { supplier: 'cedar', asked: 1, filled: 1, fillRate: 1, medianAnswerHours: 1, medianTurnaroundHours: 96 },
      ],
      pairsLeft: 0,
    });
    expect(report.borrowing.waits.map(({ wait }) => wait)).toEqual([
      ...['sourcing', 'answering', 'shipping', 'transit', 'turnaround', 'use', 'away'],
    ]);
    expect(report.balance).toEqual([{ library: 'cedar', lent: 0, borrowed: 1, net: -1 }]);
    expect(report.months.reduce((sum, { borrowing }) => sum + borrowing.asked, 0)).toBe(2);
    expect(report.lending).toMatchObject({ asked: 0, waits: [], pairs: [] });
  });

  test('of a supplier and of all show the same loan from the other side', () => {
    const lent = rows.filter(({ supplier }) => supplier === 'cedar');
    const own = loanReport({ ...range, memberId: 'cedar', borrowed: [], lent });
    expect(own.balance).toEqual([{ library: 'ash', lent: 1, borrowed: 0, net: 1 }]);
    const all = loanReport({ ...range, borrowed: rows, lent: rows });
    expect(all.balance).toEqual([
      { library: 'ash', lent: 0, borrowed: 1, net: -1 },
      { library: 'cedar', lent: 1, borrowed: 0, net: 1 },
    ]);
  });

  test('as CSV has a row per pair and month, costs in units, and no formula for a spreadsheet', () => {
    const csv = loanReportCsv([...rows, { ...(rows[0] as ReportRow), requester: '=HYPERLINK("x")', supplier: '@a' }]);
    const [head = '', ...lines] = csv.split('\r\n');
    expect(lines.pop()).toBe('');
    const columns = head.split(',');
    expect(new Set(lines.slice(0, -1).map((line) => line.split(',').length))).toEqual(new Set([columns.length]));
    const cost = columns.indexOf('cost_USD');
    expect(lines.map((line) => line.split(',').at(cost - columns.length))).toContain('12.50');
    expect(lines.at(-1)).toContain(`"'=HYPERLINK(""x"")",'@a,loan`);
    expect(csv).not.toMatch(/(^|,|\n)[=+@]/);
  });
});
