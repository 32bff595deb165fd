import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { aHold } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aPlacedHold, countersOf } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import {
  aLentTitle,
  aPartner,
  aSharingConsortium,
  aTitleAt,
  catalogued,
  euros,
  inDays,
  monday,
  optionsFor,
} from '../../builders/request-options.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { sharingAt } from '../../builders/sharing.ts';
import '../../builders/loan-machine.ts';

let table: Table;
let index: TestIndex;
let sharing: ReturnType<typeof sharingAt>;
let patron: Actor;
let patronId: string;
const pickupBranch = 'cedar.main';
const orchard = { kind: 'book', title: 'The glass orchard', author: 'Leger, Ana', date: '1998' };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  table = await aTable();
  index = anIndex();
  await aSharingConsortium(table);
  await aPartner(table, { partnerId: 'prt_dear', loanCost: euros(1500), copyCost: euros(400) });
  await aPartner(table, { partnerId: 'prt_last', lastResort: true, transitDays: 20 });
});
afterAll(() => index.drop());
beforeEach(async () => {
  ({ actor: patron, patronId } = await aBorrower(table));
  sharing = sharingAt(monday);
  sharing.begin(systemRuntime());
});

const place = (body: Record<string, unknown>, actor = patron) => sharing.place(actor, { pickupBranch, ...body });
const stored = async (requestId: string) => (await loanRequestStore(table).load(requestId))?.request;
const codes = (body: unknown): string[] => (body as { errors: { code: string }[] }).errors.map(({ code }) => code);

describe('the available options', () => {
  test('C83 a free copy is held: delivered by courier in two days, free of charge; the other options give a reason', async () => {
    const { body, way } = await optionsFor(patron, { recordId: await aTitleAt(table, 'cedar.north'), pickupBranch });
    expect(body.ways[0]).toEqual({ way: 'hold', open: true, suggested: true, by: inDays(2), closed: [] });
    expect(way['consortium-loan']).toMatchObject({
      open: false,
      closed: [{ code: 'hold-instead' }, { code: 'no-supplier' }],
    });
    expect(way['outside-loan']).toMatchObject({ open: false, closed: [{ code: 'hold-instead' }] });
  });

  test('an item lent on request only is a loan between members, and outside as a fallback', async () => {
    const { body, way } = await optionsFor(patron, { recordId: await aTitleAt(table, 'ash.main', 'elm.main') });
    const [first] = body.ways;
    expect(first).toMatchObject({ way: 'consortium-loan', suggested: true, asks: 'ash' });
    expect(Date.parse(first?.by ?? '') - Date.parse(inDays(2))).toBe(3 * 60_000);
    expect(first?.cost).toBeUndefined();
    expect(way.hold).toMatchObject({ open: false, closed: [{ code: 'only-on-request' }] });
    expect(way['outside-loan']).toMatchObject({
      open: true,
      after: 'consortium-loan',
      asks: 'prt_dear',
      cost: euros(1500),
    });
  });

  test('C83 a waiting hold is suggested before a library outside, unless it would miss the day', async () => {
    const recordId = await aLentTitle(table, 'cedar.north');
    const patient = await optionsFor(patron, { recordId, pickupBranch });
    expect(patient.body.ways[0]).toMatchObject({ way: 'hold', waits: true, suggested: true, by: inDays(30) });
    expect(patient.way['outside-loan']).toMatchObject({ open: false, closed: [{ code: 'held-in-consortium' }] });
    const hurried = await optionsFor(patron, { recordId, pickupBranch, needBy: inDays(10) });
    expect(hurried.body.ways[0]).toMatchObject({ way: 'outside-loan', suggested: true, cost: euros(1500) });
    expect(hurried.way.hold).toMatchObject({ open: true, late: true });
  });

  test('an item known only by its citation comes from outside, by any supplier of the service', async () => {
    const { body, way } = await optionsFor(patron, {
      kind: 'article',
      title: 'Mind',
      partTitle: 'On denoting',
      date: '1905',
    });
    expect(body).toMatchObject({ inConsortium: false, service: 'copy', missing: [], pickupBranch });
    expect(body.recordId).toMatch(/^cit_/);
    expect(body.ways[0]).toMatchObject({ way: 'outside-loan', suggested: true, cost: euros(400) });
    expect(way.hold).toMatchObject({ closed: [{ code: 'not-in-consortium' }] });
    const blank = await optionsFor(patron, { kind: 'article', title: 'Mind' });
    expect(blank.body.missing).toEqual(['partTitle', 'date']);
    expect(blank.body.ways.every(({ open }) => !open)).toBe(true);
  });

  test('a patron who may not borrow is informed at every option; staff elsewhere learn nothing of the patron', async () => {
    const expired = await aBorrower(table, { expiresOn: '2026-01-31' });
    const recordId = await aTitleAt(table, 'ash.main');
    const own = await optionsFor(expired.actor, { recordId, pickupBranch });
    expect(own.body.ways.map(({ open }) => open)).toEqual([false, false, false]);
    for (const { closed } of own.body.ways)
      expect(closed).toContainEqual(expect.objectContaining({ code: 'card-expired' }));
    const desk = { recordId, patron: expired.card };
    const home = await optionsFor(staffAt('cedar.main', 'desk'), { ...desk, pickupBranch });
    expect(JSON.stringify(home.body)).toContain('card-expired');
    const elsewhere = await optionsFor(staffAt('birch.east', 'desk'), { ...desk, pickupBranch: 'birch.east' });
    expect(JSON.stringify(elsewhere.body)).not.toContain('card-expired');
    expect(elsewhere.body.ways[0]).toMatchObject({ way: 'consortium-loan', suggested: true });
  });
});

