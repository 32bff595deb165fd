import * as z from 'zod';
import { call } from '../../../../test/builders/call.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Actor } from '../actor.ts';
import { operation, type Permission } from '../contract.ts';
import { handle } from '../handle.ts';
import { answer } from '../outcome.ts';

const runtime: Runtime = {
  clock: { now: () => Date.UTC(2026, 10, 24) },
  ids: { next: () => 'id', secret: () => 'secret' },
  environment: { need: () => 'x', maybe: () => undefined },
};
const contract = operation({
  id: 'circulation-hold-title',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/titles',
  summary: 'Hold a title',
  permission: [{ who: 'patron' }, { who: 'staff', roles: ['desk'], at: 'own-member' }],
  touches: {},
  notForPatrons: ['body.patron'],
  idempotency: 'none',
  body: z.strictObject({ title: z.string(), patron: z.string().optional() }),
  output: z.strictObject({ forPatron: z.string() }),
  refusals: {},
  example: { body: { title: 'a' }, output: { forPatron: 'pat_1' } },
  errorImpact: 'None.',
});
const handler = handle(
  contract,
  () => ({}),
  async ({ actor, body }) => answer({ forPatron: body.patron ?? actor?.id ?? '' }),
).using(runtime);
const patron: Actor = { kind: 'patron', id: 'pat_1', member: 'cedar' };
const staff: Actor = { kind: 'staff', id: 'stf_1', grants: [{ role: 'desk', scope: 'member', member: 'cedar' }] };

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

describe('finding S15: a field that says for which patron', () => {
  it('is refused from a patron, whoever it names', async () => {
    for (const named of ['pat_2', 'pat_1'])
      expect(await call(handler, { actor: patron, body: { title: 'a', patron: named } })).toMatchObject({
        status: 400,
        body: {
          code: 'bad-input',
          errors: [{ pointer: '/body/patron', code: 'not-for-patrons', detail: expect.stringContaining('Only staff') }],
        },
      });
    expect(await call(handler, { actor: patron, body: { title: 'a' } })).toMatchObject({
      body: { forPatron: 'pat_1' },
    });
  });

  it('is what staff say', async () => {
    const answered = await call(handler, { actor: staff, body: { title: 'a', patron: 'pat_2' } });
    expect(answered).toMatchObject({ status: 200, body: { forPatron: 'pat_2' } });
  });
});

describe('Who may call an operation', () => {
  const greets = (...permission: Permission[]) => {
    const { body: _, notForPatrons: __, ...rest } = contract;
    const greeting = operation({
      ...rest,
      permission,
      output: z.strictObject({ caller: z.string() }),
      example: { output: { caller: 'pat_1' } },
    });
    return handle(
      greeting,
      () => ({}),
      async ({ actor }) => answer({ caller: actor?.id ?? 'anyone' }),
    ).using(runtime);
  };
  const forAdmins: Permission = { who: 'staff', roles: ['admin'], at: 'consortium' };
  const refused = (status: number, code: string) => ({ status, body: { code } });
  const calls = (caller: string) => ({ status: 200, body: { caller } });

  it('is told to sign in without a token, and that the roles are not enough with one', async () => {
    const admins = greets(forAdmins);
    expect(await call(admins, {})).toMatchObject(refused(401, 'not-signed-in'));
    expect(await call(admins, { actor: staff })).toMatchObject(refused(403, 'not-permitted'));
    const admin: Actor = { kind: 'staff', id: 'stf_2', grants: [{ role: 'admin', scope: 'consortium' }] };
    expect(await call(admins, { actor: admin })).toMatchObject(calls('stf_2'));
  });

  it('needs no token where anyone may, and is known by a token all the same', async () => {
    for (const open of [greets({ who: 'anyone' }), greets(forAdmins, { who: 'anyone' })]) {
      expect(await call(open, {})).toMatchObject(calls('anyone'));
      expect(await call(open, { actor: patron })).toMatchObject(calls('pat_1'));
    }
  });

  it('is refused with a token that is not valid, also where anyone may', async () => {
    for (const reason of ['token-expired', 'token-refused'] as const)
      for (const permission of [forAdmins, { who: 'anyone' } as const])
        expect(await call(greets(permission), { reason })).toMatchObject(refused(401, reason));
  });

  it('is a partner by credentials of its own, which are no token; a token counts where others may call too', async () => {
    expect(await call(greets({ who: 'partner' }), { reason: 'token-refused' })).toMatchObject(calls('anyone'));
    expect(await call(greets({ who: 'partner' }), {})).toMatchObject(calls('anyone'));
    expect(await call(greets({ who: 'partner' }, forAdmins), { reason: 'token-refused' })).toMatchObject(
      refused(401, 'token-refused'),
    );
  });
});
