import { secretOf, signedHeaders } from './sign.ts';

// The test vector of the Standard Webhooks specification.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
const expected = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

test('the test vector of the Standard Webhooks specification is signed as it says', () => {
  expect(signedHeaders([secret], message)).toEqual({
    'webhook-id': message.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': expected,
  });
});

test('after a rotation a request has a signature of each secret', () => {
  const other = secretOf(Buffer.alloc(32, 7));
  const [first, second] = signedHeaders([secret, other], message)['webhook-signature']?.split(' ') ?? [];
  expect(first).toBe(expected);
  expect(second).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
  expect(other).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});
