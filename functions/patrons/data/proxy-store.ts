import { and, equals, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Leave, proxySchema } from '../domain/access/proxy.ts';
import type { PatronChange } from '../domain/record/change.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';
import { key, sortPrefix } from './keys.ts';
import { changeWrite } from './patron-change-store.ts';

/** Stores who may act for whom. The row in the sponsor's partition is authoritative; the other finds it from the proxy's side. */
export type ProxyStore = {
  /** Creates or replaces a proxy. False when one of the two patrons no longer exists. */
  give(proxy: Leave, change: PatronChange): Promise<boolean>;
  /** Withdraws a proxy. False when there was none. */
  withdraw(sponsorId: string, proxyId: string, change: PatronChange): Promise<boolean>;
  get(sponsorId: string, proxyId: string, reading?: { strong?: boolean }): Promise<Leave | undefined>;
  /** Lists the proxies of a patron. */
  of(sponsorId: string): Promise<Leave[]>;
  /** Lists the patrons for whom a patron may act; the sponsor's row decides whether a proxy is still valid. */
  actingFor(proxyId: string): Promise<Leave[]>;
};

/**
 * Returns the checks that a proxy is as it was read: the transaction fails when it was withdrawn or changed, or the acting person's blocks
 * changed, meanwhile.
 */
export const proxyStands = (
  { sponsorId, proxyId, until, may }: Leave,
  { patronId, blocks }: Pick<PatronStatus, 'patronId' | 'blocks'>,
): Write[] => [
  { check: key('proxy', { patronId: sponsorId, proxyId }), when: and(equals('until', until), equals('may', may)) },
  { check: key('patronStatus', { patronId }), when: equals('blocks', blocks) },
];

/** Returns the store of proxies in the table. */
export const proxyStore = (table: Table): ProxyStore => ({
  give: async (proxy, change) => {
    const { sponsorId, proxyId } = proxy;
    const conflict = await table.write([
      { put: { ...key('proxy', { patronId: sponsorId, proxyId }), ...stamp('proxy', 1), ...proxy } },
      { put: { ...key('proxyFor', { patronId: proxyId, sponsorId }), ...stamp('proxyFor', 1), sponsorId, proxyId } },
      { check: key('patronStatus', { patronId: sponsorId }), when: present() },
      { check: key('patronStatus', { patronId: proxyId }), when: present() },
      changeWrite(sponsorId, change),
    ]);
    return conflict === undefined;
  },
  withdraw: async (sponsorId, proxyId, change) => {
    const conflict = await table.write([
      { delete: key('proxy', { patronId: sponsorId, proxyId }), when: present() },
      { delete: key('proxyFor', { patronId: proxyId, sponsorId }) },
      changeWrite(sponsorId, change),
    ]);
    return conflict === undefined;
  },
  get: async (sponsorId, proxyId, reading = {}) => {
    const item = await table.get(key('proxy', { patronId: sponsorId, proxyId }), reading);
    return item && proxySchema.parse(item);
  },
  of: async (sponsorId) => {
    const { pk: partition } = key('patronStatus', { patronId: sponsorId });
    const rows = await table.queryAll({ partition, begins: sortPrefix('proxy') });
    return rows.map((row) => proxySchema.parse(row));
  },
  actingFor: async (proxyId) => {
    const { pk: partition } = key('patronStatus', { patronId: proxyId });
    const rows = await table.queryAll({ partition, begins: sortPrefix('proxyFor') });
    const given = await table.getMany(
      rows.map(({ sponsorId }) => key('proxy', { patronId: String(sponsorId), proxyId })),
    );
    return given.flatMap((row) => (row ? [proxySchema.parse(row)] : []));
  },
});
