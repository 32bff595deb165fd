import { cardStore, releaseWrite } from '../../../functions/patrons/data/card-store.ts';
import { duplicateKeyWrites } from '../../../functions/patrons/data/possible-duplicate-store.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as search } from '../../../functions/patrons/operations/search-patrons/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aPatron, staffAt, withBranch } from '../../builders/people.ts';
import { listenToUsage } from '../../builders/usage.ts';

const desk = staffAt('riverton.main', 'desk');
const away = staffAt('lakeshore.main', 'desk');
let used: ReturnType<typeof listenToUsage>;
let serial = 0;
let table: Table;

const registers = async (family: string, given: string, birthDate: string, more = {}) => {
  serial += 1;
  const card = `2110177000${String(serial).padStart(4, '0')}`;
  const person = { name: { family, given }, birthDate, ...more };
  const body = { branchId: 'riverton.main', card, category: 'adult', person };
  await call(register, { actor: desk, body });
};

const found = async (text: string, actor = desk): Promise<string[]> => {
  const branchId = actor === desk ? 'riverton.main' : 'lakeshore.main';
  const { body } = await call(search, { actor, body: { branchId, text } });
  const { patrons } = body as { patrons: { name: { family: string; given?: string } }[] };
  return patrons.map(({ name }) => `${name.given} ${name.family}`);
};

beforeAll(async () => {
  used = listenToUsage();
  table = await aTable();
  for (const branch of ['riverton.main', 'lakeshore.main']) await withBranch(table, branch);
  const phones = [{ number: '+1 555 010 1234', label: 'mobile' }];
  await registers('Okáfor', 'Amara', '1987-03-14', { email: 'amara@example.org', phones });
  await registers('Okafor', 'Chidi', '1985-07-01', { usedName: { family: 'Okafor', given: 'Chi' } });
  await registers('van der Berg', 'Ana', '2001-04-03');
  for (let more = 0; more < 60; more += 1) await registers('Okamoto', `Ren ${more}`, '1999-01-01');
});

test.each<[string, string[]]>([
  ['okafor', ['Amara Okáfor', 'Chi Okafor']],
  ['AMARA okafor', ['Amara Okáfor']],
  ['okafor, ch', ['Chi Okafor']],
  ['chidi', []],
  ['chi', ['Chi Okafor']],
  ['oka ama', ['Amara Okáfor']],
  ['ana van der berg', ['Ana van der Berg']],
  ['4/3/2001', ['Ana van der Berg']],
  ['okafor 1987-03-14', ['Amara Okáfor']],
  ['Amara@example.org', ['Amara Okáfor']],
  ['(555) 010-1234', ['Amara Okáfor']],
  ['21101770000001', ['Amara Okáfor']],
  ['0003', ['Ana van der Berg']],
  ['nobody', []],
  ['-', []],
])('a desk finds patrons by “%s”', async (text, names) => {
  expect(await found(text)).toEqual(names);
});

test('a name search reads little, and says when more patrons fit than it shows', async () => {
  await found('okafor');
  expect(used().readUnits).toBeLessThanOrEqual(8);
  await found('amara okafor');
  expect(used().readUnits).toBeLessThanOrEqual(8);
  const body = { branchId: 'riverton.main', text: 'okamoto', limit: 20 };
  const many = await call(search, { actor: desk, body });
  expect(many.body).toMatchObject({ patrons: { length: 20 }, more: true });
  expect(used().readUnits).toBeLessThanOrEqual(25);
});

test('a badge or code at a shared desk finds by a text, and opens no list of all patrons page by page', async () => {
  const atDesk = { ...desk, desk: 'dsk_1' };
  const ask = (body: object, actor = desk) => call(search, { actor, body: { branchId: 'riverton.main', ...body } });
  expect(await ask({ text: 'okafor' }, atDesk)).toMatchObject({ status: 200, body: { patrons: { length: 2 } } });
  for (const body of [{}, { name: 'o', limit: 1 }])
    expect(await ask(body, atDesk)).toMatchObject({ status: 403, body: { code: 'full-sign-in-needed' } });
  expect(await ask({ name: 'o', limit: 1 })).toMatchObject({ status: 200, body: { next: expect.any(String) } });
});

test('a number held at two libraries is found by its last digits at both, and at the one that still has it', async () => {
  const [first, second] = [
    await aPatron(table, { card: '21555000009876', family: 'Ilves', homeBranch: 'riverton.main' }),
    await aPatron(table, { family: 'Juarez', homeBranch: 'lakeshore.main' }),
  ];
  const shared = await cardStore(table).share(first.card, { patronId: second.patronId, memberId: 'lakeshore' });
  expect(shared).toBe(true);
  expect([await found('9876'), await found('9876', away)]).toEqual([['Amara Ilves'], ['Amara Juarez']]);
  const card = await cardStore(table).get(first.card);
  if (card?.state !== 'active') throw new Error('The card is in use.');
  await table.write([releaseWrite(card, first.patronId, 'number-shared', '2026-03-02T11:00:00.000Z')]);
  expect([await found('9876'), await found('9876', away)]).toEqual([[], ['Amara Juarez']]);
});

test('a search says that not all bearers of an address were compared, also when none of them is its own', async () => {
  const write = (patronId: string) =>
    table.write(duplicateKeyWrites(patronId, undefined, { name: { family: '-' }, email: 'all@example.org' }));
  for (let bearer = 0; bearer < 51; bearer += 1) await write(`pat_elsewhere${bearer}`);
  const body = { branchId: 'riverton.main', text: 'all@example.org' };
  expect((await call(search, { actor: desk, body })).body).toEqual({ patrons: [], more: true });
});

test('patrons of another library are not found, whatever is typed', async () => {
  for (const text of ['okafor', 'amara@example.org', '21101770000001', '1987-03-14'])
    expect(await found(text, away)).toEqual([]);
});
