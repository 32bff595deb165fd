import * as z from 'zod';
import { absent, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { symbolKey, symbolSchema, symbolText } from '../../../layers/protocols/iso18626/agency-symbol.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { gsi2, indexPartition, key } from './keys.ts';
import { claimSymbol, freeSymbol } from './partner-store.ts';

/**
 * The symbol by which partners know a member, or (memberId `consortium`) the consortium; copies are sent to this e-mail
 * address.
 */
export const librarySymbolSchema = z.strictObject({
  memberId: z.string(),
  symbol: symbolSchema,
  sendCopiesTo: z.email().max(200).optional(),
});
export type LibrarySymbol = z.infer<typeof librarySymbolSchema>;

/** The id that stands for the consortium when no member is named. */
export const CONSORTIUM = 'consortium';

const stored = z.object({ ...librarySymbolSchema.shape, v: z.number() });
const read = (item: unknown): LibrarySymbol => {
  const { v: _, ...symbol } = stored.parse(item);
  return symbol;
};

/** Our own symbols. */
export type LibrarySymbolStore = {
  get(memberId: string): Promise<LibrarySymbol | undefined>;
  list(): Promise<LibrarySymbol[]>;
  /** Sets the symbol and releases the one before. Returns why not: no such member, or the symbol is in use. */
  set(
    wanted: LibrarySymbol,
    audit: AuditLine,
    alsoWrite?: readonly Write[],
  ): Promise<'written' | 'member-unknown' | 'symbol-taken' | 'changed-meanwhile'>;
};

/** The members' symbols in the table. */
export const librarySymbolStore = (table: Table): LibrarySymbolStore => ({
  get: async (memberId) => {
    const item = await table.get(key('librarySymbol', { memberId }));
    return item && read(item);
  },
  list: async () => {
    const partition = indexPartition('librarySymbol', 'gsi2', {});
    return (await table.queryAll({ index: 'gsi2', partition })).map(read);
  },
  set: async (wanted, audit, alsoWrite = []) => {
    const { memberId } = wanted;
    const item = await table.get(key('librarySymbol', { memberId }), { strong: true });
    const before = item && stored.parse(item);
    const [is, was] = [symbolKey(symbolText(wanted.symbol)), before && symbolKey(symbolText(before.symbol))];
    const keys = { ...key('librarySymbol', { memberId }), ...gsi2('librarySymbol', { memberId }) };
    const put = { ...keys, ...stamp('librarySymbol', (before?.v ?? 0) + 1), ...wanted };
    const known: Write[] =
      memberId === CONSORTIUM ? [] : [{ check: membershipKeys.key('member', { memberId }), when: present() }];
    const claim = is !== undefined && is !== was ? [claimSymbol(is, { memberId })] : [];
    const free = was !== undefined && is !== was ? [freeSymbol(was, { memberId })] : [];
    const own: Write = { put, when: before ? unchanged(before.v) : absent() };
    const conflict = await table.write([...known, ...claim, own, ...free, auditWrite(audit), ...alsoWrite]);
    if (!conflict) return 'written';
    const failed = conflict.conflict.map(({ index }) => index);
    if (known.length > 0 && failed.includes(0)) return 'member-unknown';
    return claim.length > 0 && failed.includes(known.length) ? 'symbol-taken' : 'changed-meanwhile';
  },
});
