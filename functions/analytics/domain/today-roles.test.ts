import type { Grant, Role } from '../../../layers/kernel/identity/roles.ts';
import { groupsFor, worksAt } from './today-roles.ts';

const atMember = (...roles: Role[]): Grant[] => roles.map((role) => ({ role, scope: 'member', member: 'elm' }));

test('one person with all roles of a library sees all its lists at once, and none of another library', () => {
  const grants = atMember('desk', 'desk-supervisor', 'ill', 'member-finance', 'member-admin');
  expect([...groupsFor(grants, 'elm.main')]).toEqual([
    ...[
      'desk',
      'sign-ups',
      'duplicates',
      'loans',
      'refused-loads',
      'teaching',
      'own-finance',
      'policies',
      'proposals',
      'webhooks',
    ],
  ]);
  expect([...groupsFor(grants, 'ash.main')]).toEqual(['policies', 'proposals']);
  expect([worksAt(grants, 'elm.main'), worksAt(grants, 'ash.main')]).toEqual([true, false]);
});

test('staff of the consortium see its lists without a branch', () => {
  const grants: Grant[] = [{ role: 'finance-preparer', scope: 'consortium' }];
  expect([...groupsFor(grants, undefined)]).toEqual(['finance']);
  expect([...groupsFor([{ role: 'governance-secretary', scope: 'consortium' }], undefined)]).toEqual(['policies']);
});

test('a role at one branch shows no list of another branch', () => {
  const grants: Grant[] = [{ role: 'desk', scope: 'branch', branch: 'elm.main' }];
  expect([...groupsFor(grants, 'elm.main')]).toEqual(['desk', 'sign-ups', 'loans', 'teaching']);
  expect([...groupsFor(grants, 'elm.north')]).toEqual([]);
});

test('cataloguers see the records and batches of their library that wait for them', () => {
  expect([...groupsFor(atMember('cataloguer'), 'elm.main')]).toEqual(['catalogue', 'refused-loads']);
  expect([...groupsFor([{ role: 'cataloguer', scope: 'branch', branch: 'elm.main' }], 'elm.main')]).toEqual([]);
});

test('only who may look a patron up sees the pairs to compare', () => {
  expect([...groupsFor(atMember('member-admin'), 'elm.main')]).toEqual([
    'refused-loads',
    'policies',
    'proposals',
    'webhooks',
  ]);
  expect(groupsFor(atMember('desk-supervisor'), 'elm.main').has('duplicates')).toBe(true);
});
