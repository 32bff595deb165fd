import { handler as claimIssues } from '../../../functions/acquisitions/operations/claim-issues/handler.ts';
import { handler as listAwaited } from '../../../functions/acquisitions/operations/list-awaited-issues/handler.ts';
import { handler as listIssues } from '../../../functions/acquisitions/operations/list-issues/handler.ts';
import { handler as listSubscriptions } from '../../../functions/acquisitions/operations/list-subscriptions/handler.ts';
import { handler as predictIssues } from '../../../functions/acquisitions/operations/predict-issues/handler.ts';
import { handler as previewIssues } from '../../../functions/acquisitions/operations/preview-issues/handler.ts';
import { handler as setVendor } from '../../../functions/acquisitions/operations/set-vendor/handler.ts';
import { handler as showSubscription } from '../../../functions/acquisitions/operations/show-subscription/handler.ts';
import { handler as stepIssue } from '../../../functions/acquisitions/operations/step-issue/handler.ts';
import { handler as writeSubscription } from '../../../functions/acquisitions/operations/write-subscription/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { consortiumStaff, staffAt, withBranch } from '../../builders/people.ts';

const memberId = 'cedar';
const buyer = staffAt(memberId, 'acquisitions');
const MARCH = '2026-03-10T12:00:00.000Z';
const monthly = {
  ...{ frequency: 'm', dates: ['year', 'month'], calendarChange: ['01'], language: 'en' },
  levels: [
    { caption: 'v.', restarts: false },
    { caption: 'no.', units: 12, restarts: true },
  ],
};
const series = { basic: { pattern: monthly, first: { on: '2026-01-01', numbers: [5, 1] } } };
const terms = {
  ...{ branchId: 'cedar.main', title: 'Bee World', vendor: 'MIDWEST', copies: 1, arrivesAfter: 0, routing: [] },
  ...{ claims: { after: 30, every: 30, most: 2 }, routingFirst: true },
};
let table: Table;

type Asked = {
  actor?: Actor;
  path?: object;
  query?: Record<string, string>;
  body?: object;
  key?: string;
  when?: string;
};
type Issue = {
  issueId: string;
  label: string;
  on: string;
  state: string;
  received: { itemId?: string }[];
  claims: object[];
  v: number;
};
type Shown = {
  code?: string;
  subscriptionId: string;
  v: number;
  versions: object[];
  issue: Issue;
  issues: (Issue & { issue: Issue; due: string })[];
  subscription: { v: number; subscriptionId: string };
  subscriptions: { title: string }[];
  holdings: { statement: string; marc: string[] }[];
  destination: string;
  claimed: { label: string; number: number }[];
  dropped: object[];
  series: { first: object }[];
  next?: string;
};
const ask = async (handler: OperationHandler, { key, when = MARCH, path, ...asked }: Asked) => {
  const headers = key === undefined ? {} : { headers: { 'idempotency-key': key } };
  const { status, body } = await call(handler.using(at(when)), {
    ...{ actor: buyer, path: { memberId, ...path }, ...headers, ...asked },
  });
  // Answers of several operations, of which each test names what it looks at.
  return { status, body: body as Shown };
};
const write = (body: object = {}, more: Partial<Asked> = {}) =>
  ask(writeSubscription, { body: { ...terms, series, v: 0, ...body }, ...more });
const made = async (body: object = {}): Promise<string> => (await write(body)).body.subscriptionId;
const issuesOf = async (subscriptionId: string): Promise<Issue[]> => {
  const { body } = await ask(listIssues, { path: { subscriptionId }, query: { limit: '100' } });
  return body.issues.toReversed();
};
const step = (subscriptionId: string, issue: Issue | undefined, asked: object, more: Partial<Asked> = {}) =>
  ask(stepIssue, {
    path: { subscriptionId, issueId: issue?.issueId ?? '-' },
    body: { step: asked, v: issue?.v ?? 1 },
    ...more,
  });
