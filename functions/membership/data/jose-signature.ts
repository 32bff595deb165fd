const HALF = 32;

/** Returns a DER integer at an offset as 32 bytes: without its sign byte, short ones left-padded. */
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
 * Converts an ECDSA P-256 signature from KMS (DER: a sequence of r and s, RFC 3279 section 2.2.3) to the JOSE format (r and s, 32 bytes
 * each, RFC 7518 section 3.4). Throws on any other input: a bug, never the caller's error.
 */
export const joseSignature = (der: Uint8Array): Buffer => {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw new RangeError('not a DER signature');
  const r = integerAt(der, 2);
  const s = integerAt(der, r.next);
  if (s.next !== der.length) throw new RangeError('something follows the signature');
  return Buffer.concat([r.value, s.value]);
};
