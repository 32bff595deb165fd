import { PAPER_BYTES } from './secret-ballot.ts';

/** Encrypts a vote to the public key of a secret ballot (SPKI, base64), as the web app does. Returns the envelope in base64. */
export const sealVote = async (publicKey: string, choice: unknown): Promise<string> => {
  const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' };
  const der = Buffer.from(publicKey, 'base64');
  const key = await crypto.subtle.importKey('spki', der, algorithm, false, ['encrypt']);
  const paper = new TextEncoder().encode(JSON.stringify(choice).padEnd(PAPER_BYTES));
  return Buffer.from(await crypto.subtle.encrypt(algorithm, key, paper)).toString('base64');
};
