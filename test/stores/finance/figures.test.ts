import { handler as listFigures } from '../../../functions/finance/operations/list-figures/handler.ts';
import { handler as setFigures } from '../../../functions/finance/operations/set-figures/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { keys as auditKeys } from '../../../layers/records/audit/data/keys.ts';
import { call } from '../../builders/call.ts';
import { figuresOf, withFigures, withMembers } from '../../builders/cost-sharing.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

let table: Table;
const now = () => at('2026-11-24T10:00:00.000Z');
const preparer = consortiumStaff('finance-preparer');
const set = (memberId: string, body: object, actor: Actor = staffAt(memberId, 'member-finance'), headers = {}) =>
  call(setFigures.using(now()), { actor, path: { memberId }, body: { figures: {}, v: 0, ...body }, headers });
const items = (value: number) => ({ figures: { items: { 2026: value } } });
const listed = async (actor: Actor, query: Record<string, string> = {}) =>
  call(listFigures.using(now()), { actor, query });

beforeAll(async () => {
  table = await aTable();
  await withMembers(table, 'ash', 'birch', 'cedar', 'dogwood');
});
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

test('a member reports its own figures; person, time and old values of changes are stored', async () => {
  const first = await set('ash', { ...items(10), flags: ['rural'], optedInto: ['e-books'] });
  const by = 'staff:stf_of-ash';
  expect(first).toMatchObject({
    status: 200,
    body: { v: 1, takesPart: true, changed: { by, at: '2026-11-24T10:00:00.000Z' } },
  });
  const later = call(setFigures.using(at('2026-11-24T11:00:00.000Z')), {
    ...{ actor: staffAt('ash', 'member-finance'), path: { memberId: 'ash' } },
    body: { ...items(12), v: 1 },
  });
  expect((await later).body).toMatchObject({ v: 2, flags: [] });
  const audit = await table.queryAll({
    partition: auditKeys.key('audit', { subject: 'figures:ash', at: 'a', auditId: 'b' }).pk,
  });
  expect(audit.map(({ did, by: who, detail }) => [did, who, detail])).toMatchObject([
    ['set-figures', by, { after: items(10) }],
    ['set-figures', by, { before: items(10), after: items(12) }],
  ]);
  expect((await listed(staffAt('ash', 'member-finance'), { member: 'ash' })).body).toMatchObject({
    figures: [items(12)],
  });
});

test('the consortium sets what a member paid, when it joined and whether it takes part', async () => {
  for (const fields of [{ feeBefore: 1 }, { joined: 2020 }, { takesPart: false }])
    expect(await set('birch', { ...items(1), ...fields })).toMatchObject({
      status: 422,
      body: { code: 'consortium-says' },
    });
  expect((await set('birch', { ...items(1), feeBefore: 900, joined: 2020 }, preparer)).status).toBe(200);
  expect((await set('birch', { ...items(2), v: 1 })).body).toMatchObject({ code: 'consortium-says' });
  expect((await set('birch', { ...items(2), feeBefore: 900, joined: 2020, v: 1 })).body).toMatchObject({ v: 2 });
});

test('of concurrently set figures one is written; a key sets them once', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map((value) => set('cedar', items(value))));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  const headers = { 'idempotency-key': 'figures-1' };
  const one = await set('cedar', { ...items(9), v: 1 }, preparer, headers);
  expect(await set('cedar', { ...items(9), v: 1 }, preparer, headers)).toMatchObject({ status: 200, body: one.body });
  expect((await set('cedar', { ...items(8), v: 1 })).body).toMatchObject({ code: 'changed-meanwhile' });
});

test('F7 no one sets or reads another member’s figures, nor those of an unknown member', async () => {
  const other = staffAt('birch', 'member-finance');
  expect((await set('ash', items(1), other)).body).toMatchObject({ code: 'not-permitted' });
  expect((await set('ash', items(1), consortiumStaff('auditor'))).body).toMatchObject({ code: 'not-permitted' });
  for (const query of [{}, { member: 'ash' }])
    expect((await listed(other, query as Record<string, string>)).body).toMatchObject({ code: 'not-permitted' });
  expect(await set('nowhere', items(1), preparer)).toMatchObject({ status: 404, body: { code: 'unknown-member' } });
  expect(await set('ash', { figures: { items: { 2026: -1 } } })).toMatchObject({
    status: 400,
    body: { code: 'bad-input' },
  });
});

test('figures of all are read page by page', async () => {
  await withFigures(
    table,
    Array.from({ length: 7 }, (_, i) => figuresOf(`lib-${i}`, { items: i })),
  );
  const found: string[] = [];
  let after: string | undefined;
  do {
    const { body } = await listed(consortiumStaff('auditor'), { limit: '3', ...(after ? { after } : {}) });
    const page = body as { figures: { memberId: string }[]; next?: string };
    found.push(...page.figures.map(({ memberId }) => memberId));
    after = page.next;
  } while (after);
  expect(found).toEqual(['ash', 'birch', 'cedar', ...Array.from({ length: 7 }, (_, i) => `lib-${i}`)]);
  expect((await listed(consortiumStaff('auditor'), { after: 'bm8' })).body).toMatchObject({ code: 'bad-cursor' });
});
