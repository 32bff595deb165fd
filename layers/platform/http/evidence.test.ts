import type { Actor } from './actor.ts';
import type { AnyContract } from './contract.ts';
import { evidenceOf } from './evidence.ts';
import type { Exchange } from './exchange.ts';

const permission: AnyContract['permission'] = [
  { who: 'staff', roles: ['admin'], at: 'consortium' },
  { who: 'staff', roles: ['desk'], at: { branch: 'body.branchId' } },
];
const at = (actor: Actor | undefined, body: object, query = {}) =>
  evidenceOf({ actor, parsed: { path: {}, query, body }, contract: { permission } } as unknown as Exchange);
const deskOf = (...branches: string[]): Actor => ({
  kind: 'staff',
  id: 'stf_1',
  grants: branches.map((branch) => ({ role: 'desk', scope: 'branch', branch })),
});

describe('The evidence of a request', () => {
  it('of staff contains where they work now, and their home', () => {
    expect(at(deskOf('riverton.main', 'calder.main'), { branchId: 'calder.main' })).toEqual({
      caller: 'staff',
      home: 'riverton',
      workplace: 'calder',
    });
  });

  it('of staff who act where they may not is their own member’s: no one can charge another member', () => {
    const evidence = at(deskOf('riverton.main'), { branchId: 'calder.main' });
    expect(evidence).toEqual({ caller: 'staff', home: 'riverton' });
  });

  it('of consortium staff is the consortium’s, at any place', () => {
    const admin: Actor = { kind: 'staff', id: 'stf_2', grants: [{ role: 'admin', scope: 'consortium' }] };
    expect(at(admin, { branchId: 'calder.main' })).toEqual({ caller: 'consortium' });
  });

  it('of a patron and of a machine is their home', () => {
    expect(at({ kind: 'patron', id: 'pat_1', member: 'calder' }, {})).toEqual({ caller: 'patron', home: 'calder' });
    expect(at({ kind: 'machine', id: 'mch_1', member: 'calder', scopes: [] }, {})).toEqual({
      caller: 'machine',
      home: 'calder',
    });
  });

  it('of a visitor is the portal that was used, or none', () => {
    expect([at(undefined, {}, { portal: 'calder' }), at(undefined, {})]).toEqual([
      { caller: 'anonymous', portal: 'calder' },
      { caller: 'anonymous' },
    ]);
  });
});
