import { handler as createMember } from '../../../functions/membership/operations/create-member/handler.ts';
import { handler as directory } from '../../../functions/membership/operations/list-directory/handler.ts';
import { handler as setMembership } from '../../../functions/membership/operations/set-membership/handler.ts';
import { handler as setNames } from '../../../functions/membership/operations/set-names/handler.ts';
import { exampleMember } from '../../../functions/membership/schemas/examples.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const names = { v: 0, locations: [{ code: 'AF', name: 'Adult fiction' }], itemTypes: [{ code: 'book', name: 'Book' }] };
const path = { memberId: 'riverton' };

test('a library names its locations and item types: everybody reads them in the directory', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const table = await aTable();
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
