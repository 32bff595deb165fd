import { fittingHash, hashPin, pinFits } from './pin-hash.ts';

test('a PIN fits its own hash and no other, and two hashes of one PIN differ', async () => {
  const [one, other] = [await hashPin('482615'), await hashPin('482615')];
  expect(one).toMatch(/^scrypt-15-8-1\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(other);
  expect([await pinFits('482615', one), await pinFits('482614', one)]).toEqual([true, false]);
});

test('the hash is scrypt with N = 32,768, r = 8 and p = 1 (RFC 7914): stored PINs stay valid', async () => {
  const stored = await hashPin('482615', 'c2FsdHNhbHRzYWx0c2FsdA');
  expect(stored).toBe('scrypt-15-8-1$c2FsdHNhbHRzYWx0c2FsdA$5dpPdQD5n64NcLV1WAUswlDn7O5dVVoR3-LAIljr_nk');
});

test('without a stored hash a PIN is derived all the same, and hashes with one salt only once', async () => {
  const derive = jest.spyOn(jest.requireActual<typeof import('node:crypto')>('node:crypto'), 'scrypt');
  expect(await pinFits('482615', undefined)).toBe(false);
  expect(derive).toHaveBeenCalledTimes(1);
  const salt = 'c2FsdHNhbHRzYWx0c2FsdA';
  const stored = [await hashPin('111111', salt), await hashPin('482615', salt)];
  derive.mockClear();
  expect(await fittingHash('482615', stored)).toBe(stored[1]);
  expect(derive).toHaveBeenCalledTimes(1);
  derive.mockRestore();
});
