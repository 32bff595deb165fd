import * as z from 'zod';
import { call } from '../../../../test/builders/call.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Actor } from '../actor.ts';
import { operation } from '../contract.ts';
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
        body: { code: 'bad-input', errors: [{ pointer: '/body/patron', code: 'not-for-patrons' }] },
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
