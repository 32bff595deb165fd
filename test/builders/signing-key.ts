import { sign } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { keys } from './tokens.ts';

/** KMS with the tests' own key: it answers in the format of KMS and the emulator (DER). */
export const mockSigningKey = (): void => {
  const kms = mockClient(KMSClient);
  kms.on(SignCommand).callsFake(async ({ Message }) => ({
    Signature: sign('sha256', Message, { key: keys.elliptic.privateKey, dsaEncoding: 'der' }),
  }));
  kms.on(GetPublicKeyCommand).resolves({ PublicKey: keys.elliptic.publicKey.export({ format: 'der', type: 'spki' }) });
  Object.assign(process.env, {
    SIGNING_KEY_ID: 'arn:aws:kms:us-east-1:000000000000:key/own-1',
    ISSUER: 'urn:concord:Test',
  });
};