const receive = { act: 'receive', copies: 1 };
const shown = async (subscriptionId: string) => (await ask(showSubscription, { path: { subscriptionId } })).body;

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await withBranch(table, 'cedar.main');
  const vendor = { name: 'Midwest Library Books', discount: 0, claimAfterDays: 45, isActive: true, v: 0 };
  await ask(setVendor, { path: { code: 'MIDWEST' }, body: vendor });
});

test('a subscription has the issues of its next year; further ones continue without a gap', async () => {
  const { status, body } = await write();
  expect([status, body.v]).toEqual([201, 1]);
  const issues = await issuesOf(body.subscriptionId);
  expect(issues[0]).toMatchObject({ label: 'v.5:no.1 (2026:Jan.)', state: 'expected', v: 1 });
  expect(issues.at(-1)?.on).toBe('2027-04-01');
  const path = { subscriptionId: body.subscriptionId };
  const more = await ask(predictIssues, { path, body: { count: 2, v: 1 }, key: 'two-more-issues-of-it' });
  expect((await issuesOf(body.subscriptionId)).slice(-2).map(({ label }) => label)).toEqual([
    'v.6:no.5 (2027:May)',
    'v.6:no.6 (2027:June)',
  ]);
  const again = await ask(predictIssues, { path, body: { count: 2, v: 1 }, key: 'two-more-issues-of-it' });
  expect(again.body).toEqual(more.body);
  expect(await ask(predictIssues, { path, body: { count: 2, v: 1 } })).toMatchObject({
    ...{ status: 409, body: { code: 'changed-meanwhile' } },
  });
  expect(await issuesOf(body.subscriptionId)).toHaveLength(issues.length + 2);
  const { body: listed } = await ask(listSubscriptions, {});
  expect(listed.subscriptions).toMatchObject([{ title: 'Bee World', states: { basic: { on: '2027-06-01' } } }]);
});

