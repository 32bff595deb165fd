import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { clientSettings } from '../runtime/client-settings.ts';

let shared: KMSClient | undefined;
const client = (): KMSClient => {
  shared ??= new KMSClient(clientSettings());
  return shared;
};

/** Reads the public half of a key in KMS (DER, SubjectPublicKeyInfo). */
export const readPublicKey = async (keyArn: string): Promise<Uint8Array> => {
  const { PublicKey: der } = await client().send(new GetPublicKeyCommand({ KeyId: keyArn }));
  if (!der) throw new Error('KMS gave no public key.');
  return der;
};

/** Signs a message with a key that never leaves KMS (ECDSA over its SHA-256 digest; the signature in DER). */
export const signWithKey = async (keyArn: string, message: Uint8Array): Promise<Uint8Array> => {
  const { Signature: der } = await client().send(
    new SignCommand({
      KeyId: keyArn,
      Message: message,
      MessageType: 'RAW',
      SigningAlgorithm: 'ECDSA_SHA_256',
    }),
  );
  if (!der) throw new Error('KMS gave no signature.');
  return der;
};
