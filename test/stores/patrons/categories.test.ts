import { handler as maintainPatrons } from '../../../functions/patrons/consumers/maintain-patrons/handler.ts';
import { keys as patronsKeys } from '../../../functions/patrons/data/keys.ts';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { handler as edit } from '../../../functions/patrons/operations/edit-patron/handler.ts';
import { handler as wards } from '../../../functions/patrons/operations/list-my-wards/handler.ts';
import { handler as lookUp } from '../../../functions/patrons/operations/look-up-patron/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { aPatronsPolicy } from '../../builders/patrons-policy.ts';
import { patron, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const branchId = 'cedar.main';
const desk = staffAt('cedar.main', 'desk');
const lambda = { awsRequestId: 'lambda-1' };
let table: Table & { name: string };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  await aPatronsPolicy(
    table,
    {
      cards: { perCategory: { child: 12 } },
      categories: {
        child: { untilAge: 13, becomes: 'teen' },
        teen: { fromAge: 13, untilAge: 18, becomes: 'adult' },
        adult: {},
      },
      classes: { district: ['north', 'south'] },
    },
    '2026-01-01T00:00:00.000Z',
  );
});

let serial = 0;
const registers = (over: object = {}, birthDate = '2014-06-15') => {
  serial += 1;
  const person = { name: { family: `Solano${serial}` }, birthDate };
  const body = { branchId, card: `5${String(serial).padStart(12, '0')}`, category: 'child', person, ...over };
  return call(register.using(at(monday)), { actor: desk, body });
};
const registered = async (over: object = {}, birthDate?: string) => {
  const { status, body } = await registers(over, birthDate);
  expect(status).toBe(201);
  return (body as { patronId: string }).patronId;
};
const status = (patronId: string) => patronStore(table).status(patronId, { strong: true });
const clockAt = (instant: string) => maintainPatrons.using(at(instant, { bucket: bucketInMemory() }))({}, lambda);

test('a desk registers with existing categories and classes and a future last day, with a default term', async () => {
  const wrong = { category: 'vip', expiresOn: '2026-03-01', classes: { district: 'west' } };
  expect(await registers(wrong)).toMatchObject({
    status: 422,
    body: {
      errors: [
        { code: 'category-unknown', pointer: '/body/category' },
        { code: 'expired-already', pointer: '/body/expiresOn' },
        { code: 'class-unknown', pointer: '/body/classes/district' },
      ],
    },
  });
  expect(await registers({}, '2001-01-01')).toMatchObject({ status: 422, body: { code: 'category-age' } });
  const patronId = await registered({ classes: { district: 'north' } });
  expect(await status(patronId)).toMatchObject({ expiresOn: '2027-03-02', classes: { district: 'north' } });
  const asked = (body: object) =>
    call(edit.using(at(monday)), { actor: desk, path: { patronId }, body: { branchId, version: 1, ...body } });
  expect(await asked({ category: 'adulte' })).toMatchObject({ status: 422, body: { code: 'category-unknown' } });
  expect(await asked({ classes: { district: 'west' } })).toMatchObject({ body: { code: 'class-unknown' } });
  expect((await asked({ category: 'adult' })).status).toBe(200);
});

test('a patron who outgrows a category gets the next on the birthday; an edited birth date counts; erasure leaves no row', async () => {
  const [grown, corrected] = [await registered(), await registered()];
  const person = { name: { family: 'Solano' }, birthDate: '2020-01-01' };
  const edited = { actor: desk, path: { patronId: corrected }, body: { branchId, version: 1, person } };
  expect((await call(edit.using(at(monday)), edited)).status).toBe(200);
  await clockAt('2027-06-14T23:00:00.000Z');
  expect((await status(grown))?.category).toBe('child');
  expect(await clockAt('2027-06-15T06:00:00.000Z')).toMatchObject({ advanced: 1 });
  expect([(await status(grown))?.category, (await status(corrected))?.category]).toEqual(['teen', 'child']);
  expect(await clockAt('2027-06-15T06:15:00.000Z')).toMatchObject({ advanced: 0 });
  const changes = (await scanAll(table.name, 'patronChange')).filter(({ did }) => did === 'grown-up');
  expect(changes).toMatchObject([{ pk: `PATRON#${grown}`, by: 'clock', detail: { changed: ['category'] } }]);
  await clockAt('2033-06-15T06:00:00.000Z');
  expect([(await status(grown))?.category, (await status(corrected))?.category]).toEqual(['adult', 'teen']);
});

test('older patrons get the rows by which guardians, duplicates and ages are found, once', async () => {
  const mother = await registered({ category: 'adult' }, '1980-01-01');
  const child = await registered({ guarantorId: mother });
  const other = await registered({ person: { name: { family: 'Alike' }, birthDate: '2015-05-05' } });
  const twin = await registered({ person: { name: { family: 'Alike' }, birthDate: '2015-05-05' } });
  // As it was before these rows were stored.
  const kinds = ['patronWard', 'duplicateKey', 'duplicatePair', 'agesOut', 'patronRows'];
  for (const kind of kinds)
    for (const { pk, sk } of await scanAll(table.name, kind))
      await table.write([{ delete: { pk: String(pk), sk: String(sk) } }]);
  const seen = async () => (await call(wards.using(at(monday)), { actor: patron(mother, 'cedar') })).body;
  expect(await seen()).toEqual({ wards: [] });
  expect(((await clockAt(monday)) as { indexed: number }).indexed).toBeGreaterThan(3);
  expect(await seen()).toMatchObject({ wards: [{ patronId: child }] });
  const pairs = (await scanAll(table.name, 'duplicatePair')).map(({ patronId, otherId }) => `${patronId} ${otherId}`);
  expect(pairs).toEqual(expect.arrayContaining([`${other} ${twin}`, `${twin} ${other}`]));
  expect((await scanAll(table.name, 'agesOut')).length).toBeGreaterThan(1);
  expect(await clockAt(monday)).toMatchObject({ indexed: 0 });
  expect(await table.get(patronsKeys.key('patronRows', {}))).toMatchObject({ done: expect.any(String) });
  const body = { branchId, patronId: child };
  expect((await call(lookUp.using(at(monday)), { actor: desk, body })).status).toBe(200);
});
