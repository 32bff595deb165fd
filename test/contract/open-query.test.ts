import * as z from 'zod';
import { operation } from '../../layers/platform/http/contract.ts';
import { handle } from '../../layers/platform/http/handle.ts';
import { openApi } from '../../layers/platform/http/openapi.ts';
import { answer } from '../../layers/platform/http/outcome.ts';
import { systemRuntime } from '../../layers/platform/runtime/runtime.ts';
import { call } from '../builders/call.ts';

const contract = operation({
  id: 'resource-sharing-echo-query',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/echo',
  summary: 'Give an open query back',
  permission: [{ who: 'anyone' }],
  touches: {},
  openQuery: true,
  query: z.string().max(40),
  output: z.strictObject({ query: z.string() }),
  refusals: {},
  example: { query: 'a=1', output: { query: 'a=1' } },
  errorImpact: 'Nothing.',
});
const echo = handle(
  contract,
  () => ({}),
  async ({ query }) => answer({ query }),
).using(systemRuntime());

beforeAll(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

test('an open query arrives unchanged: escaped, with every key, known or not, as often as it occurs', async () => {
  const query = 'rft.au=L%C3%A9ger&rft.au=Roe&x=%E9+%';
  expect(await call(echo, { query })).toMatchObject({ status: 200, body: { query } });
  expect(await call(echo)).toMatchObject({ status: 200, body: { query: '' } });
  expect(await call(echo, { query: `x=${'y'.repeat(50)}` })).toMatchObject({
    status: 400,
    body: { code: 'bad-input' },
  });
});

test('OpenAPI describes it as one parameter with any names', () => {
  const { paths } = openApi([contract]) as { paths: Record<string, { get: { parameters: object[] } }> };
  expect(paths['/v1/resource-sharing/echo']?.get.parameters).toMatchObject([
    { in: 'query', style: 'form', explode: true, schema: { type: 'object', additionalProperties: { type: 'string' } } },
  ]);
});
