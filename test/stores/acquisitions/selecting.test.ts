import type { Order } from '../../../functions/acquisitions/domain/order.ts';
import { handler as listTitlesToBuy } from '../../../functions/acquisitions/operations/list-titles-to-buy/handler.ts';
import { handler as moveMoney } from '../../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as setFund } from '../../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setYear } from '../../../functions/acquisitions/operations/set-year/handler.ts';
import { contributeRecords } from '../../../functions/catalogue/public/contribute-records.ts';
import { matchingRules } from '../../../functions/catalogue/public/matching-rules.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import {
  aBuyer,
  aDraft,
  askAs,
  holdsWait,
  lineOf as line,
  onOrderBy,
  aPlacedOrder as placed,
  stepWith as step,
  yearTerms as terms,
  year,
} from '../../builders/buying.ts';
import { monday } from '../../builders/circulation.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy } from '../../builders/lending.ts';
import { aRecord, datafield } from '../../builders/marc-records.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const [TEN, THIRTEEN] = ['0306406152', '9780306406157'];
let table: Awaited<ReturnType<typeof aTable>>;

type Wanted = { recordId: string; title: string; proposed: number; holds: number };
type Answer = Order & { code?: string; titles: Wanted[]; next?: string; holdsPerCopy: number };
const ask = askAs<Answer>;
const written = aDraft;
const onOrder = (title = THIRTEEN) => onOrderBy(table, title);

/** A title of ash with an ISBN, copies at these branches, and so many holds. */
const aTitle = async (isbn: string, branches: readonly string[], holds: number): Promise<string> => {
  const record = aRecord([datafield('020', '  ', `$a${isbn}`), datafield('245', '10', `$aTitle ${isbn}`)], {
    '001': `b${isbn}`,
  });
  const rulesAt = matchingRules(table);
  const contributing = { table, ids: systemIds, rulesAt, now: Date.parse(monday), importId: 'imp_1' };
  await contributeRecords(contributing, 'ash', [record]);
  const sourceId = `ash:b${isbn}`;
  const source = (await scanAll(table.name)).find((row) => row.entity === 'source' && row.sourceId === sourceId);
  const recordId = String(source?.recordId);
  for (const branchId of branches) await aCopy(table, { recordId, sourceId, branchId });
  await holdsWait(table, recordId, holds);
  return recordId;
};

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  for (const member of ['cedar', 'birch']) await aBuyer(table, member);
});

test('A41 a title with 25 holds on 3 copies is listed with 2 more to buy, and one with 18 holds is not; orders of all libraries count', async () => {
  const branches = ['ash.main', 'birch.east', 'cedar.main'];
  const recordId = await aTitle(THIRTEEN, branches, 25);
  await aTitle('9780441478125', branches, 18);
  const listed = async () => (await ask(listTitlesToBuy, {})).body;
  const counts = { holds: 25, copies: 3, ownCopies: 1, onOrder: 0, ownOnOrder: 0, proposed: 2 };
  expect(await listed()).toEqual({
    holdsPerCopy: 6,
    titles: [{ recordId, title: `Title ${THIRTEEN}`, isbn: THIRTEEN, ...counts }],
  });
  const own = await placed([line({ isbn: TEN })]);
  expect((await listed()).titles).toMatchObject([{ onOrder: 1, ownOnOrder: 1, proposed: 1 }]);
  await placed([line({ recordId })], 'birch');
  expect((await listed()).titles).toEqual([]);
  await step(own, { act: 'cancel', reason: 'Out of print' });
  expect((await listed()).titles).toMatchObject([{ onOrder: 1, ownOnOrder: 0, proposed: 1 }]);
  // Three holds on a copy at most, by the rule of the library for this year.
  await ask(setYear, {
    ...{ actor: staffAt('cedar', 'member-finance'), path: { year }, body: { ...terms, holdsPerCopy: 3, v: 1 } },
  });
  expect(await listed()).toMatchObject({ holdsPerCopy: 3, titles: [{ proposed: 5 }, { holds: 18, proposed: 3 }] });
  const first = (await ask(listTitlesToBuy, { query: { limit: '1' } })).body;
  const second = (await ask(listTitlesToBuy, { query: { limit: '1', after: first.next ?? '' } })).body;
  expect([first, second].map(({ titles }) => titles.map(({ holds }) => holds))).toEqual([[25], [18]]);
});

