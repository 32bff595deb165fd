import { createPublicKey, type KeyObject } from 'node:crypto';
import { readPublicKey } from '../../../layers/platform/identity/signing-key.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';

/** The public half of the key that signs our own tokens, and the name (kid) it has in their header. */
export type OwnKey = { kid: string; key: KeyObject };

/** The key's id, the last step of its ARN: the account and region are nobody's business in a token. */
export const keyIdOf = (keyArn: string): string => keyArn.slice(keyArn.lastIndexOf('/') + 1);

/**
 * Asks KMS for the public key once per container. A token's kid is only compared with the one we know, never used to look
 * anything up. A failed call is not kept: the next one asks again.
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
