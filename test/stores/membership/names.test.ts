import { handler as createMember } from '../../../functions/membership/operations/create-member/handler.ts';
import { handler as directory } from '../../../functions/membership/operations/list-directory/handler.ts';
import { handler as setMembership } from '../../../functions/membership/operations/set-membership/handler.ts';
import { handler as setNames } from '../../../functions/membership/operations/set-names/handler.ts';
import { handler as updateMember } from '../../../functions/membership/operations/update-member/handler.ts';
import { exampleMember } from '../../../functions/membership/schemas/examples.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const names = { v: 0, locations: [{ code: 'AF', name: 'Adult fiction' }], itemTypes: [{ code: 'book', name: 'Book' }] };
const path = { memberId: 'riverton' };
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
});

test('a library names its locations and item types: everybody reads them in the directory', async () => {
  const actor = consortiumStaff('admin');
  await call(createMember, { actor, body: { ...exampleMember, memberId: 'riverton' } });
  const own = staffAt('riverton', 'member-admin');
  expect(await call(setNames, { actor: own, path, body: names })).toMatchObject({
    status: 200,
    body: { names: { ...names, v: 1 } },
  });
  // Days of membership that are set afterwards leave the names.
  await call(setMembership, { actor, path, body: { memberSince: '2019-07-01' } });
  const { body } = await call(directory, {});
  expect(body).toMatchObject({
    members: [{ memberId: 'riverton', memberSince: '2019-07-01', names: { ...names, v: 1 } }],
  });
  expect(await table.queryAll({ partition: 'AUDIT#member:riverton' })).toMatchObject([
    { did: 'set-names', detail: { after: { ...names, v: 1 } } },
    { did: 'set-membership' },
  ]);
  const twice = { ...names, locations: [...names.locations, { code: 'AF', name: 'Again' }] };
  expect(await call(setNames, { actor: own, path, body: twice })).toMatchObject({ status: 400 });
  // Of two changes of the same version one is set.
  const [one, two] = await Promise.all(
    ['One', 'Two'].map((name) =>
      call(setNames, { actor: own, path, body: { ...names, v: 1, locations: [{ code: 'AF', name }] } }),
    ),
  );
  expect([one?.status, two?.status].sort()).toEqual([200, 409]);
  expect(await call(setNames, { actor: own, path, body: names })).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile' },
  });
  const other = staffAt('ash', 'member-admin');
  expect(await call(setNames, { actor: other, path, body: names })).toMatchObject({ status: 403 });
});

test('the details of a member change once for each version read, with an audit entry of what differs, beside its names', async () => {
  const actor = consortiumStaff('admin');
  await call(createMember, { actor, body: { ...exampleMember, memberId: 'calder' } });
  const calder = { memberId: 'calder' };
  const details = { name: 'Riverton Library', type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
  const [changed, named] = await Promise.all([
    call(updateMember, { actor, path: calder, body: { ...details, version: 0 } }),
    call(setNames, { actor, path: calder, body: names }),
  ]);
  expect(changed).toMatchObject({ status: 200, body: { ...details, detailsVersion: 1 } });
  expect(named.status).toBe(200);
  expect((await call(directory, {})).body).toMatchObject({
    members: [
      { ...calder, ...details, memberSince: exampleMember.memberSince, detailsVersion: 1, names: { v: 1 } },
      {},
    ],
  });
  expect(await table.queryAll({ partition: 'AUDIT#member:calder' })).toContainEqual(
    expect.objectContaining({
      did: 'update-member',
      detail: {
        before: { name: exampleMember.name, fiscalYearStartsIn: 7 },
        after: { name: 'Riverton Library', fiscalYearStartsIn: 1 },
      },
    }),
  );
  const rivals = await Promise.all(
    ['One', 'Two'].map((name) => call(updateMember, { actor, path: calder, body: { ...details, name, version: 1 } })),
  );
  expect(rivals.map(({ status }) => status).sort()).toEqual([200, 409]);
  const stale = await call(updateMember, { actor, path: calder, body: { ...details, version: 1 } });
  expect(stale).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  const unknown = await call(updateMember, { actor, path: { memberId: 'nowhere' }, body: { ...details, version: 0 } });
  expect(unknown).toMatchObject({ status: 404, body: { code: 'unknown-member' } });
  const own = staffAt('calder', 'member-admin');
  expect(await call(updateMember, { actor: own, path: calder, body: { ...details, version: 2 } })).toMatchObject({
    status: 403,
  });
});
