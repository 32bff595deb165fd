import type { Audience } from '../../../functions/catalogue/public/audience.ts';
import { citationOfRecord } from '../../../functions/catalogue/public/citation-of-record.ts';
import { describeUnion } from '../../../functions/catalogue/public/describe-union.ts';
import { everybody } from '../../../functions/catalogue/public/everybody.ts';
import { leadingMembers } from '../../../functions/catalogue/public/leading-members.ts';
import { handler as showOptions } from '../../../functions/resource-sharing/operations/show-request-options/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { hide } from '../../builders/hiding.ts';
import { aBorrower } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { aPartner, aSharingConsortium, catalogued, resolved } from '../../builders/request-options.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

let table: Table;
let index: TestIndex;
let patron: Actor;
let lines: string[];
let [emma, ledger] = ['', ''];

beforeAll(async () => {
  lines = [];
  jest.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)));
  process.env.BUCKET_NAME = 'no-bucket';
  table = await aTable();
  index = anIndex();
  await aSharingConsortium(table);
  await aPartner(table, { partnerId: 'prt_free' });
  ({ actor: patron } = await aBorrower(table));
  [emma = '', ledger = ''] = await catalogued(table, index, 'ash', [
    { id: 'e1', title: 'Emma', author: 'Austen, Jane', year: '2003', isbn: '9780141439587', items: ['$aMAIN$pE1$yBK'] },
    // A local number that looks like the OCLC number of another title.
    { id: '50234441', title: 'A quiet ledger', author: 'Holm, Ida', items: ['$aMAIN$pL1$yBK'] },
  ]);
});
afterAll(() => index.drop());

const whole = 'genre=book&isbn=0-14-143958-0&rft.isbn=9780141439587&rft_id=urn:ISBN:0141439580&sid=x';

test('finding B12: anyone sees the citation and its record, by any form of its number; anonymous users see no options', async () => {
  expect(await resolved(whole)).toMatchObject({
    status: 200,
    body: {
      ...{
        version: '1.0',
        citation: { kind: 'book', isbn: ['9780141439587'], source: 'x' },
        missing: [],
        wants: 'loan',
      },
      record: { recordId: emma, title: 'Emma', author: 'Austen, Jane', year: 2003, format: 'book' },
    },
  });
  expect((await resolved(whole)).body).not.toHaveProperty('options');
  expect((await resolved(whole, staffAt('ash.main', 'ill'))).body).not.toHaveProperty('options');
});

test('a signed-in patron sees the options, at the branch and by the day that the source names', async () => {
  const query = `${whole}&svc.pickupLocation=cedar.north&svc.neededBy=2026-03-20`;
  const { body } = await resolved(query, patron);
  expect(body).toMatchObject({
    service: { pickup: 'cedar.north', needBy: '2026-03-20' },
    options: {
      ...{ recordId: emma, inConsortium: true, pickupBranch: 'cedar.north' },
      ways: [{ way: 'consortium-loan', suggested: true, asks: 'ash' }, { way: 'hold' }, { way: 'outside-loan' }],
    },
  });
  const late = await resolved(`${whole}&svc.neededBy=2026-03-03`, patron);
  expect(late.body).toMatchObject({ options: { pickupBranch: 'cedar.main' } });
  const { ways } = (late.body as { options: { ways: { way: string; open: boolean }[] } }).options;
  expect(ways.map(({ open }) => open)).toEqual([false, false, false]);
  const nonsense = await resolved(`${whole}&svc.pickupLocation=nowhere.at-all&svc.neededBy=1999-01-01`, patron);
  expect(nonsense.body).toMatchObject({ options: { ways: [{ way: 'consortium-loan', suggested: true }, {}, {}] } });
});

test('a number that only resembles that of a record of ours is ignored', async () => {
  const { body } = await resolved('genre=book&title=Persuasion&rft_id=info:oclcnum/50234441');
  expect(body).toMatchObject({ citation: { oclc: '50234441' } });
  expect(body).not.toHaveProperty('record');
  expect(ledger).toMatch(/^rec_/);
});

