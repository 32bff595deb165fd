import { type Grant, grantSchema, holds, memberOfBranch, type Place, ROLES, refuseScope, roles } from './roles.ts';

const deskOfAsh: Grant = { role: 'desk', scope: 'member', member: 'ash' };
const deskAtAshMain: Grant = { role: 'desk', scope: 'branch', branch: 'ash.main' };
const auditor: Grant = { role: 'auditor', scope: 'consortium' };

describe('the places where an actor has a role', () => {
  test.each([
    ['a member grant covers the member', deskOfAsh, { scope: 'member', member: 'ash' }, true],
    ['a member grant covers its branches', deskOfAsh, { scope: 'branch', branch: 'ash.main' }, true],
    [
      'a member grant stops at a name that merely begins alike',
      deskOfAsh,
      { scope: 'branch', branch: 'ash-hill.main' },
      false,
    ],
    ['a member grant stops at another member', deskOfAsh, { scope: 'member', member: 'birch' }, false],
    ['a member grant is not the consortium', deskOfAsh, { scope: 'consortium' }, false],
    ['a branch grant covers that branch', deskAtAshMain, { scope: 'branch', branch: 'ash.main' }, true],
    ['a branch grant stops at the next branch', deskAtAshMain, { scope: 'branch', branch: 'ash.east' }, false],
    ['a branch grant is not the member', deskAtAshMain, { scope: 'member', member: 'ash' }, false],
    ['a malformed branch has no member', { ...deskOfAsh, member: '' }, { scope: 'branch', branch: '.main' }, false],
    [
      'a malformed branch is held by nobody',
      { ...deskAtAshMain, branch: 'ash' },
      { scope: 'branch', branch: 'ash' },
      false,
    ],
  ] as const)('%s', (_, grant, place, expected) => {
    expect(holds([grant], 'desk', place)).toBe(expected);
  });

  test('a consortium grant covers every place', () => {
    const places: Place[] = [
      { scope: 'consortium' },
      { scope: 'member', member: 'ash' },
      { scope: 'branch', branch: 'ash.main' },
    ];
    expect(places.map((place) => holds([auditor], 'auditor', place))).toEqual([true, true, true]);
  });

  test('one role is not another, and a list without grants has no role', () => {
    expect(holds([deskOfAsh], 'desk-supervisor', { scope: 'member', member: 'ash' })).toBe(false);
    expect(holds([], 'desk', { scope: 'member', member: 'ash' })).toBe(false);
  });

  test('a grant outside its role is refused, and ignored where it was stored', () => {
    const deskOfAll: Grant = { role: 'desk', scope: 'consortium' };
    expect(refuseScope(deskOfAll)).toEqual({
      code: 'scope-not-allowed',
      detail: 'desk is given for branch or member, not consortium',
    });
    expect(holds([deskOfAll], 'desk', { scope: 'member', member: 'ash' })).toBe(false);
    expect(refuseScope(deskAtAshMain)).toBeUndefined();
  });
});

describe('the role list', () => {
  test('has the roles of the design', () => {
    expect(roles).toEqual([
      'desk',
      'desk-supervisor',
      'cataloguer',
      'ill',
      'acquisitions',
      'e-resources',
      'member-finance',
      'voting-alternate',
      'member-admin',
      'admin',
      'finance-preparer',
      'finance-approver',
      'governance-secretary',
      'auditor',
    ]);
  });

  test('grants each role where its work is done', () => {
    const granted = (...scopes: string[]) => roles.filter((role) => ROLES[role].scopes.join() === scopes.join());
    expect(granted('branch', 'member')).toEqual(roles.slice(0, 6));
    expect(granted('member')).toEqual(['member-finance', 'voting-alternate', 'member-admin']);
    expect(granted('consortium')).toEqual(roles.slice(9));
  });

  test('describes each role in one sentence', () => {
    expect(roles.filter((role) => !/^[A-Z].+\.$/.test(ROLES[role].meaning))).toEqual([]);
  });

  test('parses a grant strictly', () => {
    expect(grantSchema.parse(deskOfAsh)).toEqual(deskOfAsh);
    expect(grantSchema.safeParse({ ...deskOfAsh, branch: 'ash.main' }).success).toBe(false);
    expect(grantSchema.safeParse({ ...deskOfAsh, role: 'king' }).success).toBe(false);
    for (const grant of [deskAtAshMain, auditor]) expect(grantSchema.parse(grant)).toEqual(grant);
    expect(grantSchema.safeParse({ ...deskAtAshMain, member: 'ash' }).success).toBe(false);
    expect(grantSchema.safeParse({ ...auditor, member: 'ash' }).success).toBe(false);
    expect(grantSchema.safeParse({ role: 'desk', scope: 'everywhere' }).success).toBe(false);
  });

  test('finds the member of a branch', () => {
    expect(['ash.main', 'ash', '.main', 'ash.', ''].map(memberOfBranch)).toEqual(['ash', '', '', '', '']);
  });
});
