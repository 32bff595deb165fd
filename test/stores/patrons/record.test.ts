import { handler as listLooks } from '../../../functions/patrons/operations/list-looks/handler.ts';
import { handler as listProxies } from '../../../functions/patrons/operations/list-proxies/handler.ts';
import { handler as lookUp } from '../../../functions/patrons/operations/look-up-patron/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aPatron, staffAt, withBranch } from '../../builders/people.ts';

const desk = staffAt('riverton.main', 'desk');
const supervisor = staffAt('riverton.main', 'desk-supervisor');
const away = staffAt('lakeshore.main', 'desk-supervisor', 'desk');
const home = { branchId: 'riverton.main' };
let table: Awaited<ReturnType<typeof aTable>>;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  for (const branch of ['riverton.main', 'lakeshore.main']) await withBranch(table, branch);
});

test('a supervisor of the home library reads which other libraries looked at a patron; nobody elsewhere does', async () => {
  const { patronId } = await aPatron(table, {});
  await call(lookUp, { actor: away, body: { branchId: 'lakeshore.main', patronId } });
  const read = (actor = supervisor, branchId = home.branchId) =>
    call(listLooks, { actor, path: { patronId }, query: { branchId } });
  expect((await read()).body).toEqual({ looks: [{ at: expect.any(String), branchId: 'lakeshore.main' }] });
  expect(await read(away, 'lakeshore.main')).toMatchObject({ status: 403, body: { code: 'not-home' } });
  expect(await read(desk)).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
});

test('the home desk sees who answers for a child and for whom a patron answers; other desks see proxies only', async () => {
  const { patronId: guarantorId } = await aPatron(table, { family: 'Castellano' });
  const person = { name: { family: 'Castellano', given: 'Mateo' }, birthDate: '2020-09-09' };
  const body = { ...home, card: '21101888000001', category: 'child', person, guarantorId };
  const { patronId } = (await call(register, { actor: desk, body })).body as { patronId: string };
  const family = async (id: string, branchId = home.branchId) =>
    (await call(listProxies, { actor: branchId === home.branchId ? desk : away, body: { branchId, patronId: id } }))
      .body;
  expect(await family(patronId)).toMatchObject({
    guarantor: { patronId: guarantorId, name: 'Amara Castellano' },
    dependants: [],
  });
  expect(await family(guarantorId)).toMatchObject({
    given: [],
    had: [],
    dependants: [{ patronId, name: 'Mateo Castellano' }],
  });
  expect(await family(patronId, 'lakeshore.main')).toEqual({ patronId, given: [], had: [] });
});
