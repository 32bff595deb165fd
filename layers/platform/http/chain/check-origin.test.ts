import * as z from 'zod';
import { call } from '../../../../test/builders/call.ts';
import { readEnvironment } from '../../runtime/environment.ts';
import { operation } from '../contract.ts';
import { handle } from '../handle.ts';
import { answer } from '../outcome.ts';

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
  example: { output: { text: 'Hello' } },
  errorImpact: 'None.',
});
const statusWith = async (setting: string | undefined, sent: string | undefined): Promise<number> => {
  const handler = handle(
    contract,
    () => ({}),
    async () => answer({ text: 'Hello' }),
  ).using({
    clock: { now: () => Date.UTC(2026, 10, 24) },
    ids: { next: () => 'id', secret: () => 'secret' },
    environment: readEnvironment({ ...(setting !== undefined && { ORIGIN_SECRET: setting }) }),
  });
  return (await call(handler, sent === undefined ? {} : { headers: { 'x-concord-origin': sent } })).status;
};

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

describe('finding W15: the secret by which the APIs know CloudFront', () => {
  const [now, before, older] = ['a', 'b', 'c'].map((letter) => letter.repeat(48));

  test('is the current or the previous value while it rotates, and no third', async () => {
    const both = `${now},${before}`;
    expect(await Promise.all([now, before, older, '', undefined, both].map((sent) => statusWith(both, sent)))).toEqual([
      ...[200, 200],
      ...[403, 403, 403, 403],
    ]);
  });

  test('has no previous value before its first rotation', async () => {
    const first = `${now},none`;
    expect(await Promise.all([now, 'none', ''].map((sent) => statusWith(first, sent)))).toEqual([200, 403, 403]);
  });

  test('is not asked for where there is no CloudFront', async () => {
    expect(await statusWith(undefined, undefined)).toBe(200);
  });
});
