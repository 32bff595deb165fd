import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** Returns the public key of a desk from its stored form (SPKI, base64url); undefined when it is none on P-256. */
export const readDeskKey = (publicKey: string): KeyObject | undefined => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    return undefined;
  }
};

/** Returns whether a desk signed a text: ECDSA on P-256 with SHA-256, as WebCrypto writes it (IEEE P1363, base64url). */
export const isSignedByDesk = (publicKey: string, text: string, signature: string): boolean => {
  const key = readDeskKey(publicKey);
  const given = Buffer.from(signature, 'base64url');
  return key !== undefined && verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, given);
};
