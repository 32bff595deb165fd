import type { Choice } from '../shared/voting.ts';

/** The size of every vote before it is encrypted: an envelope has the same size whatever is in it. */
const PAPER_BYTES = 256;

/** Encrypts a vote to the public key of a secret ballot (SPKI, base64). Two envelopes of the same vote differ. */
export const sealVote = async (publicKey: string, choice: Choice): Promise<string> => {
  const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' };
  const der = Uint8Array.from(atob(publicKey), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('spki', der, algorithm, false, ['encrypt']);
  const paper = new TextEncoder().encode(JSON.stringify(choice).padEnd(PAPER_BYTES));
  const envelope = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, paper));
  return btoa(String.fromCharCode(...envelope));
};
