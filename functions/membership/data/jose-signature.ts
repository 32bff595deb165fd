const HALF = 32;

/** A DER integer at an offset as 32 bytes: its sign byte dropped, short ones padded in front. */
const integerAt = (der: Uint8Array, at: number): { value: Buffer; next: number } => {
  const length = der[at + 1];
  if (der[at] !== 0x02 || length === undefined || length > HALF + 1) throw new RangeError('not an integer of P-256');
  const bytes = der.subarray(at + 2, at + 2 + length);
  const value = Buffer.alloc(HALF);
  const digits = bytes.length > HALF ? bytes.subarray(bytes.length - HALF) : bytes;
  value.set(digits, HALF - digits.length);
  return { value, next: at + 2 + length };
};

/**
 * An ECDSA P-256 signature as KMS gives it (DER: a sequence of r and s, RFC 3279 section 2.2.3) as JOSE wants it (r and s,
 * 32 bytes each, RFC 7518 section 3.4). Throws on anything else: that is a fault of ours, never of a caller.
 */
export const joseSignature = (der: Uint8Array): Buffer => {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw new RangeError('not a DER signature');
  const r = integerAt(der, 2);
  const s = integerAt(der, r.next);
  if (s.next !== der.length) throw new RangeError('something follows the signature');
  return Buffer.concat([r.value, s.value]);
};
