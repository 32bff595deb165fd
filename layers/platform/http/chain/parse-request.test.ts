import * as z from 'zod';
import { type Call, call } from '../../../../test/builders/call.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { operation } from '../contract.ts';
import { handle } from '../handle.ts';
import { answer } from '../outcome.ts';

const runtime: Runtime = {
  clock: { now: () => Date.UTC(2026, 10, 24) },
  ids: { next: () => 'id', secret: () => 'secret' },
  environment: { need: () => 'x', maybe: () => undefined },
};
const contract = operation({
  id: 'membership-note-term',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/terms/{term}',
  summary: 'Note a term',
  permission: [{ who: 'anyone' }],
  touches: {},
  idempotency: 'none',
  params: z.strictObject({ term: z.string() }),
  query: z.strictObject({ in: z.string().optional() }),
  body: z.strictObject({ text: z.string(), more: z.array(z.record(z.string(), z.string())).optional() }),
  output: z.strictObject({ text: z.string() }),
  refusals: {},
  example: { params: { term: 'a' }, body: { text: 'a' }, output: { text: 'a' } },
  errorImpact: 'None.',
});
const handler = handle(
  contract,
  () => ({}),
  async ({ body }) => answer({ text: body.text }),
).using(runtime);

const asked = async (request: Call) => {
  const { status, body } = await call(handler, { path: { term: 'a' }, body: { text: 'b' }, ...request });
  const { errors = [] } = body as { errors?: { pointer: string; code: string }[] };
  return [status, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)];
};

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

describe('finding S10: ill-formed text in a request', () => {
  it.each<[string, Call, string]>([
    ['half of a surrogate pair in the body', { rawBody: '{"text":"\\ud800"}' }, '/body/text'],
    ['a NUL in the body', { rawBody: '{"text":"a\\u0000b"}' }, '/body/text'],
    ['a value inside', { rawBody: '{"text":"a","more":[{"k":"\\udfff"}]}' }, '/body/more/0/k'],
    ['a key inside', { rawBody: '{"text":"a","more":[{"\\ud800":"v"}]}' }, '/body/more/0/\ufffd'],
    ['an unknown field', { rawBody: '{"text":"a","\\ud800":1}' }, '/body/\ufffd'],
    ['bytes that are not UTF-8', { rawBytes: Buffer.from('{"text":"\xe9"}', 'latin1') }, '/body'],
    ['a query parameter', { query: { in: '\ud800' } }, '/query/in'],
    ['a NUL in a query parameter', { query: { in: '\0' } }, '/query/in'],
    ['a part of the path', { path: { term: 'a\udc00' } }, '/path/term'],
  ])('%s is refused with its pointer', async (_what, request, pointer) => {
    expect(await asked(request)).toEqual([400, `${pointer} ill-formed-text`]);
  });

  it('is named in every part at once', async () => {
    const [status, ...errors] = await asked({
      path: { term: '\0' },
      query: { in: '\0' },
      rawBody: '{"text":"\\ud800"}',
    });
    expect(status).toBe(400);
    expect(errors).toHaveLength(3);
  });

  it('is refused in an Idempotency-Key', async () => {
    const keys = ['\ud800', 'a\0', 'é'];
    for (const key of keys)
      expect(await asked({ headers: { 'idempotency-key': key } })).toEqual([
        400,
        '/headers/Idempotency-Key invalid-format',
      ]);
  });

  it('does not concern pairs, other scripts, or the replacement character', async () => {
    expect(await asked({ body: { text: '\ud83d\ude00 漢字 \ufffd é' } })).toEqual([200]);
  });
});
