import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { joseSignature } from './jose-signature.ts';

test('every DER signature is converted to one that JOSE verifies, including short integers and sign bytes', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // About one signature in 128 has a short integer, one in two a sign byte: four hundred include both.
  for (let i = 0; i < 400; i += 1) {
    const message = createHash('sha256').update(String(i)).digest();
    const jose = joseSignature(sign('sha256', message, { key: privateKey, dsaEncoding: 'der' }));
    expect(jose).toHaveLength(64);
    expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, jose)).toBe(true);
  }
});

test.each(['', '3003020100', '30060201010201', '300602010102010100'])('%s is not a signature', (hex) => {
  expect(() => joseSignature(Buffer.from(hex, 'hex'))).toThrow(RangeError);
});
