import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { count } from '../../../layers/platform/runtime/meter.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { claimsFor, TOKEN_TYPE, type TokenSubject } from '../domain/token.ts';
import { joseSignature } from './jose-signature.ts';
import { keyIdOf } from './own-key.ts';

/** Signs our own short-lived tokens. */
export type TokenSigner = {
  /** A token (JWS, ES256) for a subject, issued at `now` (epoch ms). */
  sign(subject: TokenSubject, now: number): Promise<string>;
};

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

let kms: KMSClient | undefined;

/** The signer whose private key never leaves KMS. */
export const kmsTokenSigner = ({ environment }: Pick<Runtime, 'environment'>): TokenSigner => {
  const keyArn = environment.need('SIGNING_KEY_ID');
  const issuer = environment.need('ISSUER');
  return {
    sign: async (subject, now) => {
      kms ??= new KMSClient({});
      const header = encoded({ alg: 'ES256', typ: TOKEN_TYPE, kid: keyIdOf(keyArn) });
      const signed = `${header}.${encoded(claimsFor(subject, issuer, now))}`;
      count({ signatures: 1 });
      const { Signature: der } = await kms.send(
        new SignCommand({
          KeyId: keyArn,
          Message: Buffer.from(signed),
          MessageType: 'RAW',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      );
      if (!der) throw new Error('KMS gave no signature.');
      return `${signed}.${joseSignature(der).toString('base64url')}`;
    },
  };
};
