import * as z from 'zod';
import { absent, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { symbolKey, symbolText } from '../../../layers/protocols/iso18626/agency-symbol.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { hashSecret } from '../../membership/public/hash-secret.ts';
import { secretFits } from '../../membership/public/secret-fits.ts';
import { type Partner, partnerSchema } from '../domain/partners/partner.ts';
import { gsi2, indexPartition, key } from './keys.ts';

const stored = z.object({
  ...partnerSchema.shape,
  v: z.number(),
  secretHash: z.string(),
  oldSecretHash: z.string().optional(),
});

/** A stored partner: its version, and the hashes of its secrets. */
export type StoredPartner = z.infer<typeof stored>;

/** The owner of a symbol: a partner, a member, or (`consortium`) the consortium. */
export type SymbolOwner = { partnerId: string } | { memberId: string };

const ownerSchema = z.object({ partnerId: z.string().optional(), memberId: z.string().optional() });

/** The result of a write: done, or why not; `taken` is the symbol or account name in use. */
export type PartnerWritten = 'written' | 'changed-meanwhile' | { taken: string };

/** The partners: libraries and brokers outside the consortium. */
export type PartnerStore = {
  /** Adds a partner, claims its symbols and account name; stores its secret as a hash only. */
  add(partner: Partner, secret: string, audit: AuditLine): Promise<PartnerWritten>;
  /** Loads a partner, strongly read: a pause or a changed secret is effective at once. */
  get(partnerId: string): Promise<StoredPartner | undefined>;
  /** A partner without the fields that only the store knows. */
  show(partnerId: string): Promise<Partner | undefined>;
  /** Writes a partner on condition that it is unchanged, and `also` with it; releases symbols that it no longer has. */
  edit(before: StoredPartner, after: StoredPartner, audit: AuditLine, also?: readonly Write[]): Promise<PartnerWritten>;
  /** Deletes a partner on condition that it is unchanged, and releases its symbols. False when it has changed. */
  remove(before: StoredPartner, audit: AuditLine): Promise<boolean>;
  list(page: PageRequest): Promise<CursorPage<Partner> | 'bad-cursor'>;
  /** Finds the owner of a symbol (`type:value`) or an account name (`ACCOUNT:name`). */
  ownerOf(symbol: string): Promise<SymbolOwner | undefined>;
};

/** A partner without the fields of the store. */
export const shownPartner = ({ v: _v, secretHash: _hash, oldSecretHash: _old, ...partner }: StoredPartner): Partner =>
  partner;

/** The key of an account name among the symbols. */
export const accountSymbol = (accountId: string): string => `ACCOUNT:${accountId}`;

const claimsOf = ({ symbols, accountId }: Pick<Partner, 'symbols' | 'accountId'>): string[] => {
  const named = accountId === undefined ? [] : [accountSymbol(accountId)];
  return [...new Set([...symbols.map(symbolText), ...named].flatMap((symbol) => symbolKey(symbol) ?? []))];
};

/** Builds the write that claims a symbol for its owner; it fails when the symbol is in use. */
export const claimSymbol = (symbol: string, owner: SymbolOwner): Write => ({
  put: { ...key('illSymbol', { symbol }), ...stamp('illSymbol', 1), symbol, ...owner },
  when: absent(),
});

/** Builds the write that releases a symbol, on condition that it is its owner's. */
export const freeSymbol = (symbol: string, owner: SymbolOwner): Write => {
  const [[name, id] = ['', '']] = Object.entries(owner);
  return { delete: key('illSymbol', { symbol }), when: equals(name, id) };
};

const rowOf = (partner: StoredPartner) => ({
  ...key('partner', partner),
  ...gsi2('partner', partner),
  ...stamp('partner', partner.v),
  ...partner,
});

/**
 * Checks a secret against the partner's current and previous one (epoch ms). In constant time, also without a partner.
 */
export const partnersSecret = (partner: StoredPartner | undefined, secret: string, now: number): boolean => {
  const old = partner !== undefined && Date.parse(partner.oldSecretUntil ?? '') > now;
  const [fits, fitsOld] = [
    secretFits(secret, partner?.secretHash),
    secretFits(secret, old ? partner.oldSecretHash : undefined),
  ];
  return fits || fitsOld;
};

/** The partner's row after it received a new secret; the old one stays valid until then. */
export const withSecret = (
  partner: StoredPartner,
  secret: string,
  at: string,
  oldSecretUntil: string,
): StoredPartner => ({
  ...partner,
  secretHash: hashSecret(secret),
  secretSince: at,
  oldSecretHash: partner.secretHash,
  oldSecretUntil,
});

/** The conflicting symbol among the claims at the start of a transaction. */
const takenOf = (claims: readonly string[], conflict: readonly { index: number }[]): PartnerWritten => {
  const taken = conflict.flatMap(({ index }) => claims[index] ?? [])[0];
  return taken === undefined ? 'changed-meanwhile' : { taken };
};

/** The partners in the table. */
export const partnerStore = (table: Table): PartnerStore => {
  const get: PartnerStore['get'] = async (partnerId) => {
    const item = await table.get(key('partner', { partnerId }), { strong: true });
    return item && stored.parse(item);
  };
  return {
    get,
    show: async (partnerId) => {
      const found = await get(partnerId);
      return found && shownPartner(found);
    },
    add: async (partner, secret, audit) => {
      const { partnerId } = partner;
      const claims = claimsOf(partner);
      const row = rowOf({ ...partner, v: 1, secretHash: hashSecret(secret) });
      const conflict = await table.write([
        ...claims.map((symbol) => claimSymbol(symbol, { partnerId })),
        { put: row, when: absent() },
        auditWrite(audit),
      ]);
      return conflict ? takenOf(claims, conflict.conflict) : 'written';
    },
    edit: async (before, after, audit, also = []) => {
      const { partnerId } = before;
      const [had, has] = [claimsOf(before), claimsOf(after)];
      const claims = has.filter((symbol) => !had.includes(symbol));
      const conflict = await table.write([
        ...claims.map((symbol) => claimSymbol(symbol, { partnerId })),
        ...had.filter((symbol) => !has.includes(symbol)).map((symbol) => freeSymbol(symbol, { partnerId })),
        { put: rowOf({ ...after, v: before.v + 1 }), when: unchanged(before.v) },
        auditWrite(audit),
        ...also,
      ]);
      return conflict ? takenOf(claims, conflict.conflict) : 'written';
    },
    remove: async (before, audit) => {
      const { partnerId } = before;
      const conflict = await table.write([
        { delete: key('partner', { partnerId }), when: unchanged(before.v) },
        ...claimsOf(before).map((symbol) => freeSymbol(symbol, { partnerId })),
        auditWrite(audit),
      ]);
      return conflict === undefined;
    },
    list: (page) => {
      const partition = indexPartition('partner', 'gsi2', {});
      return readPage(table, { index: 'gsi2', partition }, page, (item) => shownPartner(stored.parse(item)));
    },
    ownerOf: async (symbol) => {
      // Some peers omit the type, and most symbols are ISILs.
      const names = symbol.includes(':') ? [symbol] : [symbol, `ISIL:${symbol}`];
      const keys = names.flatMap((name) => symbolKey(name) ?? []).map((known) => key('illSymbol', { symbol: known }));
      const item = (await table.getMany(keys)).find((one) => one !== undefined);
      if (!item) return undefined;
      const { partnerId, memberId = '' } = ownerSchema.parse(item);
      return partnerId === undefined ? { memberId } : { partnerId };
    },
  };
};
