import { createHash } from 'node:crypto';
import { ID_RANDOM_BYTES, type IdKind, makeId } from '../../../layers/kernel/identity/id.ts';
import type { FileKind } from '../domain/files/file-kinds.ts';

const digest = (...parts: readonly string[]): Buffer => createHash('sha256').update(parts.join('\n')).digest();

/** Computes the digest that identifies a row of an old system, so that no personal number is part of a key. */
export const loadedDigest = (memberId: string, kind: FileKind, oldId: string): string =>
  digest('loaded', memberId, kind, oldId).toString('base64url').slice(0, 24);

/**
 * Derives the id of what a row of an old system becomes: the same for member, kind and old number, however often it is
 * loaded. `at` (epoch ms) is the creation time that the id shows.
 */
export const derivedId = (id: IdKind, memberId: string, kind: FileKind, oldId: string, at = 0): string =>
  makeId(id, Math.max(0, at), digest('id', memberId, kind, oldId).subarray(0, ID_RANDOM_BYTES));

/** Computes an 8-byte digest, for large sets. */
export const shortKey = (...parts: readonly string[]): bigint => digest(...parts).readBigUInt64BE(0);

/** Computes the digest of a patron's column, salted with the patron's id. */
export const columnDigest = (patronId: string, column: string, value: string | undefined): string =>
  digest('column', patronId, column, value ?? '')
    .toString('base64url')
    .slice(0, 12);

/** Computes the digest of a whole row. */
export const rowDigest = (row: unknown): string =>
  digest('row', JSON.stringify(row)).toString('base64url').slice(0, 16);