describe('requesting by a citation', () => {
  test('no library outside is asked, and nothing paid, before the patron has confirmed', async () => {
    expect(await place({ citation: orchard })).toMatchObject({ status: 409, body: { code: 'only-outside' } });
    const cheap = await place({ citation: orchard, outside: true, needBy: inDays(10) });
    expect(cheap).toMatchObject({ status: 409, body: { code: 'no-supplier' } });
    expect(JSON.stringify(cheap.body)).toContain('cost-over-maximum');
    const pounds = await place({ citation: orchard, outside: true, maxCost: { amount: 9000, currency: 'GBP' } });
    expect(pounds).toMatchObject({ status: 422, body: { code: 'cost-in-other-currency' } });
    const placed = await place({ citation: orchard, outside: true, maxCost: euros(1500) });
    expect(placed.status).toBe(201);
    expect(await stored(placed.view.requestId)).toMatchObject({
      ...{ kind: 'outside-loan', service: 'loan', asksOutside: true, maxCost: euros(1500), citation: orchard },
      rota: [
        { member: 'prt_dear', tier: 'partner' },
        { member: 'prt_last', tier: 'last-resort' },
      ],
    });
  });

  test('the same item typed differently is the same request, and a confirmed one is stored beside it', async () => {
    const outside = { outside: true, maxCost: euros(2000) };
    expect(await place({ citation: orchard, ...outside })).toMatchObject({ status: 201 });
    const again = { ...orchard, title: 'Glass orchard.', author: 'Ana Léger', publisher: 'Harbour' };
    expect(await place({ citation: again, ...outside })).toMatchObject({
      status: 409,
      body: { code: 'already-requested' },
    });
    expect(await place({ citation: again, ...outside, confirmedDuplicate: true })).toMatchObject({ status: 201 });
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 2 });
  });

  test('two articles of one journal are two requests, both copies', async () => {
    const article = (partTitle: string) => ({ kind: 'article', title: 'Mind', volume: '14', partTitle });
    const placed = [];
    for (const title of ['On denoting', 'On trade'])
      placed.push(await place({ citation: article(title), outside: true }));
    expect(placed.map(({ status }) => status)).toEqual([201, 201]);
    expect(await stored(placed[0]?.view.requestId ?? '')).toMatchObject({
      service: 'copy',
      rota: [{ member: 'prt_last' }],
    });
  });

  test('too little data for a search is refused with the fields', async () => {
    const blank = await place({ citation: { kind: 'article', title: 'Mind' }, outside: true });
    expect(blank).toMatchObject({ status: 422, body: { code: 'citation-incomplete' } });
    expect((blank.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual([
      '/body/citation/partTitle',
      '/body/citation/date',
    ]);
    expect(await place({})).toMatchObject({ status: 400 });
  });
});

