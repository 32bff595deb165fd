import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { handler as addFile } from '../../../functions/onboarding/operations/add-file/handler.ts';
import { handler as getLoad } from '../../../functions/onboarding/operations/get-load/handler.ts';
import { handler as listLoads } from '../../../functions/onboarding/operations/list-loads/handler.ts';
import { handler as openLoad } from '../../../functions/onboarding/operations/open-load/handler.ts';
import { handler as resumeRun } from '../../../functions/onboarding/operations/resume-run/handler.ts';
import { handler as setMapping } from '../../../functions/onboarding/operations/set-mapping/handler.ts';
import { handler as startRun } from '../../../functions/onboarding/operations/start-run/handler.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

const actor = staffAt('cedar', 'member-admin');
const path = { memberId: 'cedar' };
const mapping = { currency: 'EUR' };
const bucket = bucketInMemory();
const started: unknown[] = [];
const startMachine = async (name: string, input: unknown): Promise<void> => void started.push([name, input]);

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { BUCKET_NAME: 'test-bucket', MACHINE_ARN: 'arn:machine' });
  const table = await aTable();
  await aConsortium(table);
  const member = { ...path, name: 'Cedar', type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
  await memberStore(table).create(member, '2026-01-01T00:00:00.000Z');
});

test('a load is opened, listed and shown with its mapping, which can be replaced; its runs are started and resumed', async () => {
  const opened = await call(openLoad, { actor, path, body: { name: 'Pupils', purpose: 'patron-feed', mapping } });
  expect(opened).toMatchObject({ status: 201 });
  const { loadId } = opened.body as { loadId: string };
  const ofLoad = { actor, path: { ...path, loadId } };
  expect((await call(listLoads, { actor, path, query: {} })).body).toMatchObject({ loads: [{ loadId }] });

  const other = { currency: 'EUR', codes: { patronCategories: { P: 'child' } } };
  expect(await call(setMapping, { ...ofLoad, body: { mapping: other } })).toMatchObject({ status: 200 });
  expect((await call(getLoad, ofLoad)).body).toMatchObject({ load: { loadId, mapping: other } });
  const asked = { ...ofLoad, body: { mapping: { currency: 'USD' } } };
  expect(await call(setMapping, asked)).toMatchObject({ status: 422, body: { code: 'currency-differs' } });

  const start = startRun.with({ startMachine, bucket });
  const run = { ...ofLoad, body: { mode: 'dry-run' } };
  expect(await call(start, run)).toMatchObject({ status: 404, body: { code: 'unknown-file' } });
  const file = { kind: 'patrons', fileName: 'pupils.csv', bytes: 4, control: { records: 1 } };
  const added = await call(addFile.with({ bucket }), { ...ofLoad, body: file });
  expect(added).toMatchObject({ status: 201 });
  const { upload } = added.body as { upload: { url: string } };
  expect(await call(start, run)).toMatchObject({ status: 409, body: { code: 'file-missing' } });
  expect(started).toEqual([]);
  await bucket.put(new URL(upload.url).pathname.slice(1), 'file');
  const begun = await call(start, run);
  expect(begun).toMatchObject({ status: 202, body: { state: 'waiting' } });
  const { runId } = begun.body as { runId: string };
  expect(await call(start, run)).toMatchObject({ status: 409, body: { code: 'run-running' } });
  const again = { actor, path: { ...path, loadId, runId } };
  expect(await call(resumeRun.with({ startMachine }), again)).toMatchObject({ status: 202, body: { runId } });
  expect(started).toHaveLength(2);
  const unknown = { actor, path: { ...path, loadId, runId: 'lrn_none' } };
  expect(await call(resumeRun.with({ startMachine }), unknown)).toMatchObject({
    status: 404,
    body: { code: 'unknown-run' },
  });
});
