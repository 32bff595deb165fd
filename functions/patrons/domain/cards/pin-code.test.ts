import fc from 'fast-check';
import { pinCodeOf, pinCodeSchema } from './pin-code.ts';

test('a code has eight digits for any secret, and another secret gives another code', () => {
  const secret = fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => Buffer.from(bytes).toString('base64url'));
  fc.assert(fc.property(secret, (one) => expect(pinCodeSchema.parse(pinCodeOf(one))).toBe(pinCodeOf(one))));
  const codes = Array.from({ length: 500 }, (_, i) =>
    pinCodeOf(Buffer.alloc(32, `secret ${i * 7919}`).toString('base64url')),
  );
  expect(pinCodeOf(Buffer.alloc(32, 0).toString('base64url'))).toBe('00000000');
  expect(pinCodeOf(Buffer.alloc(32, 255).toString('base64url'))).toBe(String((2 ** 48 - 1) % 10 ** 8));
  expect(codes.every((code) => /^\d{8}$/.test(code))).toBe(true);
});

test.each([
  [' 1234 5678 ', true],
  ['1234567', false],
  ['123456789', false],
  ['12345678a', false],
  ['', false],
])('%j is a code as typed: %s', (typed, is) => {
  expect(pinCodeSchema.safeParse(typed).success).toBe(is);
});

test('a code depends on all of the first 48 bits of its secret, whatever signs they are written with', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const secret = Buffer.from(bytes);
      expect(Number(pinCodeOf(secret.toString('base64url')))).toBe(secret.readUIntBE(0, 6) % 10 ** 8);
    }),
  );
});

test('whoever types something else is told what a code has', () => {
  expect(pinCodeSchema.safeParse('1234').error?.issues.map(({ message }) => message)).toEqual(['A code has 8 digits.']);
});
