import fc from 'fast-check';
import type { Grant, Role } from '../../../layers/kernel/identity/roles.ts';
import { type Colleague, memberOfGrant, refuseGiving, refuseWithdrawing, sameGrant } from './role-giving.ts';

const at = (member: string, role: Role): Grant => ({ role, scope: 'member', member });
const all = (role: Role): Grant => ({ role, scope: 'consortium' });
const person = (staffId: string, memberId: string, ...grants: Grant[]): Colleague => ({ staffId, memberId, grants });

const admin = person('admin', 'consortium', all('admin'));
const memberAdmin = person('member-admin', 'riverton', at('riverton', 'member-admin'));
const colleague = person('colleague', 'riverton');
const desk: Grant = { role: 'desk', scope: 'branch', branch: 'riverton.main' };

describe('who may grant a role', () => {
  test.each<[string, Colleague, Colleague, Grant, string | undefined]>([
    ['the consortium’s admin gives every role', admin, colleague, all('auditor'), undefined],
    ['and those of a member', admin, colleague, at('riverton', 'member-admin'), undefined],
    ['a member admin gives a desk at a branch of the own member', memberAdmin, colleague, desk, undefined],
    ['and makes another member admin', memberAdmin, colleague, at('riverton', 'member-admin'), undefined],
    ['but no role of the consortium', memberAdmin, colleague, all('admin'), 'not-yours-to-give'],
    ['nor one at another member', memberAdmin, colleague, at('harcourt', 'desk'), 'not-yours-to-give'],
    ['nor to another member’s staff', memberAdmin, person('x', 'harcourt'), at('riverton', 'desk'), 'not-your-staff'],
    [
      'nobody gives a role without administering',
      person('desk', 'riverton', desk),
      colleague,
      desk,
      'not-yours-to-give',
    ],
    ['nobody raises themself', memberAdmin, memberAdmin, at('riverton', 'cataloguer'), 'not-to-oneself'],
    ['not even the admin', admin, admin, all('finance-approver'), 'not-to-oneself'],
    ['a desk is not given for the consortium', admin, colleague, all('desk'), 'scope-not-allowed'],
    ['nor twice', memberAdmin, person('x', 'riverton', desk), desk, 'already-held'],
  ])('%s', (_rule, giver, receiver, grant, code) => {
    expect(refuseGiving(giver, receiver, grant)?.code).toBe(code);
  });
});

describe('who may withdraw a role', () => {
  test.each<[string, Colleague, Colleague, Grant, string | undefined]>([
    ['a member admin from the own staff', memberAdmin, person('x', 'riverton', desk), desk, undefined],
    ['not what is not held', memberAdmin, colleague, desk, 'not-held'],
    [
      'not what is held at another branch',
      memberAdmin,
      person('x', 'riverton', { ...desk, branch: 'riverton.east' }),
      desk,
      'not-held',
    ],
    [
      'not what is held of another role',
      memberAdmin,
      person('x', 'riverton', at('riverton', 'desk')),
      at('riverton', 'ill'),
      'not-held',
    ],
    [
      'not at another member',
      memberAdmin,
      person('x', 'harcourt', at('harcourt', 'desk')),
      at('harcourt', 'desk'),
      'not-yours-to-give',
    ],
    ['not from an admin of the consortium', memberAdmin, admin, all('admin'), 'not-yours-to-give'],
    ['an admin not from themself, so that one remains', admin, admin, all('admin'), 'not-to-oneself'],
  ])('%s', (_rule, giver, receiver, grant, code) => {
    expect(refuseWithdrawing(giver, receiver, grant)?.code).toBe(code);
  });
});

const member = fc.constantFrom('riverton', 'harcourt');
const role = fc.constantFrom<Role>('desk', 'ill');
const grants: fc.Arbitrary<Grant> = fc.oneof(
  fc.record({ role, scope: fc.constant('consortium' as const) }),
  fc.record({ role, scope: fc.constant('member' as const), member }),
  fc.record({
    role,
    scope: fc.constant('branch' as const),
    branch: fc.tuple(member, fc.constantFrom('main', 'east')).map((names) => names.join('.')),
  }),
);

test('a grant is the same as another of the same role at the same place, and as no other', () => {
  fc.assert(
    fc.property(grants, grants, (one, other) => {
      expect(sameGrant(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      expect(sameGrant(one, { ...one })).toBe(true);
    }),
  );
});

test('a grant is for the member of its branch, and one of the consortium for no member', () => {
  expect([desk, at('harcourt', 'desk'), all('admin')].map(memberOfGrant)).toEqual(['riverton', 'harcourt', undefined]);
});

test('each refusal says why in a sentence', () => {
  const refused = [
    refuseGiving(admin, admin, desk),
    refuseGiving(memberAdmin, colleague, at('harcourt', 'desk')),
    refuseGiving(memberAdmin, person('x', 'harcourt'), desk),
    refuseGiving(memberAdmin, person('x', 'riverton', desk), desk),
    refuseWithdrawing(memberAdmin, colleague, desk),
  ];
  expect(new Set(refused.map((one) => one?.code)).size).toBe(5);
  for (const one of refused) expect(one?.detail).toMatch(/^[A-Z].+\.$/);
});
