import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { checksumOf } from '../../../layers/platform/objects/sha-256.ts';
import { readAuthority } from '../../../layers/protocols/marc/authority.ts';
import type { MarcForm } from '../../../layers/protocols/marc/forms.ts';
import { type Chunks, type Piece, splitRecords } from '../../../layers/protocols/marc/split-iso2709.ts';
import { type AuthorityChange, keepAuthority } from '../data/authority-store.ts';
import { addCounts, type ImportReject, noCounts } from '../domain/loading/import.ts';
import { recordReject } from '../domain/loading/load-record.ts';
import { readOrRefused } from '../domain/loading/read-or-refused.ts';
import { readRecordAs } from '../domain/loading/read-record.ts';
import type { Loaded } from './load-group.ts';
import { splitterOf } from './load-part.ts';

/** Records stored concurrently. */
const BESIDE = 10;

type Load = { memberId: string; importId: string };
type Read = AuthorityChange | { rejected: ImportReject };

const readPiece = (piece: Piece, form: MarcForm, { memberId, importId }: Load): Read => {
  if (!('bytes' in piece)) return { rejected: recordReject(piece.reason, piece.offset) };
  const { offset } = piece;
  const bytes = Uint8Array.from(piece.bytes);
  const checksum = checksumOf(bytes);
  return readOrRefused(offset, () => {
    const read = readRecordAs(form, bytes);
    if ('rejected' in read) return { rejected: recordReject(read.rejected, offset) };
    const authority = readAuthority(read.record);
    if ('rejected' in authority) return { rejected: recordReject(authority.rejected, offset) };
    const { number, ...content } = authority;
    return { importId, offset, authorityId: `${memberId}:${number}`, checksum, ...content };
  });
};

/** Returns the last record of each number in a chunk: a later record replaces an earlier one. */
const lastOfEach = (records: readonly AuthorityChange[]): AuthorityChange[] => [
  ...new Map(records.map((one) => [one.authorityId, one])).values(),
];

const keepAll = async (table: Table, records: readonly AuthorityChange[]): Promise<Loaded['counts']> => {
  const last = lastOfEach(records);
  const outcomes = await Promise.all(last.map((one) => keepAuthority(table, one)));
  const each = outcomes.map((is) => ({ ...noCounts(), read: 1, accepted: 1, [is]: 1 }));
  const twice = records.length - last.length;
  return [...each, { ...noCounts(), read: twice, accepted: twice, unchanged: twice }].reduce(addCounts, noCounts());
};

/**
 * Reads and stores the authority records of a part of a file, in order. Takes its chunks from byte `offset` of the file on; returns counts
 * (accepted + rejected = read) and each reject with its byte offset. A repeated load changes no heading; the parts of a load may arrive in
 * any order.
 */
export const loadAuthorities = async (
  table: Table,
  load: Load,
  part: { chunks: Chunks; form: MarcForm; offset: number },
): Promise<Loaded> => {
  const total: Loaded = { counts: noCounts(), rejects: [] };
  let waiting: AuthorityChange[] = [];
  const flush = async (): Promise<void> => {
    total.counts = addCounts(total.counts, await keepAll(table, waiting));
    waiting = [];
  };
  for await (const piece of splitRecords(part.chunks, splitterOf(part.form, part.offset))) {
    const read = readPiece(piece, part.form, load);
    if ('rejected' in read) {
      total.counts = addCounts(total.counts, { ...noCounts(), read: 1, rejected: 1 });
      total.rejects.push(read.rejected);
    } else waiting.push(read);
    if (waiting.length >= BESIDE) await flush();
  }
  await flush();
  return total;
};