test('finding I1, finding B12: a link without a number leads to the record of its title and author, and to those that may be meant', async () => {
  const byTitle = 'genre=book&title=Emma&au=Jane+Austen&date=2003';
  expect((await resolved(byTitle, patron)).body).toMatchObject({
    ...{ record: { recordId: emma, title: 'Emma' }, possible: [] },
    options: { recordId: emma, inConsortium: true, ways: [{ way: 'consortium-loan', suggested: true }, {}, {}] },
  });
  const otherYear = await resolved('genre=book&title=Emma&au=Jane+Austen&date=1816', patron);
  expect(otherYear.body).toMatchObject({
    possible: [{ recordId: emma, title: 'Emma', author: 'Austen, Jane', year: 2003, format: 'book' }],
    options: { inConsortium: false, possible: [{ recordId: emma }] },
  });
  expect(otherYear.body).not.toHaveProperty('record');
});

test('an article is matched to the journal of its ISSN, as a copy; missing titles are reported', async () => {
  const article = 'sid=google&auinit=B&aulast=Russell&atitle=On+denoting&title=Mind&volume=14&spage=479&issn=0026-4423';
  expect((await resolved(article, patron)).body).toMatchObject({
    ...{ version: '0.1', wants: 'copy', missing: [] },
    options: {
      inConsortium: false,
      service: 'copy',
      ways: [{ way: 'outside-loan', suggested: true, asks: 'prt_free' }, {}, {}],
    },
  });
  expect((await resolved('genre=article&title=Mind')).body).toMatchObject({ missing: ['partTitle', 'date'] });
  expect((await resolved('')).body).toMatchObject({ citation: { kind: 'other' }, missing: ['title'] });
});

test('keys of any source are accepted, including repeated ones; the requester is in no log', async () => {
  const query = `${whole}&req_id=mailto:reader@example.org&pid=%3Csession%3E42%3C%2Fsession%3E&flavour=mint&flavour=lime`;
  lines.length = 0;
  const { status, body } = await resolved(query);
  expect([status, (body as { ignored: string[] }).ignored.toSorted()]).toEqual([200, ['flavour', 'pid', 'req_id']]);
  expect(lines.join()).not.toContain('reader');
  expect(await resolved(`title=${'x'.repeat(9000)}`)).toMatchObject({ status: 400, body: { code: 'bad-input' } });
});

describe('a record hidden by its member', () => {
  const now = Date.parse('2026-03-02T11:00:00.000Z');
  const hidden = async (from: Audience[], see: () => Promise<void>, branchId?: string): Promise<void> => {
    await hide(table, 'ash:e1', from, branchId);
    await see().finally(() => hide(table, 'ash:e1', [], branchId));
  };
  const openWays = async (): Promise<string[]> => {
    const { ways } = ((await resolved(whole, patron)).body as { options: { ways: { way: string; open: boolean }[] } })
      .options;
    return ways.filter(({ open }) => open).map(({ way }) => way);
  };

  test('from the public is shown to staff only, even before the index knows; none of its text goes into a citation', () =>
    hidden(['public'], async () => {
      expect((await resolved(whole)).body).not.toHaveProperty('record');
      expect((await resolved(whole, staffAt('ash.main', 'ill'))).body).toMatchObject({ record: { title: 'Emma' } });
      const deps = { table, leads: leadingMembers(table) };
      const viewer = { kind: 'staff' as const, members: ['ash'] };
      const seen = await describeUnion(deps, emma, { viewer, now });
      expect(seen?.description.titles.title).toBe('Emma');
      expect(seen && citationOfRecord(seen, { kind: 'book', title: 'As typed' })).toEqual({
        ...{ kind: 'book', title: 'As typed' },
      });
      expect(await describeUnion(deps, emma, { viewer: everybody, now })).toBeUndefined();
    }));

  test('from other members is not requested by them: it has no record for them, and its holdings give no loan', async () => {
    expect(await openWays()).toContain('consortium-loan');
    await hidden(['other-members'], async () => expect(await openWays()).not.toContain('consortium-loan'), 'ash.main');
    await hidden(['other-members'], async () => {
      const options = await call(showOptions, { actor: patron, query: { recordId: emma } });
      expect(options).toMatchObject({ body: { code: 'unknown-record' } });
    });
    expect(await openWays()).toContain('consortium-loan');
  });
});
