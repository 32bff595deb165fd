import { sha256 } from '../../../layers/platform/objects/sha-256.ts';

/** Returns the key of a title, by the vendor's identifier of it. */
export const titleKeyOf = (identifier: string): string => sha256(identifier).slice(0, 20);

/** Returns the checksum of what a title's record is made of. */
export const descriptionChecksum = (description: string): string => sha256(description).slice(0, 32);
