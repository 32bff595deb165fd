import * as z from 'zod';
import { absent, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { hashSecret, secretFits } from '../../membership/public/secret-hash.ts';
import { symbolKey, symbolText } from '../domain/iso18626/agency-symbol.ts';
import { type Partner, partnerSchema } from '../domain/partners/partner.ts';
import { gsi2, indexPartition, key } from './keys.ts';

const stored = z.object({
  ...partnerSchema.shape,
  v: z.number(),
  secretHash: z.string(),
  oldSecretHash: z.string().optional(),
});

/** A partner as kept: its counter, and the hashes of the secrets that it may show. */
export type StoredPartner = z.infer<typeof stored>;

/** Whose a symbol is: a partner's, a member's, or (`consortium`) that of us all. */
export type SymbolOwner = { partnerId: string } | { memberId: string };

const ownerSchema = z.object({ partnerId: z.string().optional(), memberId: z.string().optional() });

/** What a write came to: done, or why not; `taken` is the symbol or account name that somebody else has. */
export type PartnerWritten = 'written' | 'changed-meanwhile' | { taken: string };

/** The libraries and brokers outside. */
export type PartnerStore = {
  /** Adds a partner, claims its symbols and account name; its secret is kept hashed only. */
  add(partner: Partner, secret: string, audit: AuditLine): Promise<PartnerWritten>;
  /** Strongly read: a partner that was paused, or whose secret was changed, is so at once. */
  get(partnerId: string): Promise<StoredPartner | undefined>;
  /** The same without what only the store knows. */
  show(partnerId: string): Promise<Partner | undefined>;
  /** Writes a partner as long as it is as it was read, and `also` with it; symbols that it no longer has are free again. */
  edit(before: StoredPartner, after: StoredPartner, audit: AuditLine, also?: readonly Write[]): Promise<PartnerWritten>;
  /** Takes a partner away as long as it is as it was read, and frees its symbols. False when it changed. */
  remove(before: StoredPartner, audit: AuditLine): Promise<boolean>;
  list(page: PageRequest): Promise<CursorPage<Partner> | 'bad-cursor'>;
  /** Whose a symbol (`type:value`), or (`ACCOUNT:name`) an account name is. */
  ownerOf(symbol: string): Promise<SymbolOwner | undefined>;
};

/** A partner without what is kept for the store alone. */
export const shownPartner = ({ v: _v, secretHash: _hash, oldSecretHash: _old, ...partner }: StoredPartner): Partner =>
  partner;

/** The claim under which an account name lies among the symbols. */
export const accountSymbol = (accountId: string): string => `ACCOUNT:${accountId}`;

const claimsOf = ({ symbols, accountId }: Pick<Partner, 'symbols' | 'accountId'>): string[] => {
  const named = accountId === undefined ? [] : [accountSymbol(accountId)];
  return [...new Set([...symbols.map(symbolText), ...named].flatMap((symbol) => symbolKey(symbol) ?? []))];
};

/** The write that claims a symbol for its owner; it fails where somebody has it. */
export const claimSymbol = (symbol: string, owner: SymbolOwner): Write => ({
  put: { ...key('illSymbol', { symbol }), ...stamp('illSymbol', 1), symbol, ...owner },
  when: absent(),
});

/** The write that gives a symbol up, as long as it is its owner's. */
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

/** Whether a secret is the partner's, now or still (epoch ms). In constant time, also where there is no such partner. */
export const partnersSecret = (partner: StoredPartner | undefined, secret: string, now: number): boolean => {
  const old = partner !== undefined && Date.parse(partner.oldSecretUntil ?? '') > now;
  const [fits, fitsOld] = [
    secretFits(secret, partner?.secretHash),
    secretFits(secret, old ? partner.oldSecretHash : undefined),
  ];
  return fits || fitsOld;
};

/** What a partner's record is after it was given a new secret; the old one is taken until then. */
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

/** The symbol at fault among the claims that a transaction began with. */
const takenOf = (claims: readonly string[], conflict: readonly { index: number }[]): PartnerWritten => {
  const taken = conflict.flatMap(({ index }) => claims[index] ?? [])[0];
  return taken === undefined ? 'changed-meanwhile' : { taken };
};

/** The partners kept in the table. */
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
      // Some peers leave the type out, and most symbols are ISILs.
      const names = symbol.includes(':') ? [symbol] : [symbol, `ISIL:${symbol}`];
      const keys = names.flatMap((name) => symbolKey(name) ?? []).map((known) => key('illSymbol', { symbol: known }));
      const item = (await table.getMany(keys)).find((one) => one !== undefined);
      if (!item) return undefined;
      const { partnerId, memberId = '' } = ownerSchema.parse(item);
      return partnerId === undefined ? { memberId } : { partnerId };
    },
  };
};
