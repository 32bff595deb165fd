import { handler as meter } from '../../../functions/finance/consumers/meter-usage/handler.ts';
import { handler as pack } from '../../../functions/finance/consumers/pack-evidence/handler.ts';
import { evidencePacks } from '../../../functions/finance/data/evidence-packs.ts';
import { monthStore } from '../../../functions/finance/data/month-store.ts';
import { usageStore } from '../../../functions/finance/data/usage-store.ts';
import { evidencePackDeps } from '../../../functions/finance/deps.ts';
import { IN_TABLE_DAYS } from '../../../functions/finance/domain/metering/evidence-pack.ts';
import { meteredFigures } from '../../../functions/finance/domain/periods/metered-figures.ts';
import { handler as listRequests } from '../../../functions/finance/operations/list-requests/handler.ts';
import { packEvidence } from '../../../functions/finance/use-cases/pack-evidence.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as ledgerKeys } from '../../../layers/records/ledger/data/keys.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { aLogsEvent, aReportLine, aUsageLine } from '../../builders/log-lines.ts';
import { staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const files = new Map<string, Uint8Array>();
const bucket = bucketInMemory(files);

const day = '2026-10-05';
const written = Date.parse(`${day}T10:00:01.000Z`);
const days = (count: number): number => written + count * 86_400_000;
const operation = 'circulation-check-out';
const line = { day, member: 'calder', operation };
const calder = {
  memberId: 'calder',
  name: 'Calder',
  type: 'public' as const,
  fiscalYearStartsIn: 1,
  lendsOnRequest: false,
};
let table: Table & { name: string };
let serial = 0;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.DEPLOYED_RESOURCES = JSON.stringify({
    search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
    ...{ alarms: 0, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1, logRetentionDays: 90 },
  });
  files.clear();
  table = await aTable();
  await memberStore(table).create(calder, '2026-01-01T00:00:00.000Z');
  await memberStore(table).create({ ...calder, memberId: 'riverton' }, '2026-01-01T00:00:00.000Z');
});

const runtimeAt = (now: number) => at(new Date(now).toISOString(), { bucket });
const context = () => {
  serial += 1;
  return { awsRequestId: `evidence-${serial}` };
};
const batch = (stream: string, ids: readonly string[], home = 'calder') =>
  aLogsEvent({
    stream,
    messages: ids.flatMap((id) => [
      aUsageLine(id, { at: `${day}T10:00:00.000Z`, evidence: { caller: 'patron', home } }),
      aReportLine(id),
    ]),
  });
const taken = (event: ReturnType<typeof batch>, now = written) => meter.using(runtimeAt(now))(event, context());
const packedAt = (now: number) => pack.using(runtimeAt(now))({}, context());
/** Deletes what DynamoDB expires automatically: the emulator here does not. */
const expire = async (now: number): Promise<number> => {
  const gone = (await scanAll(table.name, 'usageEvidence')).filter(({ expiresAt }) => Number(expiresAt) * 1000 <= now);
  for (const { pk, sk } of gone) await table.write([{ delete: { pk: String(pk), sk: String(sk) } }]);
  return gone.length;
};
const asked = async (now: number, query: Record<string, string> = {}, who = 'calder') =>
  (await call(listRequests.using(runtimeAt(now)), {
    ...{ actor: staffAt(who, 'member-finance'), path: { day } },
    query: { member: 'calder', operation, ...query },
  })) as { status: number; body: { requests: { requestId: string; amount: object }[]; next?: string; code?: string } };
const all = async (now: number) => {
  const requests: { requestId: string }[] = [];
  let next: string | undefined;
  do {
    const { status, body } = await asked(now, next === undefined ? {} : { after: next });
    expect(status).toBe(200);
    // Amounts are divided over a page to 1e-12, so the page size changes the last digit.
    requests.push(...body.requests.map(({ amount: _, ...request }) => request));
    next = body.next;
  } while (next !== undefined);
  return requests.toSorted((a, b) => (a.requestId < b.requestId ? -1 : 1));
};

