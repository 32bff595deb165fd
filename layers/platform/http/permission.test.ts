import type { Role } from '../../kernel/identity/roles.ts';
import type { Actor } from './actor.ts';
import type { Permission } from './contract.ts';
import { atListedDesk } from './desk-permission.ts';
import { mayPermit, permits, placeOfWork } from './permission.ts';

const nowhere = { path: undefined, query: undefined, body: undefined };
const atBranch = (branchId: unknown) => ({ ...nowhere, body: { branchId } });
const atMember = (memberId: unknown) => ({ ...nowhere, path: { memberId } });

const staff = (...grants: Extract<Actor, { kind: 'staff' }>['grants']): Actor => ({
  kind: 'staff',
  id: 'stf_1',
  grants,
});
const ofBranch = (role: Role, branch: string): Actor => staff({ role, scope: 'branch', branch });
const ofMember = (role: Role, member: string): Actor => staff({ role, scope: 'member', member });
const ofConsortium = (role: Role): Actor => staff({ role, scope: 'consortium' });
const patron: Actor = { kind: 'patron', id: 'pat_1', member: 'riverton' };
const machine = (scope: string, branch?: string): Actor => ({
  kind: 'machine',
  id: 'mch_1',
  member: 'riverton',
  scopes: [scope],
  ...(branch && { branch }),
});
const all = [undefined, patron, ofMember('desk', 'riverton'), ofConsortium('admin'), machine('self-check')];

