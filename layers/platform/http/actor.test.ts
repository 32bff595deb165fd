import { type Actor, actorName, actorOf, chargedBy, machineOf, patronOf, staffOf } from './actor.ts';

const staff: Actor = {
  kind: 'staff',
  id: 'stf_1',
  grants: [{ role: 'desk', scope: 'branch', branch: 'riverton.main' }],
};
const patron: Actor = { kind: 'patron', id: 'pat_1', member: 'riverton', signedInAt: 1_780_000_000 };
const machine: Actor = {
  kind: 'machine',
  id: 'mch_1',
  member: 'riverton',
  scopes: ['self-check'],
  branch: 'riverton.main',
};

describe('The actor of a request', () => {
  test.each([staff, patron, machine])('is read from the authorizer’s context: %j', (actor) => {
    expect(actorOf({ actor: JSON.stringify(actor) })).toEqual({ actor });
  });

  test.each([undefined, null, {}, { actor: '' }])('is nobody when no token was sent: %j', (context) => {
    expect(actorOf(context)).toBeUndefined();
  });

  test.each(['token-expired', 'token-refused'])('is missing for the reason that the authorizer gives: %s', (reason) => {
    expect(actorOf({ reason })).toEqual({ reason });
    expect(actorOf({ reason, actor: JSON.stringify(staff) })).toEqual({ reason });
  });

  test.each([
    { reason: 'because' },
    { actor: 5 },
    'staff',
    { actor: JSON.stringify({ ...staff, grants: [{ role: 'desk', scope: 'everywhere' }] }) },
    { actor: JSON.stringify({ ...staff, grants: [{ role: 'owner', scope: 'consortium' }] }) },
    { actor: JSON.stringify({ ...staff, kind: 'root' }) },
    { actor: JSON.stringify({ ...staff, member: 'riverton' }) },
    { actor: JSON.stringify({ ...patron, scopes: ['self-check'] }) },
    { actor: JSON.stringify({ ...machine, grants: [] }) },
    { actor: JSON.stringify({ kind: 'patron', id: 'pat_1' }) },
    { actor: JSON.stringify({ kind: 'machine', id: 'mch_1', member: 'riverton' }) },
  ])('is refused when the context is not one that our authorizer writes: %j', (context) => {
    expect(actorOf(context)).toEqual({ reason: 'token-refused' });
  });
});

describe('The name of an actor', () => {
  test('tells kind and id, and "anyone" for nobody', () => {
    expect([staff, patron, machine, undefined].map(actorName)).toEqual([
      'staff:stf_1',
      'patron:pat_1',
      'machine:mch_1',
      'anyone',
    ]);
  });

  test('on a bill leaves out which patron, whose bill it is', () => {
    expect([staff, patron, machine, undefined].map(chargedBy)).toEqual([
      'staff:stf_1',
      'patron',
      'machine:mch_1',
      'anyone',
    ]);
  });
});

test('an operation for one kind of caller fails on any other, because its contract let a wrong one in', () => {
  expect([patronOf(patron), machineOf(machine), staffOf(staff)]).toEqual([patron, machine, staff]);
  for (const other of [staff, machine, undefined]) expect(() => patronOf(other)).toThrow('must let only patrons in');
  for (const other of [staff, patron, undefined]) expect(() => machineOf(other)).toThrow('must let only machines in');
  for (const other of [patron, machine, undefined]) expect(() => staffOf(other)).toThrow('must let only staff in');
});