test('a line opens the same requests, request by request, after they have left the table', async () => {
  const ids = Array.from({ length: 130 }, (_, one) => `c${String(one).padStart(3, '0')}`);
  await taken(batch('one', ids.slice(0, 70)));
  await taken(batch('two', ids.slice(70)));
  await taken(batch('others', ['h1', 'h2'], 'riverton'));
  const before = await all(days(1));
  expect(before.map(({ requestId }) => requestId)).toEqual(ids);
  expect(await packedAt(days(15))).toMatchObject({ requests: 0 });
  expect(await packedAt(days(19))).toMatchObject({ until: '2026-10-06', requests: expect.any(Number) });
  expect(await all(days(19))).toEqual(before);
  expect(await expire(days(IN_TABLE_DAYS - 1))).toBe(0);
  expect(await expire(days(IN_TABLE_DAYS + 1))).toBeGreaterThan(0);
  expect(await scanAll(table.name, 'usageEvidence')).toEqual([]);
  expect(await all(days(60))).toEqual(before);
  expect((await asked(days(60), {}, 'riverton')).status).toBe(403);
  const texts = [...files.keys()].join(' ');
  expect(texts).toMatch(/^evidence\/2026-10-05\//);
  expect(texts).not.toMatch(/pat_/);
});

test('a day that is packed again, by two at once, or after any interruption, is the same to the byte', async () => {
  await taken(batch('one', ['r1', 'r2', 'r3']));
  const deps = { ...evidencePackDeps(runtimeAt(days(19))), packs: evidencePacks(table, bucket) };
  for (let writes = 0; writes < 8; writes += 1) {
    let left = writes;
    const dying: Table = {
      ...table,
      write: async (some) => {
        left -= 1;
        if (left < 0) throw new Error('died');
        return table.write(some);
      },
    };
    await packEvidence(
      { ...deps, table: dying, packs: evidencePacks(dying, bucket) },
      { now: days(19), timeLeft: () => true },
    ).catch(() => undefined);
  }
  await packEvidence(deps, { now: days(19), timeLeft: () => true });
  const stored = new Map(files);
  await Promise.allSettled([1, 2].map(() => evidencePacks(table, bucket).pack({ day, operation })));
  await packEvidence(deps, { now: days(20), timeLeft: () => true });
  expect([...files.entries()]).toEqual([...stored.entries()]);
  expect((await all(days(50))).length).toBe(3);
});

test('F8 the same batches again change nothing before and after packing; one that arrives weeks late is packed again', async () => {
  const [one, late] = [batch('one', ['r1', 'r2']), batch('late', ['r3'])];
  await taken(one);
  await packedAt(days(19));
  const [sums, stored] = [await usageStore(table).ofOne('2026-10', 'calder'), new Map(files)];
  for (const now of [written, days(10), days(20)]) await taken(one, now);
  await packedAt(days(20));
  expect(await usageStore(table).ofOne('2026-10', 'calder')).toEqual(sums);
  expect([...files.keys()]).toEqual([...stored.keys()]);
  await taken(late, days(20));
  // A cursor of the earlier pack is not valid for the current one.
  await packedAt(days(21));
  await expire(days(100));
  expect((await all(days(101))).map(({ requestId }) => requestId)).toEqual(['r1', 'r2', 'r3']);
  expect(await scanAll(table.name, 'lateEvidence')).toEqual([]);
});

test('a month with written statements reports that use arrived later, and no other month does', async () => {
  await taken(batch('one', ['r1', 'r2']));
  const shownLaterUse = async () => ((await asked(days(40))).body as { laterUse?: boolean }).laterUse;
  const read = await monthStore(runtimeAt(days(40))).readByDay('2026-10', days(40));
  if ('refused' in read) throw new Error('refused');
  const period = { month: '2026-10', round: 1, steps: [], metered: meteredFigures(read.report, read.synthetic) };
  const put = (state: string) =>
    table.write([{ put: { ...ledgerKeys.key('period', period), ...stamp('period', 1), ...period, state } }]);
  await put('closed');
  expect(await shownLaterUse()).toBeUndefined();
  await taken(batch('late', ['r3']), days(39));
  expect(await shownLaterUse()).toBe(true);
  await put('metered');
  expect(await shownLaterUse()).toBeUndefined();
});

test('a file other than the packed one is an error, and a cursor of another line, or of the table, is invalid for the pack', async () => {
  await taken(batch('one', ['r1', 'r2', 'r3']));
  const store = usageStore(table, bucket);
  const inTable = await usageStore(table).requests(line, { limit: 1 });
  await packedAt(days(19));
  const first = await store.requests(line, { limit: 1 });
  if (first === 'bad-cursor' || inTable === 'bad-cursor') throw new Error('bad-cursor');
  const { next = '' } = first;
  const second = await store.requests(line, { limit: 1, after: next });
  expect(second).toMatchObject({ rows: [{ requestId: 'r2' }] });
  const [item] = await scanAll(table.name, 'usageEvidence');
  const ofTable = Buffer.from(JSON.stringify({ pk: item?.pk, sk: item?.sk })).toString('base64url');
  for (const after of [ofTable, 'nonsense', next.slice(1)])
    expect(await store.requests(line, { limit: 1, after })).toBe('bad-cursor');
  expect(await store.requests({ ...line, member: 'riverton' }, { limit: 1, after: next })).toBe('bad-cursor');
  const [name = ''] = [...files.keys()].filter((one) => one.includes(operation));
  const whole = files.get(name) ?? new Uint8Array();
  const { gzipSync } = await import('node:zlib');
  files.set(name, gzipSync('[]'));
  await expect(store.requests(line, { limit: 1 })).rejects.toThrow('not what was packed');
  files.set(name, whole);
  expect(await store.requests(line, { limit: 1 })).toEqual(first);
});