describe('a citation without a number', () => {
  const dune = { kind: 'book', title: 'Dune', author: 'Herbert' };
  const outside = { outside: true, maxCost: euros(2000) };
  let recordId = '';
  beforeAll(async () => {
    [recordId = ''] = await catalogued(table, index, 'cedar', [
      { id: 'd1', title: 'Dune', author: 'Herbert, Frank', year: '1965', items: ['$aMAIN$pD1$yBK'] },
    ]);
  });

  test('finding I1: what stands on the own shelf is found by title and author, and nothing is bought outside', async () => {
    const { body, way } = await optionsFor(patron, { ...dune, pickupBranch });
    expect(body).toMatchObject({ recordId, inConsortium: true, record: { recordId, title: 'Dune' }, possible: [] });
    expect(body.ways[0]).toMatchObject({ way: 'hold', suggested: true });
    expect(way['outside-loan']).toMatchObject({ open: false, closed: [{ code: 'hold-instead' }] });
    expect(await place({ citation: dune, ...outside })).toMatchObject({ status: 409, body: { code: 'hold-instead' } });
    const openUrl = 'genre=book&title=Dune&au=Herbert';
    expect(await place({ openUrl, ...outside })).toMatchObject({ status: 409, body: { code: 'hold-instead' } });
  });

  test('finding I1: where a record may be meant, a request outside needs “none of these”', async () => {
    const citation = { ...dune, title: 'Dune : a novel', date: '1984' };
    const { body, way } = await optionsFor(patron, { ...citation, pickupBranch });
    expect(body).toMatchObject({ inConsortium: false, possible: [{ recordId, title: 'Dune', year: 1965 }] });
    const why = { code: 'may-be-held', params: { recordId, title: 'Dune' } };
    expect(way['outside-loan']).toMatchObject({ open: false, closed: [why] });
    expect(await place({ citation, ...outside })).toMatchObject({ status: 409, body: { code: 'may-be-held' } });
    const looked = await optionsFor(patron, { ...citation, pickupBranch, notThese: recordId });
    expect(looked.body).toMatchObject({ possible: [], ways: [{ way: 'outside-loan', suggested: true }, {}, {}] });
    const placed = await place({ citation, ...outside, notThese: [recordId] });
    expect(placed.status).toBe(201);
    expect(await stored(placed.view.requestId)).toMatchObject({ kind: 'outside-loan', ruledOut: [recordId] });
  });

  test('finding I1: among many records of one title the author’s is found, and of another author those that name none', async () => {
    const authors =
      'Abbey Bakr Cisse Dorst Ekman Frost Gluck Hirsch Ibsen Jonker Kunze Lorca Milosz Neruda Rilke'.split(' ');
    const names = [...authors.map((name) => `${name}, A.`), ''];
    const poem = (author: string, i: number) => ({ id: `p${i}`, title: 'Poems', author, year: `${1960 + 3 * i}` });
    const poems = names.map((author, i) => ({ ...poem(author, i), items: [`$aMAIN$pP${i}$yBK`] }));
    const ids = await catalogued(table, index, 'cedar', poems);
    const foundFor = async (author: string) =>
      (await optionsFor(patron, { kind: 'book', title: 'Poems', author, pickupBranch })).body;
    const found = await Promise.all(authors.map(foundFor));
    expect(found.map(({ inConsortium, recordId: one }) => inConsortium && one)).toEqual(ids.slice(0, -1));
    const unknown = { kind: 'book', title: 'Poems', author: 'Zwingli, Huldrych' };
    const { body } = await optionsFor(patron, { ...unknown, pickupBranch });
    expect(body).toMatchObject({ inConsortium: false, possible: [{ recordId: ids.at(-1), title: 'Poems' }] });
    expect(await place({ citation: unknown, ...outside })).toMatchObject({
      status: 409,
      body: { code: 'may-be-held' },
    });
  });

  test('finding I1: the record that was found can be ruled out too, and another author is another book', async () => {
    const other = await place({ citation: dune, ...outside, notThese: [recordId] });
    expect(other).toMatchObject({ status: 201, view: { kind: 'outside-loan' } });
    const { body } = await optionsFor(patron, { ...dune, author: 'Villeneuve, Denis', pickupBranch });
    expect(body).toMatchObject({
      inConsortium: false,
      possible: [],
      ways: [{ way: 'outside-loan', open: true }, {}, {}],
    });
  });
});

