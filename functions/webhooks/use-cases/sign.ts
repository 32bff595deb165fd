import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** What is signed: the message's id, the time of the attempt in epoch seconds, and the body as sent. */
export type Signed = { id: string; timestamp: number; body: string };

/** Returns a secret in the form of the Standard Webhooks specification. Takes 24 to 64 random bytes. */
export const secretOf = (bytes: Uint8Array): string => `${PREFIX}${Buffer.from(bytes).toString('base64')}`;

/** Returns the id of a new secret: random, so that of two rotations at once neither writes over the other's. */
export const newSecretId = (): string => randomBytes(12).toString('hex');

const signature = (secret: string, { id, timestamp, body }: Signed): string => {
  const bytes = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', bytes).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
};

/** Returns the headers of a request by the Standard Webhooks specification, with one signature for each secret. */
export const signedHeaders = (secrets: readonly string[], signed: Signed): Record<string, string> => ({
  'webhook-id': signed.id,
  'webhook-timestamp': String(signed.timestamp),
  'webhook-signature': secrets.map((secret) => signature(secret, signed)).join(' '),
});
