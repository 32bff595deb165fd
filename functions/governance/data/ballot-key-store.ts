import { constants, generateKeyPair, privateDecrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { secretParameters } from '../../../layers/platform/runtime/secret-parameters.ts';
import type { SecretParameters } from '../../../layers/platform/runtime/ssm-parameters.ts';
import { KEY_BITS } from '../domain/ballots/secret-ballot.ts';

const generated = promisify(generateKeyPair);

/**
 * The keys of secret ballots, one pair for each. The private one is encrypted in the parameter store: not in the table, whose stream, backups and
 * copies would still have it after it was destroyed.
 */
export type BallotKeys = {
  /** Makes a pair, stores the private key, and returns the public one (SPKI, base64). */
  make(ballotId: string): Promise<string>;
  /** Returns what decrypts an envelope, undefined for one that it cannot read; undefined when the key is gone. */
  opener(ballotId: string): Promise<((envelope: string) => string | undefined) | undefined>;
  /** Destroys the private key; a missing one is no error. */
  destroy(ballotId: string): Promise<void>;
};

const decrypted = (key: string, envelope: string): string | undefined => {
  try {
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    return privateDecrypt({ key, ...padding }, Buffer.from(envelope, 'base64')).toString();
  } catch {
    return undefined;
  }
};

/** The keys in the deployment's parameter store. */
export const ballotKeys = (
  { environment }: Pick<Runtime, 'environment'>,
  parameters: SecretParameters = secretParameters,
): BallotKeys => {
  const nameOf = (ballotId: string): string => `${environment.need('BALLOT_KEYS')}/${ballotId}`;
  return {
    make: async (ballotId) => {
      const { publicKey, privateKey } = await generated('rsa', {
        modulusLength: KEY_BITS,
        publicKeyEncoding: { type: 'spki', format: 'der' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      });
      await parameters.put(
        nameOf(ballotId),
        privateKey,
        'Opens the votes of a secret ballot; destroyed after the count',
      );
      return publicKey.toString('base64');
    },
    opener: async (ballotId) => {
      const key = await parameters.get(nameOf(ballotId));
      return key === undefined ? undefined : (envelope) => decrypted(key, envelope);
    },
    destroy: (ballotId) => parameters.delete(nameOf(ballotId)),
  };
};
