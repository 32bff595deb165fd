import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { arrivedFrom } from '../../../functions/catalogue/public/arrived-from.ts';
import { handler as hourly } from '../../../functions/discovery/consumers/alert-searches/handler.ts';
import { handler as changeSearch } from '../../../functions/discovery/operations/change-search/handler.ts';
import { handler as removeSearch } from '../../../functions/discovery/operations/remove-search/handler.ts';
import { handler as saveSearch } from '../../../functions/discovery/operations/save-search/handler.ts';
import { handler as sendNotice } from '../../../functions/notices/consumers/send-notice/handler.ts';
import { handler as myNotices } from '../../../functions/notices/operations/list-my-notices/handler.ts';
import { outbox } from '../../../functions/notices/outbox.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { consequencesOf } from '../../../layers/platform/queues/outbox.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aDocument } from '../../builders/index-document.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { aPatron, patron } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { aSite } from '../../builders/site.ts';

/** Alerts of saved searches: from a search to one e-mail. */
const ses = mockClient(SESv2Client);
const lambda = { awsRequestId: 'lambda-1' };
/** The same work also checks the site, which is tested in test/stores/discovery/reliability.test.ts. */
const alertSearches = hourly.with({ ask: async () => ({ status: 200, contentType: '', body: new Uint8Array() }) });
/** Returns what was done for saved searches. */
const alertsOf = ({ looked, failed }: { looked: number; failed: number }) => ({ looked, failed });
let table: Table & { name: string };
let index: TestIndex;

const day = (n: number, time = '07:00'): string => `2026-03-0${n}T${time}:00.000Z`;
const arrivedOn = (n: number): number => arrivedFrom(Date.parse(day(n)));

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.NOTICE_SENDER = 'library@example.org';
  aSite();
  index = anIndex();
  await index.hold([
    aDocument({ title: 'Old bees', recordId: 'rec_old', visibleTo: ['public'], arrived: arrivedOn(1) }),
    aDocument({ title: 'New bees', recordId: 'rec_new', visibleTo: ['public'], arrived: arrivedOn(2) + 2020 }),
    aDocument({ title: 'Bees of ash', recordId: 'rec_ash', visibleTo: ['member:ash'], arrived: arrivedOn(2) }),
    aDocument({ title: 'Late bees', recordId: 'rec_late', visibleTo: ['public'], arrived: arrivedOn(4) }),
  ]);
}, 60_000);
beforeEach(async () => {
  table = await aTable();
  await aConsortium(table);
  ses.reset();
  ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
});
afterAll(async () => {
  delete process.env.NOTICE_SENDER;
  await index.drop();
});

const aReader = async (homeBranch = 'cedar.main') => {
  const { patronId } = await aPatron(table, { homeBranch });
  const actor = patron(patronId, homeBranch.split('.')[0] ?? '');
  const save = async (name: string, query: string, alert = 'daily'): Promise<string> => {
    const made = await call(saveSearch.using(at(day(2))), { actor, body: { name, query, alert } });
    expect(made.status).toBe(201);
    return (made.body as { searchId: string }).searchId;
  };
  return { patronId, actor, save };
};
const rows = () => scanAll(table.name, 'savedSearches');
/** Looks for new titles at an instant, relays what changed and delivers the messages, each twice. */
const look = async (now: string) => {
  const before = await rows();
  const done = alertsOf(await alertSearches.using(at(now))({}, lambda));
  const messages = (await rows()).flatMap((after) => {
    const was = before.find(({ pk }) => pk === after.pk);
    const changed = was?.v === after.v ? [] : [{ before: was, after, at: Date.parse(now) }];
    return changed.flatMap((change) => consequencesOf([outbox], change).messages.map(({ message }) => message));
  });
  return { done, messages };
};
const deliver = async (now: string, messages: readonly unknown[]): Promise<void> => {
  const Records = [...messages, ...messages].map(
    (message, i) => ({ messageId: `m${i}`, body: JSON.stringify(message) }) as SQSRecord,
  );
  for (const record of Records) await sendNotice.using(at(now))({ Records: [record] }, lambda);
};
const emails = () =>
  ses.commandCalls(SendEmailCommand).map(({ args: [{ input }] }) => ({
    subject: input.Content?.Simple?.Subject?.Data,
    text: input.Content?.Simple?.Body?.Text?.Data,
  }));