describe('C83 items that the consortium holds are not requested outside', () => {
  test('a citation is matched by its number to a record: a hold where a copy is free, otherwise the members first', async () => {
    const [free, mediated] = [
      ...(await catalogued(table, index, 'cedar', [
        { id: 'c1', title: 'Emma', author: 'Austen, Jane', isbn: '9780141439587', items: ['$aMAIN$pC1$yBK'] },
      ])),
      ...(await catalogued(table, index, 'ash', [
        { id: 'a1', title: 'A quiet ledger', author: 'Holm, Ida', isbn: '9780060935467', items: ['$aMAIN$pA1$yBK'] },
      ])),
    ];
    const outside = { outside: true, maxCost: euros(2000) };
    const emma = await place({ citation: { kind: 'book', isbn: ['0-14-143958-0'] }, ...outside });
    expect(emma).toMatchObject({ status: 409, body: { code: 'hold-instead' } });
    const { body } = await optionsFor(patron, { isbn: '0141439580', pickupBranch });
    expect(body).toMatchObject({
      recordId: free,
      inConsortium: true,
      ways: [{ way: 'hold', suggested: true }, {}, {}],
    });
    const ledger = await place({ citation: { kind: 'book', isbn: ['9780060935467'], title: 'Ledger' }, ...outside });
    expect(await stored(ledger.view.requestId)).toMatchObject({
      ...{ kind: 'consortium-loan', recordId: mediated, asksOutside: true },
      citation: { kind: 'book', title: 'A quiet ledger', author: 'Holm, Ida', isbn: ['9780060935467'] },
      rota: [{ member: 'ash' }, { member: 'prt_dear' }, { member: 'prt_last' }],
    });
    const chapter = { kind: 'chapter', isbn: ['9780141439587'], partTitle: 'Volume the first', date: '2003' };
    const copy = { citation: chapter, outside: true, maxCost: euros(400) };
    expect(await place(copy)).toMatchObject({ status: 409, body: { code: 'held-by-own-library' } });
    const part = await place({ ...copy, confirmedDuplicate: true });
    expect(await stored(part.view.requestId)).toMatchObject({
      ...{ service: 'copy', recordId: free, citation: { title: 'Emma', partTitle: 'Volume the first' } },
    });
  });

  test('a lent copy of ours is awaited, unless it would miss the day', async () => {
    const recordId = await aLentTitle(table, 'cedar.north');
    const outside = { recordId, outside: true, maxCost: euros(2000) };
    expect(await place(outside)).toMatchObject({ status: 409, body: { code: 'held-in-consortium' } });
    const hurried = await place({ ...outside, needBy: inDays(10) });
    expect(await stored(hurried.view.requestId)).toMatchObject({
      kind: 'outside-loan',
      rota: [{ member: 'prt_dear' }],
    });
  });

  test('a free copy that cannot arrive in time opens the next option', async () => {
    const recordId = await aTitleAt(table, 'cedar.north');
    const tomorrow = { recordId, needBy: inDays(1) };
    expect(await place({ recordId })).toMatchObject({ status: 409, body: { code: 'hold-instead' } });
    expect(await place(tomorrow)).toMatchObject({ status: 409, body: { code: 'no-supplier' } });
    const copy = { ...tomorrow, service: 'copy', outside: true, maxCost: euros(400) };
    expect(await place({ ...copy, confirmedDuplicate: true })).toMatchObject({ status: 201 });
  });

  test('a patron who already holds it is refused, and may confirm', async () => {
    const recordId = await aTitleAt(table, 'ash.main');
    await aPlacedHold(table, aHold({ holdId: 'hld_own', recordId, patronId }));
    expect(codes((await place({ recordId })).body)).toEqual(['already-requested']);
    expect(await place({ recordId, confirmedDuplicate: true })).toMatchObject({ status: 201 });
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 2 });
  });
});
