import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as indexChanges } from '../../../functions/catalogue/consumers/index-changes/handler.ts';
import { handler as retryIndex } from '../../../functions/catalogue/consumers/retry-index/handler.ts';
import { nextNumber } from '../../../functions/catalogue/data/index-number.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { handler as splitRecord } from '../../../functions/catalogue/operations/split-record/handler.ts';
import { handler as meterUsage } from '../../../functions/finance/consumers/meter-usage/handler.ts';
import { encodeFacts } from '../../../functions/items/public/encode-facts.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { readItem } from '../../../functions/items/public/read-item.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { type UsageLine, usageLineSchema } from '../../../layers/kernel/usage/usage-line.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { hide } from '../../builders/hiding.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
import { aLogsEvent, aReportLine } from '../../builders/log-lines.ts';
import { staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { usageOf } from '../../builders/stored-usage.ts';
import { streamRecord } from '../../builders/stream-events.ts';

type Row = Record<string, unknown>;
const book: Book = { id: 'b1', title: 'The memory of water and stone', items: ['$aMAIN$p4711'] };
const other: Book = { id: 'b2', title: 'A field guide to northern mosses', author: 'Lind, Per', pages: 88 };
const third: Book = { id: 'x2', title: 'Three winters', pages: 12 };

const sqs = mockClient(SQSClient);
let table: Table & { name: string };
let index: TestIndex;
let lines: UsageLine[];
let serial = 0;

beforeEach(async () => {
  Object.assign(process.env, { INDEX_WORK_QUEUE_URL: 'work', INDEX_RETRY_QUEUE_URL: 'retry', BUCKET_NAME: 'bucket' });
  lines = [];
  jest.spyOn(console, 'log').mockImplementation((text: unknown) => {
    if (typeof text !== 'string' || !text.startsWith('{"t":"usage"')) return;
    const line = usageLineSchema.parse(JSON.parse(text));
    if (line.operation.startsWith('catalogue-')) lines.push(line);
  });
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
  table = await aTable();
  // The first number of a catalogue also records that there are no authorities.
  await nextNumber(table);
  index = anIndex();
});
afterEach(() => index.drop());

/** Returns all changes since as the indexer's stream delivers them. */
const changesOf = async (work: () => Promise<unknown>): Promise<DynamoDBRecord[]> => {
  const read = async () => {
    const rows = (
      await Promise.all(['record', 'source', 'itemDescription', 'item'].map((name) => scanAll(table.name, name)))
    ).flat();
    return new Map(rows.map((row): [string, Row] => [`${row.pk} ${row.sk}`, row]));
  };
  const before = await read();
  await work();
  return [...(await read())].flatMap(([at, row]) => {
    const was = before.get(at);
    return was?.v === row.v ? [] : [streamRecord(was, row)];
  });
};
const indexed = async (records: DynamoDBRecord[]): Promise<string> => {
  serial += 1;
  await indexChanges.using(systemRuntime())({ Records: records }, { awsRequestId: `lambda-i${serial}` });
  return `i${serial}`;
};
const attributed = () => lines.map(({ member, because, units }) => [member, because, units.writeUnits]);

test('a load’s indexing is attributed to the loader, also on a record of another member that its own joins', async () => {
  await indexed(await changesOf(() => loadBytes(table, 'ash', fileOf([book, other]))));
  // A batch takes a number, one unit; for the record with copies, what was indexed is stored, another unit. Harvesters see
  // each record in three lists (all, its format, its member), all in the record's row, which is written alone: one unit for the row, one
  // for each list.
  expect(attributed()).toEqual([['ash', 'caused-work-cause', 2 + 2 * 4]]);
  lines = [];
  const joining = () => loadBytes(table, 'oak', fileOf([{ ...book, id: 'x1', items: [] }, third]));
  const joined = await changesOf(joining);
  const [now] = [Date.now];
  const later = jest.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
  await indexed(joined);
  later.mockRestore();
  // The record that it joined moves in three lists, two units each beside those of its row, and enters a fourth: a minute
  // later, because a change within a second keeps its position.
  expect(attributed()).toEqual([['oak', 'caused-work-cause', 3 + 2 + 3 * 2 + 3 + 4]]);
});

test('a batch of several members’ acts is split among them, each document built once, with nothing left unattributed', async () => {
  const ash = await changesOf(() => loadBytes(table, 'ash', fileOf([book, other])));
  const oak = await changesOf(() => loadBytes(table, 'oak', fileOf([{ ...book, id: 'x1', items: [] }, third])));
  const [row] = await scanAll(table.name, 'item');
  const item = readItem(row);
  const at = '2026-11-24T10:00:00.000Z';
  const lent = { ...item, state: 'in-process' as const, v: item.v + 1 };
  const facts = [{ name: 'item-marked' as const, at, members: { owner: 'ash' }, branchId: 'cedar.main' }];
  const after = itemRecord(lent, encodeFacts(facts, lent));
  const flip = [streamRecord(row, after)];
  await table.write([{ put: after }]);
  const requestId = await indexed([...ash, ...oak, ...flip]);
  const byMember = Object.fromEntries(attributed().map(([member, , writes]) => [member, writes]));
  // Three documents share one number, whose unit goes to the first cause because it cannot be divided; the shared one, alone
  // with copies and so stored, is also the first cause's; cedar's desk made a copy unavailable that is built anyway.
  // The units of three records for harvesters, the shared one in four lists, are divided by record.
  expect(byMember).toEqual({ ash: 2 + 11, oak: 5, cedar: 0 });
  for (const memberId of ['ash', 'oak', 'cedar']) {
    const member = { memberId, name: memberId, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
    await memberStore(table).create(member, '2026-01-01T00:00:00.000Z');
  }
  await meterUsage(aLogsEvent({ messages: [...lines, aReportLine(requestId, 90)] }), { awsRequestId: 'metering' });
  const month = lines[0]?.at.slice(0, 7) ?? '';
  const days = (await usageOf(table, month, ['ash', 'oak', 'cedar'])).filter(
    ({ operation }) => operation === 'catalogue-index-changes',
  );
  expect(days.map(({ member }) => member).toSorted()).toEqual(['ash', 'cedar', 'oak']);
  expect(days.reduce((sum, { counts }) => sum + counts.megabyteMs, 0)).toBe(90 * 512);
});

test('changes without effect on the index are attributed to their actors; hiding to the contributor', async () => {
  await loadBytes(table, 'ash', fileOf([book]));
  const [row] = await scanAll(table.name, 'item');
  const item = { ...readItem(row), currentBranch: 'oak.main' };
  const facts = [{ name: 'item-marked' as const, at: '2026-11-24T10:00:00.000Z', members: {}, branchId: 'oak.main' }];
  await indexed([streamRecord(itemRecord(item), itemRecord({ ...item, v: item.v + 1 }, encodeFacts(facts, item)))]);
  expect(attributed()).toEqual([['oak', 'caused-work-cause', 0]]);
  lines = [];
  // Another member's load moves the record's source; the contributor's later changes are its own acts again.
  await table.write([{ update: catalogueKeys.key('source', { sourceId: 'ash:b1' }), set: { by: 'oak' } }]);
  await indexed(await changesOf(() => hide(table, 'ash:b1', ['union'])));
  // A number, and the fact that harvesters never saw the record.
  expect(attributed()).toEqual([['ash', 'caused-work-cause', 2]]);
});

test('work is unattributed only if no record explains it', async () => {
  await indexed([streamRecord(undefined, { entity: 'record', recordId: 'rec_gone', v: 1, sources: [] })]);
  expect(attributed()).toEqual([['unattributed', 'unexplained', 2]]);
});

test('a failed message keeps its cause in the queue, and the retry has the same cause', async () => {
  const changes = await changesOf(() => loadBytes(table, 'ash', fileOf([book])));
  await table.write([
    { update: catalogueKeys.key('source', { sourceId: 'ash:b1' }), set: { marc: Buffer.from('nonsense') } },
  ]);
  await indexed(changes);
  const [sent] = sqs.commandCalls(SendMessageBatchCommand).flatMap(({ args: [{ input }] }) => input.Entries ?? []);
  const body = sent?.MessageBody ?? '';
  expect(JSON.parse(body)).toMatchObject({ recordId: expect.any(String), cause: 'ash' });
  lines = [];
  const message = { messageId: 'm1', body };
  await retryIndex.using(systemRuntime())({ Records: [message as never] }, { awsRequestId: 'lambda-retry' });
  expect(lines.map(({ operation, member }) => [operation, member])).toEqual([['catalogue-retry-index', 'ash']]);
});

test('the cause takes about ten bytes on the record, far below its kilobyte', async () => {
  const rows = await changesOf(() => loadBytes(table, 'ash', fileOf([book, other, third])));
  const records = rows.flatMap(({ dynamodb }) => (dynamodb?.NewImage?.entity?.S === 'record' ? [dynamodb] : []));
  expect(records.map(({ NewImage }) => NewImage?.by?.S)).toEqual(['ash', 'ash', 'ash']);
  for (const { NewImage } of records) expect(JSON.stringify(NewImage).length).toBeLessThan(700);
});

test('a split whose worker died before its copies had followed is completed here, once', async () => {
  await loadBytes(table, 'ash', fileOf([book]));
  await loadBytes(table, 'oak', fileOf([{ ...book, id: 'x1', items: [] }]));
  const { recordId } = readItem((await scanAll(table.name, 'item'))[0]);
  const cataloguer = staffAt('ash', 'cataloguer');
  const body = { leaving: ['ash:b1'], reason: 'Another text.' };
  await call(splitRecord, { actor: cataloguer, path: { recordId: recordId ?? '' }, body });
  const [decision = {}] = await scanAll(table.name, 'unionDecision');
  const [item = {}] = await scanAll(table.name, 'item');
  expect([decision.pending, item.recordId === recordId]).toEqual([undefined, false]);
  const begun = { ...decision, pending: [{ sourceId: 'ash:b1', recordId: item.recordId }] };
  await table.write([{ put: { ...item, recordId } as unknown as Item }, { put: begun as unknown as Item }]);
  lines = [];
  await indexed([streamRecord(undefined, begun)]);
  expect(attributed().map(([member]) => member)).toEqual(['ash']);
  const [after] = await scanAll(table.name, 'item');
  expect(after?.recordId).toBe(item.recordId);
  expect((await scanAll(table.name, 'unionDecision'))[0]).not.toHaveProperty('pending');
  await indexed([streamRecord(undefined, begun)]);
  expect((await scanAll(table.name, 'item'))[0]?.v).toBe(after?.v);
});
