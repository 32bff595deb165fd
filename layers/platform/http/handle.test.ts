import * as z from 'zod';
import { anEvent } from '../../../test/builders/call.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { operation } from './contract.ts';
import { handle } from './handle.ts';
import { answer } from './outcome.ts';

const runtime: Runtime = {
  clock: { now: () => Date.UTC(2026, 10, 24) },
  ids: { next: () => 'id', secret: () => 'secret' },
  environment: { need: () => 'x', maybe: () => undefined },
};
const contract = operation({
  id: 'membership-greet',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/greeting',
  summary: 'Greet',
  permission: [{ who: 'anyone' }],
  touches: {},
  output: z.strictObject({ text: z.string() }),
  refusals: {},
  example: { output: { text: 'Hello, Ada' } },
  errorImpact: 'None.',
});

/** A handler with two dependencies that counts its compositions. */
const greeter = () => {
  const composed: Runtime[] = [];
  const handler = handle(
    contract,
    (given) => {
      composed.push(given);
      return { greeting: () => 'Hello', name: () => 'Ada' };
    },
    async (_request, { greeting, name, clock }) =>
      answer({ text: `${greeting()}, ${name()} of ${new Date(clock.now()).getUTCFullYear()}` }),
  );
  return { handler: handler.using(runtime), composed };
};

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

const textOf = async (handler: ReturnType<typeof greeter>['handler']) =>
  JSON.parse((await handler(anEvent({}), { awsRequestId: 'lambda-1' })).body).text;

describe('The dependencies of a handler', () => {
  it('are composed once for a container', async () => {
    const { handler, composed } = greeter();
    await textOf(handler);
    expect(await textOf(handler)).toBe('Hello, Ada of 2026');
    expect(composed).toEqual([runtime]);
  });

  it('can be replaced one by one, without changing the handler itself', async () => {
    const { handler } = greeter();
    const replaced = handler.with({ name: () => 'Grace' });
    expect(await textOf(replaced)).toBe('Hello, Grace of 2026');
    expect(await textOf(replaced.with({ greeting: () => 'Bye' }))).toBe('Bye, Grace of 2026');
    expect(await textOf(handler)).toBe('Hello, Ada of 2026');
  });

  it('stay replaced on another runtime', async () => {
    const { handler } = greeter();
    const later = { ...runtime, clock: { now: () => Date.UTC(2031, 0, 1) } };
    expect(await textOf(handler.with({ name: () => 'Grace' }).using(later))).toBe('Hello, Grace of 2031');
  });
});

describe('finding S11: the headers of an answer', () => {
  const expected = {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
  const headersOf = async (
    run: () => Promise<{ ok: { text: string }; headers?: Record<string, string> }>,
    event = anEvent({}),
  ) => {
    const { statusCode, headers } = await handle(contract, () => ({}), run).using(runtime)(event, {
      awsRequestId: 'lambda-1',
    });
    return { statusCode, headers };
  };

  it('are the same on a success, a refusal and a fault', async () => {
    const refused = anEvent({ reason: 'token-expired' });
    jest.spyOn(console, 'error').mockImplementation(() => {});
    const broken = async () => {
      throw new Error('broken');
    };
    const greeted = async () => answer({ text: 'Hello' });
    expect(await headersOf(greeted)).toEqual({
      statusCode: 200,
      headers: { ...expected, 'content-type': 'application/json' },
    });
    expect(await headersOf(greeted, refused)).toMatchObject({ statusCode: 401, headers: expected });
    expect(await headersOf(broken)).toMatchObject({ statusCode: 500, headers: expected });
  });

  it('give way to those that an operation sets for a page', async () => {
    const own = { 'content-security-policy': "default-src 'self'", 'cache-control': 'max-age=60' };
    const { headers } = await headersOf(async () => answer({ text: 'Hello' }, own));
    expect(headers).toMatchObject({ ...expected, ...own });
  });
});
