import { readEnvironment } from '../runtime/environment.ts';
import { metered } from '../runtime/meter.ts';
import { openTextSender, TextNotSent } from './text-message.ts';

const fetched = jest.spyOn(globalThis, 'fetch');
const answers = (status: number, code?: string, text = '') =>
  fetched.mockResolvedValueOnce(
    new Response(code && `<ErrorResponse><Code>${code}</Code><Message>${text}</Message></ErrorResponse>`, { status }),
  );

beforeAll(() => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' });
});

const send = openTextSender('+12015550100', readEnvironment({ AWS_REGION: 'us-east-1' }));
const message = { to: '+12125550188', text: 'x'.repeat(161) };

test('a text message leaves by one signed request from the deployment’s number, and its segments are counted', async () => {
  answers(200);
  const segments = await metered(async ({ units }) => {
    expect(await send(message)).toBe('accepted');
    return units.textSegments;
  });
  expect(segments).toBe(2);
  const [address, init] = fetched.mock.calls[0] ?? [];
  expect(String(address)).toBe('https://sns.us-east-1.amazonaws.com/');
  const body = Object.fromEntries(new URLSearchParams(String(init?.body)));
  expect(body).toMatchObject({ Action: 'Publish', PhoneNumber: message.to, Message: message.text });
  expect(Object.values(body)).toContain('+12015550100');
  expect(Object.values(body)).toContain('Transactional');
  expect(new Headers(init?.headers).get('authorization')).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/sns\/aws4_request, SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}$/,
  );
});

test('segments are counted where the text was sent or may have been, and not where the service refused it', async () => {
  const counted = (act: () => void) =>
    metered(async ({ units }) => {
      act();
      await send(message).catch(() => {});
      return units.textSegments;
    });
  expect([
    await counted(() => answers(400, 'OptedOut')),
    await counted(() => answers(403, 'AuthorizationError')),
    await counted(() => answers(503)),
    await counted(() => fetched.mockRejectedValueOnce(new Error('timed out'))),
  ]).toEqual([0, 0, 2, 2]);
});

test('a number that takes no text messages is refused; what may pass is thrown, and says whether nothing was sent', async () => {
  answers(400, 'InvalidParameter', 'Invalid parameter: PhoneNumber Reason: +12125550188 is not valid to publish to');
  expect(await send(message)).toBe('refused');
  // A wrong configuration is not the patron's number.
  answers(400, 'InvalidParameter', 'Invalid parameter: AWS.MM.SMS.OriginationNumber');
  await expect(send(message)).rejects.toThrow(TextNotSent);
  answers(400, 'OptedOut');
  expect(await send(message)).toBe('refused');
  answers(403, 'AuthorizationError');
  await expect(send(message)).rejects.toThrow(TextNotSent);
  answers(503);
  await expect(send(message)).rejects.toThrow('503 unknown');
});