test('copies are on order from the placing of an order until they arrive or are cancelled, in the write that changes the order', async () => {
  const draft = await written([line({ isbn: TEN }, 3), line({ isbn: THIRTEEN }, 2)]);
  expect(await onOrder()).toEqual({});
  let order = (await step(draft, { act: 'place' })).body;
  expect(await onOrder()).toEqual({ cedar: 5 });
  order = (await step(order, { act: 'withdraw', reason: 'Another edition' })).body;
  expect(await onOrder()).toEqual({});
  order = (await step(order, { act: 'place' })).body;
  order = (await step(order, { act: 'receive', line: 1, copies: 2 })).body;
  expect(await onOrder()).toEqual({ cedar: 3 });
  order = (await step(order, { act: 'receive', line: 1, copies: -1 })).body;
  expect(await onOrder()).toEqual({ cedar: 4 });
  order = (await step(order, { act: 'cancel', line: 2, reason: 'Out of print' })).body;
  expect(await onOrder()).toEqual({ cedar: 2 });
  await step(order, { act: 'receive', line: 1, copies: 2 });
  expect(await onOrder()).toEqual({});
});

test('orders of one title that are placed at the same time are all counted, those of each library by themselves', async () => {
  const drafts = await Promise.all(
    ['cedar', 'birch', 'cedar', 'birch', 'cedar'].map((member) => written([line({ isbn: THIRTEEN }, 2)], member)),
  );
  const answers = await Promise.all(drafts.map((draft) => step(draft, { act: 'place' })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(await onOrder()).toEqual({ cedar: 6, birch: 4 });
});

test('an order of more titles and funds than one transaction writes is refused, and is placed as two', async () => {
  const by = { actor: staffAt('cedar', 'member-finance') };
  const limits = { encumbrance: 'unlimited', expenditure: 'unlimited', warning: 'none' };
  const codes = Array.from({ length: 15 }, (_, at) => `F${at}`);
  for (const code of codes)
    for (const level of [1, 2, 3, 4]) {
      const parent = level === 1 ? {} : { parent: `${code}-${level - 1}` };
      const body = { name: code, state: 'active', limits, edition: 0, ...parent };
      await ask(setFund, { ...by, path: { year, code: `${code}-${level}` }, body });
      if (level === 4) {
        const money = { kind: 'allocation', to: `${code}-4`, amount: 100_000 };
        await ask(moveMoney, { ...by, path: { year }, body: money });
      }
    }
  const lines = Array.from({ length: 36 }, (_, at) =>
    line({ recordId: `rec_${at}`, shares: [{ fund: `${codes[at % 15]}-4`, percent: 10_000 }] }),
  );
  const refused = await step(await written(lines), { act: 'place' });
  expect(refused.body.code).toBe('order-too-large');
  expect((await step(await written(lines.slice(1)), { act: 'place' })).body.state).toBe('placed');
  expect(await onOrder('rec_0')).toEqual({});
});

test('A49 staff of another library do not see the list of a library, the auditor does; what is hidden from a person is not listed', async () => {
  await aTitle(THIRTEEN, ['ash.main'], 25);
  const statuses = [staffAt('birch', 'acquisitions'), staffAt('cedar', 'desk'), consortiumStaff('auditor')].map(
    async (actor) => (await ask(listTitlesToBuy, { actor })).status,
  );
  expect(await Promise.all(statuses)).toEqual([403, 403, 200]);
  const hidden = (await scanAll(table.name)).find((row) => row.entity === 'source');
  await table.write([
    { update: { pk: String(hidden?.pk), sk: String(hidden?.sk) }, set: { hiddenFrom: ['public', 'other-members'] } },
  ]);
  expect((await ask(listTitlesToBuy, {})).body.titles).toEqual([]);
  expect((await ask(listTitlesToBuy, { query: { after: 'e30' } })).body.code).toBe('bad-cursor');
});
