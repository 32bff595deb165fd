import { createPublicKey, type KeyObject } from 'node:crypto';
import { readPublicKey } from '../../../layers/platform/identity/signing-key.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';

/** The public half of the key that signs our own tokens, and its name (kid) in their header. */
export type OwnKey = { kid: string; key: KeyObject };

/** Returns the key's id, the last step of its ARN: account and region do not belong in a token. */
export const keyIdOf = (keyArn: string): string => keyArn.slice(keyArn.lastIndexOf('/') + 1);

/**
 * Reads the public key from KMS once per container. A token's kid is only compared with the known one, never used for a look-up. A
 * failed call is not cached: the next one retries.
 */
export const kmsOwnKey = ({ environment }: Pick<Runtime, 'environment'>): (() => Promise<OwnKey>) => {
  let asked: Promise<OwnKey> | undefined;
  const ask = async (): Promise<OwnKey> => {
    const keyArn = environment.need('SIGNING_KEY_ID');
    const der = Buffer.from(await readPublicKey(keyArn));
    return { kid: keyIdOf(keyArn), key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
  };
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
};
