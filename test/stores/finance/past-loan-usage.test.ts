import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as indexChanges } from '../../../functions/catalogue/consumers/index-changes/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { streamReaders } from '../../../functions/finance/domain/estimate/stream-work.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { handler as relay } from '../../../functions/outbox/consumers/relay-changes/handler.ts';
import { noWork } from '../../../layers/kernel/usage/units.ts';
import { type UsageLine, usageLineSchema } from '../../../layers/kernel/usage/usage-line.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Answered, call } from '../../builders/call.ts';
import { aLentItem } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, at } from '../../builders/lending.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { queueSettings } from '../../builders/queue-settings.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { streamRecord } from '../../builders/stream-events.ts';

/** Compares the demo's stored figures, which state what the stream's readers used for each act, with the functions' real use. */
let table: Table & { name: string };
let index: TestIndex;
let lines: UsageLine[] = [];
const monday = '2026-03-02T11:00:00.000Z';
let readers = {
  'outbox-relay-changes': relay,
  'catalogue-index-changes': indexChanges,
};

beforeAll(async () => {
  Object.assign(process.env, { ...queueSettings, BUS_NAME: 'bus', BUCKET_NAME: 'bucket' });
  mockClient(SQSClient).on(SendMessageBatchCommand).resolves({});
  mockClient(EventBridgeClient).on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
  jest.spyOn(console, 'log').mockImplementation((text: unknown) => {
    const line = typeof text === 'string' && text.startsWith('{') ? JSON.parse(text) : {};
    if (line.t === 'usage') lines.push(usageLineSchema.parse(line));
  });
  table = await aTable();
  await aConsortium(table);
  index = anIndex();
  // Their clock does not move: however slow the machine, nothing cached for a minute is read again.
  readers = {
    'outbox-relay-changes': relay.using(at(monday)),
    'catalogue-index-changes': indexChanges.using(at(monday)),
  };
});
afterAll(() => index.drop());

const rows = async () => {
  const found = (await Promise.all(['item', 'hold'].map((name) => scanAll(table.name, name)))).flat();
  return new Map(found.map((row) => [`${row.pk} ${row.sk}`, row]));
};

/** Returns what each reader of the stream used for an act's writes: its units except the search engine's time. */
const readAfter = async (act: () => Promise<Answered>): Promise<Record<string, object>> => {
  const before = await rows();
  expect((await act()).status).toBeLessThan(300);
  const changed = [...(await rows())].filter(([at, { v }]) => before.get(at)?.v !== v);
  const Records = changed.map(([at, row]) => streamRecord(before.get(at), row));
  const used: Record<string, object> = {};
  for (const [name, reader] of Object.entries(readers)) {
    lines = [];
    await reader({ Records }, { awsRequestId: 'lambda-1' });
    expect(lines).toHaveLength(1);
    const units = Object.entries(lines[0]?.units ?? {}).filter(([name]) => name in noWork() && name !== 'searchMs');
    used[name] = Object.fromEntries(units.filter(([, count]) => count > 0));
  }
  return used;
};

test('the demo’s past contains the relay and indexing work of a checkout, a renewal, a check-in and a hold', async () => {
  await loadBytes(table, 'elm', fileOf([{ id: 'b1', title: 'Water', items: ['$aMAIN$p7001$oFIC 1'] }]));
  const [record] = await scanAll(table.name, 'record');
  await readers['catalogue-index-changes'](
    { Records: [streamRecord(undefined, record)] },
    { awsRequestId: 'lambda-0' },
  );
  const [{ card, actor: patron }, reader] = [await aBorrower(table), await aBorrower(table)];
  const actor = staffAt('elm.main', 'desk');
  const item = '7001';
  const runtime = at(monday);
  const lend = () => call(checkOut.using(runtime), { actor, body: { branchId: 'elm.main', item, patron: card } });
  const wanted = { recordId: record?.recordId, pickupBranch: 'cedar.main', wait: true };
  const takeBack = () => call(checkIn.using(runtime), { actor, body: { branchId: 'elm.main', item } });
  // First what a container does once, or once a minute: the secret of facts, calendars and policies.
  await loadBytes(table, 'elm', fileOf([{ id: 'b2', title: 'Fire', items: ['$aMAIN$p7002$oFIC 2'] }]));
  const { card: first } = await aBorrower(table);
  await readAfter(() =>
    call(checkOut.using(runtime), { actor, body: { branchId: 'elm.main', item: '7002', patron: first } }),
  );
  const other = itemRecord(aLentItem({ checkoutBranch: 'elm.main' }));
  await readers['outbox-relay-changes']({ Records: [streamRecord(undefined, other)] }, { awsRequestId: 'lambda-0' });
  const used = {
    'circulation-check-out': await readAfter(lend),
    'circulation-renew': await readAfter(() =>
      call(renew.using(at('2026-03-16T11:00:00.000Z')), { actor: patron, body: { item } }),
    ),
    'circulation-check-in': await readAfter(takeBack),
    'circulation-place-hold': await lend().then(() =>
      readAfter(() => call(placeHold.using(runtime), { actor: reader.actor, body: wanted })),
    ),
  };
  for (const { operation, after } of streamReaders) {
    const rowUnits = Object.fromEntries(Object.entries(after).map(([act, { units }]) => [act, units]));
    const measured = Object.fromEntries(Object.entries(used).map(([act, by]) => [act, by[operation]]));
    expect([operation, measured]).toEqual([operation, rowUnits]);
  }
});
