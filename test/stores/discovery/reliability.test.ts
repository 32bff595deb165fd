import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DescribeTableCommand, DynamoDBClient, RestoreTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as hourly } from '../../../functions/discovery/consumers/alert-searches/handler.ts';
import { reliabilityStore } from '../../../functions/discovery/data/reliability-store.ts';
import { handler as showReliability } from '../../../functions/discovery/operations/show-reliability/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { compareRows, rehearseRestore } from '../../../local/rehearse-restore.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { aSite } from '../../builders/site.ts';

/** What the page on trust states of a deployment: the hourly checks of its site, and the last rehearsal of a restore. */
const lambda = { awsRequestId: 'lambda-1' };
const on = (time: string, day = '2026-03-02') => at(`${day}T${time}:00.000Z`);
let table: Table & { name: string };
let site: Server;
let asked: string[];
/** The paths that do not answer. */
let broken: string[];

const check = (time: string, day?: string) =>
  hourly.with({ site: async () => `http://127.0.0.1:${(site.address() as AddressInfo).port}` }).using(on(time, day))(
    {},
    lambda,
  );
const show = async (time: string, headers: Record<string, string> = {}) =>
  call(showReliability.using(on(time)), { headers });

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
  Object.assign(process.env, { PARTNERS_HERE: 'true', SEARCH_ENDPOINT: 'http://127.0.0.1:1', SEARCH_SIGNED: 'false' });
  aSite();
  site = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    response.writeHead(broken.some((one) => path.startsWith(one)) ? 503 : 200).end('{}');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
});
beforeEach(async () => {
  [asked, broken] = [[], []];
  table = await aTable();
});
afterAll(() => {
  delete process.env.PARTNERS_HERE;
  site.close();
});

test('before the first check and the first rehearsal nothing is stated', async () => {
  expect(await show('12:00')).toMatchObject({ status: 200, body: {} });
});

test('each hour the app, the home page and a search are requested through the site, and the result is counted once', async () => {
  expect(await check('07:13')).toMatchObject({ site: 'passed' });
  expect(asked).toEqual(['/', '/v1/discovery/home', '/v1/discovery/search?q=library&limit=1']);
  // The schedule calls twice.
  expect(await check('07:14')).toMatchObject({ site: 'nothing' });
  expect(asked).toHaveLength(3);
  broken = ['/v1/discovery/search'];
  expect(await check('08:13')).toMatchObject({ site: 'failed', looked: 0 });
  broken = [];
  await check('11:13');
  const shown = await show('11:30');
  expect(shown.headers['cache-control']).toContain('s-maxage=300');
  expect(shown.body).toEqual({
    uptime: {
      since: '2026-03-02T07:13:00.000Z',
      ...{ passed: 2, failed: 1, missing: 2 },
      days: [{ day: '2026-03-02', passed: 2, failed: 1, missing: 2 }],
    },
  });
  expect((await show('11:31', { 'if-none-match': String(shown.headers.etag) })).status).toBe(304);
  const [row] = await scanAll(table.name, 'siteChecks');
  expect(row?.expiresAt).toBe(Date.parse('2026-06-10') / 1000);
});

test('a site that does not answer at all is a failed check, and hinders no alert', async () => {
  const work = hourly.with({ site: async () => 'http://127.0.0.1:1' }).using(on('07:13'));
  expect(await work({}, lambda)).toEqual({ looked: 0, failed: 0, site: 'failed' });
  const unknown = hourly.with({ site: () => Promise.reject(new Error('no parameter')) }).using(on('09:13'));
  expect(await unknown({}, lambda)).toEqual({ looked: 0, failed: 0, site: 'nothing' });
});

test('two runs at once add one check each time, and lose none', async () => {
  await Promise.all([check('07:13'), check('07:13'), check('07:13')]);
  await Promise.all([check('08:13'), check('08:13')]);
  expect((await reliabilityStore(table).day('2026-03-02')).checks).toEqual([
    { time: '07:13', passed: true },
    { time: '08:13', passed: true },
  ]);
});

test('checks before the days that are shown are not counted', async () => {
  await check('07:13', '2025-12-02');
  await check('07:13', '2025-12-03');
  expect((await show('12:00')).body).toMatchObject({ uptime: { since: '2025-12-03T07:13:00.000Z', passed: 1 } });
});

test('a rehearsal of a restore compares each row of the restored table, and its result is shown from the table in use', async () => {
  const restored = table;
  await aConsortium(restored);
  const rows = await scanAll(restored.name);
  const source = await aTable();
  // The table in use has the same rows, of which one changed since and one is gone.
  const [changed, gone, ...same] = rows;
  for (const row of [{ ...changed, note: 'later' }, ...same]) await source.write([{ put: row as never }]);
  const scan = { environment: readEnvironment({ ...process.env, TABLE_NAME: restored.name }) };
  expect(gone).toBeDefined();

  const client = new DynamoDBClient({});
  const settings = mockClient(client);
  settings.resolves({});
  const moment = new Date('2026-03-02T11:00:00.000Z');
  let isThere = false;
  settings.on(RestoreTableToPointInTimeCommand).callsFake(() => {
    isThere = true;
    return {};
  });
  settings.on(DescribeTableCommand).callsFake(({ TableName }) =>
    TableName === source.name || isThere
      ? {
          Table: {
            ...{ TableName, TableStatus: 'ACTIVE', DeletionProtectionEnabled: true, LatestStreamArn: 'stream' },
            StreamSpecification: { StreamEnabled: true },
          },
        }
      : Promise.reject(Object.assign(new Error('none'), { name: 'ResourceNotFoundException' })),
  );
  const instants = ['2026-03-02T11:10:00.000Z', '2026-03-02T12:02:00.000Z'].map((one) => Date.parse(one));
  const { rehearsal } = await rehearseRestore(
    client,
    { source: source.name, target: restored.name, at: moment },
    {
      ...{ inUse: source, scan, reliability: reliabilityStore(source), pauseMs: 1 },
      clock: { now: () => instants.shift() ?? 0 },
    },
  );
  expect(rehearsal).toEqual({
    ...{ at: '2026-03-02T11:10:00.000Z', moment: '2026-03-02T11:00:00.000Z' },
    ...{ seconds: 3120, compared: rows.length, changed: 2 },
  });
  process.env.TABLE_NAME = source.name;
  expect((await show('13:00')).body).toEqual({ rehearsal });
  // The restored table is as it was, and equal to itself.
  expect(await compareRows({ inUse: restored, scan })).toEqual({ compared: rows.length, changed: 0 });
});
