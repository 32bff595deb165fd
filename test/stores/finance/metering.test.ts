import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { handler } from '../../../functions/finance/consumers/meter-usage/handler.ts';
import { keys as financeKeys } from '../../../functions/finance/data/keys.ts';
import type { StoredDay } from '../../../functions/finance/data/usage-items.ts';
import { usageStore } from '../../../functions/finance/data/usage-store.ts';
import type { MeteredLine } from '../../../functions/finance/domain/metering/join.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aLogsEvent, aReportLine, aUsageLine } from '../../builders/log-lines.ts';
import { keys as membershipKeys } from '../../builders/membership-keys.ts';
import { scanAll } from '../../builders/scan-all.ts';

const day = '2026-11-24';
const now = Date.parse(`${day}T10:00:01.000Z`);
let table: Awaited<ReturnType<typeof aTable>>;
let serial = 0;
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  for (const memberId of ['riverton', 'calder', 'harcourt']) await join(memberId);
});

const join = (memberId: string) => {
  const member = { memberId, name: memberId, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
  return memberStore(table).create(member, `${day}T00:00:00.000Z`);
};

/** Creates a new container, as after a cold start. */
const meter = (clock = () => now) => {
  const worker = handler.using({ ...systemRuntime(), clock: { now: clock } });
  return async (event: ReturnType<typeof aLogsEvent>): Promise<void> => {
    serial += 1;
    await worker(event, { awsRequestId: `metering-${serial}` });
  };
};
const use = async (): Promise<StoredDay[]> =>
  usageStore(table).ofMonth('2026-11', ['riverton', 'calder', 'harcourt', 'denby']);
const without = (days: StoredDay[]) => days.filter(({ operation }) => operation !== 'finance-meter-usage');
const rowsOf = (days: StoredDay[]) =>
  without(days).map(({ member, operation, events, succeeded, counts }) => [
    member,
    operation,
    events,
    succeeded,
    counts.writeUnits,
    counts.readUnits,
    counts.invocations,
    counts.megabyteMs,
  ]);

const whole = aLogsEvent({
  stream: 'whole',
  messages: [
    'START RequestId: lambda-r1 Version: $LATEST',
    aUsageLine('r1'),
    'END RequestId: lambda-r1',
    aReportLine('r1'),
  ],
});
const elsewhere = aLogsEvent({
  stream: 'elsewhere',
  messages: [
    aUsageLine('r2', { evidence: { caller: 'patron', home: 'calder' } }),
    aReportLine('r2'),
    aUsageLine('r3', { status: 409, evidence: { caller: 'patron', home: 'calder' } }),
    aReportLine('r3'),
  ],
});
const firstHalf = aLogsEvent({ stream: 'half-1', messages: [aUsageLine('r4', { evidence: { caller: 'anonymous' } })] });
const secondHalf = aLogsEvent({ stream: 'half-2', messages: [aReportLine('r4')] });
const everything = [
  ['calder', 'circulation-check-out', 2, 1, 12, 3, 2, 2 * 20 * 512],
  ['public-use', 'circulation-check-out', 1, 1, 6, 1.5, 1, 20 * 512],
  ['riverton', 'circulation-check-out', 1, 1, 6, 1.5, 1, 20 * 512],
];
const sorted = (rows: ReturnType<typeof rowsOf>) => rows.toSorted((a, b) => String(a).localeCompare(String(b)));

describe('Metering', () => {
  it('sums by member, day and operation, with what the platform bills', async () => {
    const take = meter();
    for (const event of [whole, elsewhere, firstHalf, secondHalf]) await take(event);
    expect(sorted(rowsOf(await use()))).toEqual(everything);
  });

  it('F8 gives the same when each batch arrives three times, out of order and concurrently', async () => {
    const [one, other] = [meter(), meter()];
    const batches = [secondHalf, whole, firstHalf, elsewhere];
    await Promise.all(batches.map(one));
    await Promise.all([...batches.toReversed().map(other), ...batches.map(one)]);
    expect(sorted(rowsOf(await use()))).toEqual(everything);
  });

  it('F2 counts a half at once, and corrects it when the other half arrives', async () => {
    const take = meter();
    await take(secondHalf);
    expect(rowsOf(await use())).toEqual([['unattributed', 'platform-invocation', 1, 0, 0, 0, 1, 20 * 512]]);
    await take(firstHalf);
    expect(rowsOf(await use())).toEqual([['public-use', 'circulation-check-out', 1, 1, 6, 1.5, 1, 20 * 512]]);
    expect(await table.get(financeKeys.key('usageWaiting', { lambdaRequestId: 'lambda-r4' }))).toBeUndefined();
  });

  it('F8 a failed batch that is sent again on day 13 changes nothing; a waiting half is joined then', async () => {
    const later = now + 13 * 86_400_000;
    const reportOnly = aLogsEvent({ stream: 'report', messages: [aReportLine('r5')] });
    for (const event of [whole, elsewhere, reportOnly, firstHalf]) await meter()(event);
    const before = sorted(rowsOf(await use()));
    // Rows that the table may have expired by then.
    const gone = (await scanAll(table.name)).filter(({ expiresAt }) => Number(expiresAt) * 1000 <= later);
    for (const { pk, sk } of gone) await table.write([{ delete: { pk: String(pk), sk: String(sk) } }]);
    const again = meter(() => later);
    for (const event of [whole, elsewhere, reportOnly, firstHalf]) await again(event);
    expect(sorted(rowsOf(await use()))).toEqual(before);
    await again(secondHalf);
    const nobody = ['unattributed', 'platform-invocation', 1, 0, 0, 0, 1, 20 * 512];
    expect(sorted(rowsOf(await use()))).toEqual(sorted([...everything, nobody] as ReturnType<typeof rowsOf>));
  });

  it('uses the attribution policy in force when the line was logged', async () => {
    const adopt = (effectiveFrom: string, to: 'home' | 'consortium') => {
      const body = { rules: [{ when: 'staff' as const, to }] };
      const decided = { decisionReference: 'B-7', adoptedBy: 'staff:stf_1' };
      return policyStore(table).adopt({ kind: 'attribution', effectiveFrom, ...decided, body }, (version) => ({
        ...{ subject: 'policy:attribution', at: effectiveFrom, auditId: `aud_${version}`, by: 'staff:stf_1' },
        ...{ did: 'adopt-policy', detail: {} },
      }));
    };
    await adopt(`${day}T00:00:00.000Z`, 'home');
    await adopt(`${day}T11:00:00.000Z`, 'consortium');
    const evidence = { caller: 'staff' as const, workplace: 'riverton', home: 'harcourt' };
    const messages = [
      aUsageLine('before', { evidence }),
      aReportLine('before'),
      aUsageLine('after', { evidence, at: `${day}T11:00:00.000Z` }),
      aReportLine('after'),
    ];
    await meter()(aLogsEvent({ messages }));
    expect(without(await use()).map(({ member, events }) => [member, events])).toEqual([
      ['harcourt', 1],
      ['consortium', 1],
    ]);
  });

  it('counts a visitor to the library of the portal, and to the public when there is no such library', async () => {
    const through = (requestId: string, portal: string) =>
      aUsageLine(requestId, { evidence: { caller: 'anonymous', portal } });
    await meter()(aLogsEvent({ stream: 'portals', messages: [through('r8', 'calder'), through('r9', 'nowhere')] }));
    const members = without(await use()).map(({ member, events }) => [member, events]);
    expect(members.toSorted()).toEqual([
      ['calder', 1],
      ['public-use', 1],
    ]);
  });

  it('counts the first requests of a new library, and looks up an unknown name once a minute', async () => {
    let seconds = 0;
    const clock = () => now + seconds * 1000;
    const take = meter(clock);
    const asked = (requestId: string, home: string) =>
      aUsageLine(requestId, { at: new Date(clock() - 100).toISOString(), evidence: { caller: 'patron', home } });
    await take(aLogsEvent({ stream: 'before', messages: [asked('j1', 'nowhere')] }));
    await join('denby');
    seconds = 1;
    await take(aLogsEvent({ stream: 'after', messages: [asked('j2', 'denby')] }));
    const owners = without(await use()).map(({ member, events }) => [member, events]);
    const counted = [
      ['denby', 1],
      ['unattributed', 1],
    ];
    expect(owners.toSorted()).toEqual(counted);
    const directory = membershipKeys.key('directory', {});
    const sent = jest.spyOn(DynamoDBDocumentClient.prototype, 'send');
    const readings = async (at: number): Promise<number> => {
      sent.mockClear();
      seconds = at;
      await take(aLogsEvent({ stream: `later-${at}`, messages: [asked(`j${at}`, 'nowhere')] }));
      return sent.mock.calls.filter(
        ([command]) => command instanceof GetCommand && command.input.Key?.pk === directory.pk,
      ).length;
    };
    expect([await readings(59), await readings(60)]).toEqual([0, 1]);
    sent.mockRestore();
  });

  it('attributes every request of an outside partner, which the directory does not contain', async () => {
    const staff = { caller: 'staff' as const, workplace: 'calder', home: 'riverton', requester: 'prt_1' };
    const messages = [
      aUsageLine('p1', { evidence: staff }),
      aUsageLine('p2', { evidence: { caller: 'work', requester: 'prt_1' } }),
      aUsageLine('p3', { evidence: { caller: 'patron', home: 'nowhere' } }),
      ...['p1', 'p2', 'p3'].map((id) => aReportLine(id)),
    ];
    await meter()(aLogsEvent({ stream: 'partners', messages }));
    const members = without(await use()).map(({ member, events }) => [member, events]);
    expect(members.toSorted()).toEqual([
      ['calder', 1],
      ['unattributed', 2],
    ]);
  });

  it('reports itself as an operation of its own, once in two minutes, including what was not reported yet', async () => {
    let minute = 0;
    const take = meter(() => now + minute * 60_000);
    await take(whole);
    await take(elsewhere);
    const itself = async () => (await use()).find(({ operation }) => operation === 'finance-meter-usage');
    expect((await itself())?.counts).toMatchObject({ invocations: 1, writeUnits: 0 });
    minute = 2;
    await take(firstHalf);
    expect(await itself()).toMatchObject({ member: 'consortium', service: 'administration', events: 2, succeeded: 2 });
    expect((await itself())?.counts.invocations).toBe(3);
    expect((await itself())?.counts.megabyteMs).toBeGreaterThan(0);
    // Two transactions: evidence that claims, sum and the claim itself, then evidence and sum; each a unit and doubled.
    expect((await itself())?.counts.writeUnits).toBe(10);
  });

  it('loses no byte of unattributed lines by reporting late', async () => {
    const take = meter();
    for (const at of [1, 2]) await take(aLogsEvent({ stream: `note-${at}`, messages: ['a line of nobody'] }));
    const notes = (await use()).find(({ operation }) => operation === 'platform-log-lines');
    expect(notes?.counts.logBytes).toBe(2 * (16 + 26));
  });

  it('processes a batch of more members and operations than one transaction can write, once', async () => {
    const messages = Array.from({ length: 150 }, (_, at) => [
      aUsageLine(`m${at}`, { operation: `circulation-operation-${at}` }),
      aReportLine(`m${at}`),
    ]).flat();
    const event = aLogsEvent({ messages, stream: 'large' });
    await Promise.all([meter()(event), meter()(event)]);
    await meter()(event);
    const days = without(await use());
    expect([days.length, days.every(({ events }) => events === 1)]).toEqual([150, true]);
  });

  it('opens to its requests, page by page, with no personal data but a request id, skipping those of others', async () => {
    const take = meter();
    await take(elsewhere);
    await take(whole);
    const evidence = { caller: 'patron' as const, home: 'calder' };
    const messages = [aUsageLine('r5', { evidence }), aReportLine('r5'), aUsageLine('r6'), aReportLine('r6')];
    await take(aLogsEvent({ stream: 'both', messages }));
    const line = { day, member: 'calder', operation: 'circulation-check-out' };
    const pages: MeteredLine[][] = [];
    let after: string | undefined;
    do {
      const page = await usageStore(table).requests(line, { limit: 1, after });
      if (page === 'bad-cursor') throw new Error(page);
      pages.push(page.rows);
      after = page.next;
    } while (after !== undefined);
    const rowsOf = pages.map((page) =>
      page.map(({ requestId, status, because, units, billed }) => [
        requestId,
        status,
        because,
        units.writeUnits,
        billed.megabyteMs,
      ]),
    );
    expect(rowsOf.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      [
        ['r2', 201, 'patron-home', 6, 20 * 512],
        ['r3', 409, 'patron-home', 6, 20 * 512],
      ],
      [['r5', 201, 'patron-home', 6, 20 * 512]],
    ]);
    const elsewhen = { ...line, operation: 'circulation-renew' };
    const [first] = (await table.query({ partition: `EVIDENCE#${day}#circulation-check-out`, limit: 1 })).items;
    const cursor = Buffer.from(JSON.stringify({ pk: first?.pk, sk: first?.sk })).toString('base64url');
    expect(await usageStore(table).requests(elsewhen, { limit: 1, after: cursor })).toBe('bad-cursor');
  });

  it('F8 counts a batch once although other libraries are known and other policies are in force when it arrives again', async () => {
    const messages = [aUsageLine('r7', { evidence: { caller: 'anonymous', portal: 'denby' } }), aReportLine('r7')];
    const event = aLogsEvent({ stream: 'early', messages });
    await meter()(event);
    await join('denby');
    await meter()(event);
    expect(without(await use()).map(({ member, events }) => [member, events])).toEqual([['public-use', 1]]);
  });
});
