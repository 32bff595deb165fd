import { signWithKey } from '../../../layers/platform/identity/signing-key.ts';
import { count } from '../../../layers/platform/runtime/meter.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { claimsFor, TOKEN_TYPE, type TokenSubject } from '../domain/token.ts';
import { joseSignature } from './jose-signature.ts';
import { keyIdOf } from './own-key.ts';

/** Signs our own short-lived tokens. */
export type TokenSigner = {
  /** Returns a token (JWS, ES256) for a subject, issued at `now` (epoch ms). */
  sign(subject: TokenSubject, now: number): Promise<string>;
};

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Returns the signer with a private key that never leaves KMS. */
export const kmsTokenSigner = ({ environment }: Pick<Runtime, 'environment'>): TokenSigner => {
  const keyArn = environment.need('SIGNING_KEY_ID');
  const issuer = environment.need('ISSUER');
  return {
    sign: async (subject, now) => {
      const header = encoded({ alg: 'ES256', typ: TOKEN_TYPE, kid: keyIdOf(keyArn) });
      const signed = `${header}.${encoded(claimsFor(subject, issuer, now))}`;
      count({ signatures: 1 });
      const der = await signWithKey(keyArn, Buffer.from(signed));
      return `${signed}.${joseSignature(der).toString('base64url')}`;
    },
  };
};
