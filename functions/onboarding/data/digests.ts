import { createHash } from 'node:crypto';
import { ID_RANDOM_BYTES, type IdKind, makeId } from '../../../layers/kernel/identity/id.ts';
import type { FileKind } from '../domain/file-kinds.ts';

const digest = (...parts: readonly string[]): Buffer => createHash('sha256').update(parts.join('\n')).digest();

/** What names a row of an old system: a digest, so that no number of a person stands in a key. */
export const loadedDigest = (memberId: string, kind: FileKind, oldId: string): string =>
  digest('loaded', memberId, kind, oldId).toString('base64url').slice(0, 24);

/**
 * The id of what a row of an old system becomes: the same for member, kind and old number, whenever and however often it is
 * loaded. `at` (epoch ms) is the time it seems to be made.
 */
export const derivedId = (id: IdKind, memberId: string, kind: FileKind, oldId: string, at = 0): string =>
  makeId(id, Math.max(0, at), digest('id', memberId, kind, oldId).subarray(0, ID_RANDOM_BYTES));

/** A number in 8 bytes, for sets of many. */
export const shortKey = (...parts: readonly string[]): bigint => digest(...parts).readBigUInt64BE(0);

/** What a column of a patron says, as a digest that means something for this patron alone. */
export const columnDigest = (patronId: string, column: string, value: string | undefined): string =>
  digest('column', patronId, column, value ?? '')
    .toString('base64url')
    .slice(0, 12);

/** What a row says in all. */
export const rowDigest = (row: unknown): string =>
  digest('row', JSON.stringify(row)).toString('base64url').slice(0, 16);
