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
const statusOf = async (isBehind: boolean, authorizer: unknown): Promise<number> => {
  const handler = handle(
    contract,
    () => ({}),
    async () => answer({ text: 'Hello' }),
  ).using({
    clock: { now: () => Date.UTC(2026, 10, 24) },
    ids: { next: () => 'id', secret: () => 'secret' },
    environment: readEnvironment({ ...(isBehind && { BEHIND_CLOUDFRONT: 'true' }) }),
  });
  return (await call(handler, { authorizer })).status;
};

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

describe('finding S12: a function knows requests of CloudFront by its authorizer, and holds no secret', () => {
  test('refuses a request that the authorizer does not know as CloudFront’s, or that passed no authorizer', async () => {
    const contexts = [{ origin: 'cloudfront' }, {}, { origin: 'elsewhere' }, { reason: 'token-refused' }, undefined];
    expect(await Promise.all(contexts.map((context) => statusOf(true, context)))).toEqual([200, 403, 403, 403, 403]);
  });

  test('asks nothing where there is no CloudFront', async () => {
    expect(await statusOf(false, undefined)).toBe(200);
  });
});