test('two people who receive the same issue at the same time receive it once, and each key counts once', async () => {
  const subscriptionId = await made({ copies: 2 });
  const [first] = await issuesOf(subscriptionId);
  const answers = await Promise.all(
    [1, 2].map((one) => step(subscriptionId, first, receive, { key: `person-${one}-receives-it` })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const [after] = await issuesOf(subscriptionId);
  expect(after).toMatchObject({ state: 'partly-arrived', v: 2 });
  expect(after?.received).toHaveLength(1);
  const refused = [
    await step(subscriptionId, after, { act: 'receive', copies: 2 }),
    await step(subscriptionId, after, { act: 'undo', copies: 2 }),
    await step(subscriptionId, after, { act: 'not-issued' }),
    await step(subscriptionId, after, { act: 'await' }),
    await step(subscriptionId, { ...(after as Issue), issueId: '2026-01-02.1.basic.1' }, receive),
  ];
  expect(refused.map(({ body }) => body.code)).toEqual([
    ...['bad-copies', 'bad-copies', 'issue-state', 'issue-state', 'unknown-issue'],
  ]);
  const whole = (await step(subscriptionId, after, receive)).body;
  expect(whole).toMatchObject({ issue: { state: 'arrived' }, destination: 'shelf' });
  const undone = (await step(subscriptionId, whole.issue, { act: 'undo', copies: 2 })).body;
  expect(undone.issue).toMatchObject({ state: 'expected', received: [] });
});

test('A97 an issue that arrives before others leaves these awaited, and they are late only after their days', async () => {
  const subscriptionId = await made();
  const issues = await issuesOf(subscriptionId);
  await step(subscriptionId, issues[2], receive);
  const awaited = async (when: string) =>
    (await ask(listAwaited, { when, query: { within: '0' } })).body.issues.map(({ issue, due }) => [issue.on, due]);
  expect(await awaited('2026-03-10T12:00:00.000Z')).toEqual([
    ['2026-01-01', 'claim'],
    ['2026-02-01', 'claim'],
  ]);
  expect(await awaited('2026-02-10T12:00:00.000Z')).toEqual([
    ['2026-01-01', 'claim'],
    ['2026-02-01', 'nothing'],
  ]);
  expect((await shown(subscriptionId)).holdings[0]?.statement).toBe('v.5:no.3 (2026:Mar.)');
});

test('A97 a copy goes round by the routing list or to a hold, as the subscription says, never both', async () => {
  const goes = async (over: object) => {
    const subscriptionId = await made({ routing: ['Reading room', 'Ada Brook'], ...over });
    return (await step(subscriptionId, (await issuesOf(subscriptionId))[0], receive)).body;
  };
  expect(await goes({})).toMatchObject({ destination: 'routing', routing: ['Reading room', 'Ada Brook'] });
  expect((await goes({ routingFirst: false })).destination).toBe('routing');
  expect((await goes({ routing: [] })).destination).toBe('shelf');
  const two = await made({ routing: ['Ada Brook'], copies: 2 });
  const first = (await step(two, (await issuesOf(two))[0], receive)).body;
  const second = await step(two, first.issue, receive);
  expect(second.body).toEqual({ issue: expect.objectContaining({ state: 'arrived' }), destination: 'shelf' });
});

test('a barcode makes an item of the issue on the record of the library; one that is used already receives nothing', async () => {
  await loadBytes(table, memberId, fileOf([{ id: 'b1', title: 'Bee World', author: 'IBRA' }]));
  const item = { sourceId: 'cedar:b1', location: 'Periodicals', callNumber: 'P 12', category: 'periodical' };
  const subscriptionId = await made({ item, copies: 2, routing: ['Ada Brook'], routingFirst: false });
  const [first, second] = await issuesOf(subscriptionId);
  const asked = { act: 'receive', copies: 2, barcodes: ['31000000000017'] };
  const { body } = await step(subscriptionId, first, asked);
  expect(body).toMatchObject({ destination: 'holds-then-routing', issue: { state: 'arrived' } });
  const found = await findItem(table, '31000000000017');
  expect(found).toMatchObject({ itemId: body.issue.received[0]?.itemId, branchId: 'cedar.main' });
  const again = { act: 'receive', copies: 1, barcodes: ['31000000000025'] };
  const half = await step(subscriptionId, second, { ...again, barcodes: ['31000000000033'] });
  await step(subscriptionId, half.body.issue, again);
  expect(await findItem(table, '31000000000025')).toMatchObject({ copyNumber: '2' });
  const taken = await step(subscriptionId, (await issuesOf(subscriptionId))[2], asked);
  expect([taken.status, taken.body.code]).toEqual([409, 'barcode-taken']);
  const undo = { act: 'undo', copies: 2 };
  expect((await step(subscriptionId, body.issue, undo)).body.code).toBe('item-was-made');
  expect((await step(subscriptionId, body.issue, { ...undo, leavesItems: true })).body.issue.state).toBe('expected');
  const other = await made();
  const [plain] = await issuesOf(other);
  expect((await step(other, plain, asked)).status).toBe(422);
  const wrong = await made({ item: { ...item, sourceId: 'cedar:none' } });
  expect((await step(wrong, (await issuesOf(wrong))[0], { ...asked, copies: 1 })).body.code).toBe('unknown-record');
});

test('A54 late issues are claimed in one message; the same day again, or after they arrived, nothing is claimed', async () => {
  const subscriptionId = await made();
  const issues = await issuesOf(subscriptionId);
  const named = issues.slice(0, 3).map(({ issueId }) => ({ subscriptionId, issueId }));
  await step(subscriptionId, issues[1], receive);
  const { body } = await ask(claimIssues, { body: { issues: named } });
  expect(body.claimed).toMatchObject([{ label: 'v.5:no.1 (2026:Jan.)', number: 1, vendor: 'MIDWEST', copies: 1 }]);
  expect(body.dropped).toEqual([named[1], named[2]]);
  const again = await ask(claimIssues, { body: { issues: named } });
  expect(again.body.claimed).toEqual([]);
  const april = await ask(claimIssues, { body: { issues: named }, when: '2026-04-09T12:00:00.000Z' });
  expect(april.body.claimed.map(({ number }) => number)).toEqual([2, 1]);
  const due = await ask(listAwaited, { when: '2026-05-20T12:00:00.000Z' });
  expect(due.body.issues.map((row) => row.due)).toEqual(['give-up', 'claim', 'claim', 'nothing']);
  const [first] = await issuesOf(subscriptionId);
  const delayed = await step(subscriptionId, first, { act: 'delay', until: '2026-06-01' });
  const missing = await step(subscriptionId, delayed.body.issue, { act: 'missing', reason: 'never-received' });
  expect(missing.body.issue).toMatchObject({ state: 'missing', reason: 'never-received' });
  const back = await step(subscriptionId, missing.body.issue, { act: 'await' });
  expect(back.body.issue).not.toHaveProperty('reason');
  const two = await Promise.all(
    [1, 2].map(() => ask(claimIssues, { body: { issues: named.slice(2) }, when: '2026-05-21T12:00:00.000Z' })),
  );
  expect(two.flatMap(({ body: one }) => one.claimed)).toHaveLength(1);
});

test('A95 a pattern that changes in July leaves earlier issues and those that arrived, and predicts later ones again', async () => {
  const subscriptionId = await made();
  const issues = await issuesOf(subscriptionId);
  const august = issues.find(({ on }) => on === '2026-08-01');
  await step(subscriptionId, august, receive);
  const pattern = {
    ...monthly,
    frequency: 'b',
    levels: [{ caption: 'no.', restarts: false }],
    calendarChange: undefined,
  };
  const basic = { pattern: JSON.parse(JSON.stringify(pattern)), first: { on: '2026-07-01', numbers: [60] } };
  const { body, status } = await write({ subscriptionId, v: 1, series: { basic } });
  expect([status, body.versions.length]).toEqual([201, 2]);
  const after = await issuesOf(subscriptionId);
  expect(after.slice(4, 9).map(({ label, state }) => [label, state])).toEqual([
    ['v.5:no.5 (2026:May)', 'expected'],
    ['v.5:no.6 (2026:June)', 'expected'],
    ['no.60 (2026:July)', 'expected'],
    ['v.5:no.8 (2026:Aug.)', 'arrived'],
    ['no.61 (2026:Sept.)', 'expected'],
  ]);
});

test('A98 nothing is expected after the end of a subscription; one that is renewed continues its numbers', async () => {
  const subscriptionId = await made();
  const ended = (await write({ subscriptionId, v: 1, series: undefined, endsOn: '2026-12-31' })).body;
  const last = async () => (await issuesOf(subscriptionId)).at(-1)?.label;
  expect([ended.v, await last()]).toEqual([2, 'v.5:no.12 (2026:Dec.)']);
  const none = await ask(predictIssues, { path: { subscriptionId }, body: { count: 1, v: 2 } });
  expect(none.body.code).toBe('no-more-issues');
  await write({ subscriptionId, v: 2, series: undefined, endsOn: '2027-03-31' });
  const labels = (await issuesOf(subscriptionId)).map(({ label }) => label);
  expect(labels.slice(11)).toEqual([
    ...['v.5:no.12 (2026:Dec.)', 'v.6:no.1 (2027:Jan.)', 'v.6:no.2 (2027:Feb.)', 'v.6:no.3 (2027:Mar.)'],
  ]);
});

test('A98 a subscription that ended earlier than an issue that arrived is renewed with that issue as it is', async () => {
  const subscriptionId = await made();
  const january = (await issuesOf(subscriptionId)).find(({ on }) => on === '2027-01-01');
  await step(subscriptionId, january, receive);
  // The arrival of one of the last predicted issues predicts further ones.
  const ended = await write({ subscriptionId, v: 2, series: undefined, endsOn: '2026-12-31' });
  const renewed = await write({ subscriptionId, v: 3, series: undefined, endsOn: '2027-12-31' });
  expect([ended.status, renewed.status]).toEqual([201, 201]);
  const after = (await issuesOf(subscriptionId)).slice(11, 15).map(({ label, state }) => `${label} ${state}`);
  expect(after).toEqual([
    ...['v.5:no.12 (2026:Dec.) expected', 'v.6:no.1 (2027:Jan.) arrived'],
    ...['v.6:no.2 (2027:Feb.) expected', 'v.6:no.3 (2027:Mar.) expected'],
  ]);
});

test('A98 an issue that was delayed long before its day does not stop the prediction of those around it', async () => {
  const subscriptionId = await made();
  await ask(predictIssues, { path: { subscriptionId }, body: { count: 12, v: 1 } });
  const far = (await issuesOf(subscriptionId)).find(({ on }) => on === '2028-02-01');
  await step(subscriptionId, far, { act: 'delay', until: '2028-03-15' });
  await write({ subscriptionId, v: 2, series: undefined, endsOn: '2026-12-31' });
  await write({ subscriptionId, v: 3, series: undefined });
  const more = await ask(predictIssues, { path: { subscriptionId }, body: { count: 12, v: 4 } });
  expect(more.status).toBe(200);
  const days = (await issuesOf(subscriptionId)).map(({ on }) => on);
  expect([days.length, new Set(days).size, days.at(-1)]).toEqual([28, 28, '2028-04-01']);
});

test('A98 a subscription that ended before its new pattern began has the issues of the earlier pattern when it is renewed', async () => {
  const subscriptionId = await made();
  const pattern = { ...monthly, frequency: 'b' };
  const basic = { pattern, first: { on: '2026-07-01', numbers: [5, 7] } };
  await write({ subscriptionId, v: 1, series: { basic } });
  await write({ subscriptionId, v: 2, series: undefined, endsOn: '2026-04-30' });
  expect((await issuesOf(subscriptionId)).map(({ on }) => on).at(-1)).toBe('2026-04-01');
  const days = async () => (await issuesOf(subscriptionId)).slice(3).map(({ on }) => on.slice(0, 7));
  await write({ subscriptionId, v: 3, series: undefined, endsOn: '2026-05-31' });
  expect(await days()).toEqual(['2026-04', '2026-05']);
  await write({ subscriptionId, v: 4, series: undefined, endsOn: '2026-12-31' });
  expect(await days()).toEqual(['2026-04', '2026-05', '2026-06', '2026-07', '2026-09', '2026-11']);
});

test('A95 a new pattern does not predict again the issues that arrived, and its numbers go on after them', async () => {
  const subscriptionId = await made();
  const issues = await issuesOf(subscriptionId);
  for (const on of ['2026-07-01', '2026-08-01'])
    await step(
      subscriptionId,
      issues.find((issue) => issue.on === on),
      receive,
    );
  const pattern = { ...monthly, levels: [{ caption: 'vol.', restarts: false }, monthly.levels[1]] };
  const basic = { pattern, first: { on: '2026-07-01', numbers: [5, 7] } };
  expect((await write({ subscriptionId, v: 1, series: { basic } })).status).toBe(201);
  const after = (await issuesOf(subscriptionId)).slice(5, 9).map(({ label, state }) => `${label} ${state}`);
  expect(after).toEqual([
    ...['v.5:no.6 (2026:June) expected', 'v.5:no.7 (2026:July) arrived'],
    ...['v.5:no.8 (2026:Aug.) arrived', 'vol.5:no.9 (2026:Sept.) expected'],
  ]);
});

test('the issues of a daily are predicted as they arrive, and A96 those that are numbered and do not appear are reported', async () => {
  const daily = { frequency: 'd', levels: [{ caption: 'no.', restarts: false }], dates: ['year', 'month', 'day'] };
  const pattern = { ...daily, language: 'en', skipped: [2] };
  const subscriptionId = await made({ series: { basic: { pattern, first: { on: '2026-03-01', numbers: [1] } } } });
  const before = await issuesOf(subscriptionId);
  expect([before.length, before[1]?.state]).toEqual([40, 'not-issued']);
  await step(subscriptionId, before[0], receive);
  expect(await issuesOf(subscriptionId)).toHaveLength(40);
  await step(subscriptionId, before[36], receive);
  expect((await issuesOf(subscriptionId)).length).toBe(80);
  await step(subscriptionId, before[2], receive);
  const { holdings } = await shown(subscriptionId);
  expect(holdings[0]).toMatchObject({
    statement: 'no.1 (2026:Mar. 1)-no.3 (2026:Mar. 3), no.37 (2026:Apr. 6)',
    marc: [
      '853 20 $81$ano.$i(year)$j(month)$k(day)$wd',
      '863 40 $81.1$a1-3$i2026$j03$k01-03',
      '863 40 $81.2$a37$i2026$j04$k06',
    ],
  });
});

test('supplements are predicted beside the issues, and have a statement of their own', async () => {
  const supplement = {
    pattern: { frequency: 'a', levels: [{ caption: 'suppl.', restarts: false }], dates: ['year'], language: 'en' },
    first: { on: '2026-02-01', numbers: [3] },
  };
  const subscriptionId = await made({ series: { ...series, supplement } });
  const issues = await issuesOf(subscriptionId);
  expect(issues.map(({ label }) => label).filter((label) => label.startsWith('suppl'))).toEqual([
    ...['suppl.3 (2026)', 'suppl.4 (2027)'],
  ]);
  await step(
    subscriptionId,
    issues.find(({ label }) => label === 'suppl.3 (2026)'),
    receive,
  );
  expect((await shown(subscriptionId)).holdings.map(({ statement }) => statement)).toEqual(['', 'suppl.3 (2026)']);
});

test('a subscription that cannot be is refused with its reason', async () => {
  const subscriptionId = await made();
  const refused = [
    await write({ series: undefined }),
    await write({ branchId: 'elm.main' }),
    await write({ branchId: 'cedar.none' }),
    await write({ vendor: 'NOBODY' }),
    await write({ orderId: 'ord_none' }),
    await write({ item: { sourceId: 'elm:b1', location: '', callNumber: '', category: 'periodical' } }),
    await write({ subscriptionId: 'sub_none', v: 1 }),
    await write({ subscriptionId, v: 7 }),
  ];
  expect(refused.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
    ...['422 no-pattern', '422 branch-elsewhere', '422 branch-elsewhere', '422 unknown-vendor', '422 unknown-order'],
    ...['404 unknown-record', '404 unknown-subscription', '409 changed-meanwhile'],
  ]);
  expect(
    (await write({ series: { basic: { ...series.basic, first: { on: '2026-01-01', numbers: [1] } } } })).status,
  ).toBe(400);
  expect((await write({ claims: { after: 0, every: 1, most: 1 } })).status).toBe(400);
  for (let v = 1; v < 30; v += 1) await write({ subscriptionId, v });
  expect((await write({ subscriptionId, v: 30 })).body.code).toBe('too-many-patterns');
});

test('a pattern whose issues are too many to replace at once is refused', async () => {
  const daily = { frequency: 'd', levels: [], dates: ['year', 'month', 'day'], language: 'en' };
  const basic = { pattern: daily, first: { on: '2026-03-01', numbers: [] } };
  const subscriptionId = await made({ series: { basic } });
  for (const v of [1, 2]) await ask(predictIssues, { path: { subscriptionId }, body: { count: 20, v } });
  expect((await write({ subscriptionId, v: 3, series: { basic } })).body.code).toBe('too-many-issues');
  const later = { basic: { pattern: daily, first: { on: '2026-05-01', numbers: [] } } };
  expect((await write({ subscriptionId, v: 3, series: later })).status).toBe(201);
});

test('a pattern is previewed as it is stated or read from MARC 21, after the last issue that its holdings name', async () => {
  const preview = (of: object) => ask(previewIssues, { body: { count: 2, of } });
  const { body } = await preview({ series: [{ kind: 'basic', ...series.basic }] });
  expect(body.issues.map(({ label }) => label)).toEqual(['v.5:no.1 (2026:Jan.)', 'v.5:no.2 (2026:Feb.)']);
  const mfhd = '853 20 $81$av.$bno.$u12$vr$i(year)$j(month)$wm$x01\n863 40 $81.1$a1-4$b1-12$i2023-2026$j01-12';
  const read = await preview({ mfhd, language: 'en' });
  expect(read.body.series[0]?.first).toEqual({ on: '2027-01-01', numbers: [5, 1] });
  expect(read.body.issues.map(({ label }) => label)).toEqual(['v.5:no.1 (2027:Jan.)', 'v.5:no.2 (2027:Feb.)']);
  const codes = ['nothing', '853 20 $av.$i(eon)$wm', '853 20 $av.$yqq', '853 20 $av.$yom13'];
  const refused = await Promise.all(codes.map((text) => preview({ mfhd: text, language: 'en' })));
  expect(refused.map((one) => one.body.code)).toEqual([
    'no-pattern',
    'unknown-caption',
    'bad-regularity',
    'wrong-pattern',
  ]);
});

test('A93 a serial that is taken over in the middle of a month keeps its days when it is stored', async () => {
  const mfhd = '853 20 $81$ano.$i(year)$j(month)$k(day)$ws\n863 40 $81.1$a7$i2026$j01$k01';
  const read = await ask(previewIssues, { body: { count: 4, of: { mfhd, language: 'en' } } });
  const [basic] = read.body.series as { kind?: string; pattern?: object; first: object }[];
  expect(basic?.first).toEqual({ on: '2026-01-16', numbers: [8], anchor: '2026-01-01' });
  const subscriptionId = await made({ series: { basic: { pattern: basic?.pattern, first: basic?.first } } });
  const days = ['2026-01-16', '2026-02-01', '2026-02-15', '2026-03-01'];
  expect(read.body.issues.map(({ on }) => on)).toEqual(days);
  expect((await issuesOf(subscriptionId)).slice(0, 4).map(({ on }) => on)).toEqual(days);
});

test('lists refuse a cursor of another list, and show the subscriptions and issues of one branch', async () => {
  await withBranch(table, 'cedar.north');
  await made();
  const other = await made({ branchId: 'cedar.north', title: 'Wing' });
  const cursor = { after: 'abc' };
  const refused = [
    await ask(listSubscriptions, { query: cursor }),
    await ask(listAwaited, { query: cursor }),
    await ask(listIssues, { path: { subscriptionId: other }, query: cursor }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400]);
  const query = { branch: 'cedar.north' };
  expect((await ask(listSubscriptions, { query })).body.subscriptions.map(({ title }) => title)).toEqual(['Wing']);
  expect((await ask(listAwaited, { query })).body.issues).toHaveLength(3);
});

test('A49 staff of another library see and change nothing; who reads all books reads', async () => {
  const subscriptionId = await made();
  const [first] = await issuesOf(subscriptionId);
  const elm = staffAt('elm', 'acquisitions');
  const own = { path: { memberId: 'elm', subscriptionId }, actor: elm };
  const there = { path: { subscriptionId }, actor: elm };
  const reads = [showSubscription, listIssues];
  for (const handler of reads) expect((await ask(handler, own)).body.code).toBe('unknown-subscription');
  for (const handler of reads) expect((await ask(handler, there)).status).toBe(403);
  for (const handler of [listSubscriptions, listAwaited]) expect((await ask(handler, { actor: elm })).status).toBe(403);
  const path = { memberId: 'elm', subscriptionId, issueId: first?.issueId };
  expect((await ask(stepIssue, { actor: elm, path, body: { step: receive, v: 1 } })).status).toBe(404);
  expect((await ask(predictIssues, { ...own, body: { count: 1, v: 1 } })).status).toBe(404);
  const issues = [{ subscriptionId, issueId: first?.issueId }];
  const claim = await ask(claimIssues, { actor: elm, path: { memberId: 'elm' }, body: { issues } });
  expect(claim.body).toEqual({ claimed: [], dropped: issues });
  const auditor = consortiumStaff('auditor');
  expect((await ask(showSubscription, { path: { subscriptionId }, actor: auditor })).status).toBe(200);
  expect((await step(subscriptionId, first, receive, { actor: auditor })).status).toBe(403);
});
