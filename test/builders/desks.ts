import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { signedByDesk } from '../../functions/membership/domain/desk.ts';

/** A device with the key that a browser would make: the public half as it enrols, and the signature of a request. */
export const aDevice = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
  const signature = (deskId: string, at: number, proves: string, key: KeyObject = privateKey): string => {
    const text = Buffer.from(signedByDesk(deskId, at, proves));
    return sign('sha256', text, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  };
  return { publicKey: spki, signature };
};