test('what arrived for the searches of a patron comes in one e-mail, once, and nothing that the patron may not see', async () => {
  const me = await aReader();
  const bees = await me.save('Bees', 'q=bees');
  const weekly = await me.save('Anything new', 'format=book', 'weekly');
  await me.save('Paused', 'q=bees&scope=title', 'off');
  expect((await look(day(2))).done).toEqual({ looked: 0, failed: 0 });
  const { done, messages } = await look(day(3));
  expect(done).toEqual({ looked: 1, failed: 0 });
  expect(messages).toEqual([
    {
      ...{ noticeId: 'new-titles:2026-03-03', patronId: me.patronId, kind: 'new-titles', at: day(3), cause: 'cedar' },
      searches: [{ searchId: bees, count: 1, recordIds: ['rec_new'] }],
    },
  ]);
  // What the patron typed is in no message.
  expect(JSON.stringify(messages)).not.toMatch(/bees/i);
  await deliver(day(3), messages);
  expect(emails()).toEqual([
    {
      subject: 'New titles for your saved searches',
      text: expect.stringMatching(
        /^New in the catalogue for your saved searches:\n\n“Bees”: 1\n\nTo see them, .*\/searches\n/,
      ),
    },
  ]);
  expect((await call(myNotices.using(at(day(3))), { actor: me.actor })).body).toEqual({
    notices: [{ noticeId: 'new-titles:2026-03-03', at: day(3), kind: 'new-titles', sent: 'email' }],
  });
  expect(await look(day(3, '08:00'))).toEqual({ done: { looked: 0, failed: 0 }, messages: [] });
  expect((await look(day(4))).messages).toEqual([]);
  // A week after it was saved, the weekly alert has all days since; the daily one only the last days.
  const [later] = (await look(day(9))).messages as unknown as { noticeId: string; searches: { searchId: string }[] }[];
  expect(later?.noticeId).toBe('new-titles:2026-03-09');
  const newFor = (searchId: string) => later?.searches.find((one) => one.searchId === searchId);
  expect(newFor(bees)).toMatchObject({ count: 1, recordIds: ['rec_late'] });
  expect(newFor(weekly)).toMatchObject({ count: 2, recordIds: ['rec_late', 'rec_new'] });
});

test('patrons of a library who saved the same search share one look-up; those of another see their own titles too', async () => {
  const readers = [await aReader(), await aReader(), await aReader('ash.main')];
  for (const { save } of readers) await save('Bees', 'q=bees');
  const asked: unknown[][] = [];
  const counted = alertSearches.using(at(day(3))).with({
    arrivals: (...input) => {
      asked.push(input);
      return Promise.resolve({ count: 0, recordIds: [] });
    },
  });
  expect(alertsOf(await counted({}, lambda))).toEqual({ looked: 3, failed: 0 });
  expect(asked.map(([, viewer]) => viewer)).toHaveLength(2);
  expect((await rows()).every((row) => row.report === undefined)).toBe(true);
  const other = await aReader('ash.main');
  await other.save('Bees', 'q=bees');
  expect((await look(day(3))).messages).toMatchObject([{ searches: [{ count: 2 }], cause: 'ash' }]);
});

test('a look that fails is made again, and does not stop those of other patrons', async () => {
  const [one, other] = [await aReader(), await aReader()];
  await one.save('Wrong', 'q=wrong');
  await other.save('Bees', 'q=bees');
  jest.spyOn(console, 'error').mockImplementation(() => {});
  const failing = alertSearches.using(at(day(3))).with({
    arrivals: ({ q }) =>
      q === 'wrong' ? Promise.reject(new Error('down')) : Promise.resolve({ count: 1, recordIds: ['rec_new'] }),
  });
  expect(alertsOf(await failing({}, lambda))).toEqual({ looked: 1, failed: 1 });
  expect((await look(day(3))).done).toEqual({ looked: 1, failed: 0 });
});

test('a search that was paused or removed before the e-mail is sent is in none', async () => {
  const me = await aReader();
  const [bees, books] = [await me.save('Bees', 'q=bees'), await me.save('Books', 'q=new+bees')];
  const { messages } = await look(day(3));
  const change = { actor: me.actor, path: { searchId: bees }, body: { name: 'Bees', alert: 'off' } };
  expect((await call(changeSearch.using(at(day(3))), change)).status).toBe(200);
  expect((await call(removeSearch.using(at(day(3))), { actor: me.actor, path: { searchId: books } })).status).toBe(200);
  await deliver(day(3), messages);
  expect(emails()).toEqual([]);
  expect((await call(myNotices.using(at(day(3))), { actor: me.actor })).body).toEqual({ notices: [] });
});