describe('A permission', () => {
  test.each(['anyone', 'partner'] as const)('for %s admits every caller, signed in or not', (who) => {
    expect(all.map((actor) => permits([{ who }], actor, nowhere))).toEqual(all.map(() => true));
  });

  test('for patrons admits patrons only', () => {
    expect(all.map((actor) => permits([{ who: 'patron' }], actor, nowhere))).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  test('is one of several: any of them suffices, and none admits nobody', () => {
    const either: Permission[] = [{ who: 'patron' }, { who: 'staff', roles: ['admin'], at: 'consortium' }];
    expect(all.map((actor) => permits(either, actor, nowhere))).toEqual([false, true, false, true, false]);
    expect(all.some((actor) => permits([], actor, nowhere))).toBe(false);
  });
});

describe('A permission for staff', () => {
  const atDesk: Permission[] = [{ who: 'staff', roles: ['desk', 'cataloguer'], at: { branch: 'body.branchId' } }];
  const ofTheMember: Permission[] = [
    { who: 'staff', roles: ['member-admin', 'desk'], at: { member: 'path.memberId' } },
  ];

  test('at a branch admits its staff and those of its whole member, of any listed role', () => {
    const asked = atBranch('riverton.main');
    for (const actor of [
      ofBranch('desk', 'riverton.main'),
      ofBranch('cataloguer', 'riverton.main'),
      ofMember('desk', 'riverton'),
      staff({ role: 'ill', scope: 'member', member: 'calder' }, { role: 'desk', scope: 'member', member: 'riverton' }),
    ])
      expect(permits(atDesk, actor, asked)).toBe(true);
  });

  test('at a branch refuses staff of another branch, of another member, and of another role', () => {
    const asked = atBranch('riverton.main');
    for (const actor of [
      ofBranch('desk', 'riverton.east'),
      ofMember('desk', 'calder'),
      ofMember('ill', 'riverton'),
      staff(),
      patron,
      undefined,
      machine('self-check', 'riverton.main'),
    ])
      expect(permits(atDesk, actor, asked)).toBe(false);
  });

  test('at a member refuses staff of one of its branches', () => {
    expect(permits(ofTheMember, ofMember('member-admin', 'riverton'), atMember('riverton'))).toBe(true);
    expect(permits(ofTheMember, ofBranch('desk', 'riverton.main'), atMember('riverton'))).toBe(false);
    expect(permits(ofTheMember, ofMember('member-admin', 'riverton'), atMember('calder'))).toBe(false);
  });

  test('refuses everybody when the request does not name the place, or names it by no text', () => {
    for (const named of [
      nowhere,
      atBranch(undefined),
      atBranch(['riverton.main']),
      { ...nowhere, body: 'riverton.main' },
      { ...nowhere, body: null },
      { ...nowhere, path: { branchId: 'riverton.main' } },
    ])
      expect(permits(atDesk, ofMember('desk', 'riverton'), named)).toBe(false);
    expect(permits(ofTheMember, ofMember('desk', 'riverton'), atMember(undefined))).toBe(false);
  });

  test('refuses a malformed branch, also where it looks like a member', () => {
    for (const branch of ['riverton', 'riverton.', '.main', ''])
      expect(permits(atDesk, ofMember('desk', 'riverton'), atBranch(branch))).toBe(false);
    expect(permits(atDesk, ofBranch('desk', 'riverton'), atBranch('riverton'))).toBe(false);
  });

  test('finds a place deeper in the request', () => {
    const deep: Permission[] = [{ who: 'staff', roles: ['desk'], at: { branch: 'body.pickup.branchId' } }];
    const asked = { ...nowhere, body: { pickup: { branchId: 'riverton.main' } } };
    expect(permits(deep, ofMember('desk', 'riverton'), asked)).toBe(true);
    expect(permits(deep, ofMember('desk', 'riverton'), atBranch('riverton.main'))).toBe(false);
  });

  test('of the consortium refuses the same role elsewhere, and other roles of the consortium', () => {
    const ofAll: Permission[] = [{ who: 'staff', roles: ['admin', 'auditor'], at: 'consortium' }];
    expect(permits(ofAll, ofConsortium('auditor'), nowhere)).toBe(true);
    expect(permits(ofAll, ofConsortium('finance-approver'), nowhere)).toBe(false);
    expect(permits(ofAll, ofMember('admin', 'riverton'), nowhere)).toBe(false);
  });

  test('of the own member asks for a listed role at any place, since the handler limits what is shown', () => {
    const own: Permission[] = [{ who: 'staff', roles: ['desk', 'cataloguer'], at: 'own-member' }];
    expect(permits(own, ofBranch('cataloguer', 'calder.main'), nowhere)).toBe(true);
    expect(permits(own, ofMember('ill', 'calder'), nowhere)).toBe(false);
    const both = staff(
      { role: 'ill', scope: 'member', member: 'calder' },
      { role: 'desk', scope: 'member', member: 'calder' },
    );
    expect(permits(own, both, nowhere)).toBe(true);
    expect(permits(own, patron, nowhere)).toBe(false);
  });

  test('at a listed desk is for desk staff and their supervisors of the branch in the path', () => {
    const asked = { ...nowhere, path: { branchId: 'riverton.main' } };
    for (const role of ['desk', 'desk-supervisor'] as const)
      expect(permits([atListedDesk], ofBranch(role, 'riverton.main'), asked)).toBe(true);
    expect(permits([atListedDesk], ofBranch('cataloguer', 'riverton.main'), asked)).toBe(false);
    expect(permits([atListedDesk], ofBranch('desk', 'riverton.east'), asked)).toBe(false);
  });
});

describe('A permission for machines', () => {
  const lends: Permission[] = [{ who: 'machine', scope: 'self-check', at: { branch: 'body.branchId' } }];
  const feeds: Permission[] = [{ who: 'machine', scope: 'patron-feed', at: { member: 'path.memberId' } }];

  test('admits a machine of the scope at its member, and one of a branch at that branch only', () => {
    expect(permits(lends, machine('self-check'), atBranch('riverton.east'))).toBe(true);
    expect(permits(lends, machine('self-check', 'riverton.main'), atBranch('riverton.main'))).toBe(true);
    expect(permits(lends, machine('self-check', 'riverton.main'), atBranch('riverton.east'))).toBe(false);
    expect(permits(feeds, machine('patron-feed', 'riverton.main'), atMember('riverton'))).toBe(true);
  });

  test('refuses another scope, another member, a place that is not named, and people', () => {
    expect(permits(lends, machine('patron-feed'), atBranch('riverton.main'))).toBe(false);
    expect(permits(lends, machine('self-check'), atBranch('calder.main'))).toBe(false);
    expect(permits(lends, machine('self-check'), nowhere)).toBe(false);
    expect(permits(feeds, machine('patron-feed'), atMember('calder'))).toBe(false);
    expect(permits(lends, ofMember('desk', 'riverton'), atBranch('riverton.main'))).toBe(false);
    expect(permits(lends, undefined, atBranch('riverton.main'))).toBe(false);
  });

  test('of the own member asks for the scope only, and "any" for none', () => {
    const own: Permission[] = [{ who: 'machine', scope: 'self-check', at: 'own-member' }];
    const any: Permission[] = [{ who: 'machine', scope: 'any', at: 'own-member' }];
    expect(permits(own, machine('self-check'), nowhere)).toBe(true);
    expect(permits(own, machine('loan-requests'), nowhere)).toBe(false);
    expect(permits(any, machine('loan-requests'), nowhere)).toBe(true);
    expect(permits(any, patron, nowhere)).toBe(false);
  });
});

describe('The member at whose place work is done', () => {
  test('is the first that a permission of staff or machines names, a branch’s own where it names a branch', () => {
    const permissions: Permission[] = [
      { who: 'patron' },
      { who: 'staff', roles: ['admin'], at: 'consortium' },
      { who: 'staff', roles: ['desk'], at: { branch: 'body.branchId' } },
      { who: 'machine', scope: 'patron-feed', at: { member: 'path.memberId' } },
    ];
    expect(placeOfWork(permissions, atBranch('riverton.main'))).toBe('riverton');
    expect(placeOfWork(permissions, atMember('calder'))).toBe('calder');
    expect(placeOfWork(permissions, { ...atMember('calder'), body: { branchId: 5 } })).toBe('calder');
    expect(placeOfWork(permissions, { ...atMember('calder'), ...{ body: { branchId: 'riverton.main' } } })).toBe(
      'riverton',
    );
  });

  test('is unknown for work of patrons, of the consortium, and without a place', () => {
    expect(placeOfWork([{ who: 'patron' }, { who: 'anyone' }], atBranch('riverton.main'))).toBeUndefined();
    expect(
      placeOfWork([{ who: 'staff', roles: ['desk'], at: 'own-member' }], atBranch('riverton.main')),
    ).toBeUndefined();
    expect(placeOfWork([{ who: 'staff', roles: ['desk'], at: { branch: 'body.branchId' } }], nowhere)).toBeUndefined();
  });
});

describe('Before the body of a request is known', () => {
  const byBody: Permission[] = [{ who: 'staff', roles: ['desk'], at: { branch: 'body.branchId' } }];
  const byPath: Permission[] = [{ who: 'staff', roles: ['member-admin'], at: { member: 'path.memberId' } }];

  test('a role at any place suffices where the body names the place, and no other role does', () => {
    const actors = [ofBranch('desk', 'riverton.main'), ofMember('desk', 'cedar'), ofMember('ill', 'riverton'), patron];
    expect(actors.map((actor) => mayPermit(byBody, actor, nowhere))).toEqual([true, true, false, false]);
    expect(actors.map((actor) => mayPermit(byBody, actor, atBranch('riverton.main')))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('a place in the path counts, and a path that is not valid is any place', () => {
    const actors = [
      ofMember('member-admin', 'riverton'),
      ofMember('member-admin', 'cedar'),
      ofMember('desk', 'riverton'),
    ];
    expect(actors.map((actor) => mayPermit(byPath, actor, atMember('riverton')))).toEqual([true, false, false]);
    expect(actors.map((actor) => mayPermit(byPath, actor, nowhere))).toEqual([true, true, false]);
  });

  test('a machine needs the scope, at any place', () => {
    const ofSelfCheck: Permission[] = [{ who: 'machine', scope: 'self-check', at: { branch: 'body.branchId' } }];
    expect(['self-check', 'patron-feed'].map((scope) => mayPermit(ofSelfCheck, machine(scope), nowhere))).toEqual([
      true,
      false,
    ]);
  });
});
