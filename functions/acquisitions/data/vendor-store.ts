import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { type Vendor, vendorSchema } from '../domain/vendor.ts';
import { key } from './keys.ts';

/** Stores the vendors of a library. */
export type VendorStore = {
  /** Returns the vendors of a member by code. A strong read. */
  list(memberId: string): Promise<Vendor[]>;
  /** A strong read. */
  get(place: { memberId: string; code: string }): Promise<Vendor | undefined>;
  /** Writes a vendor: false when it is not as it was read. */
  set(vendor: Vendor, audit: AuditLine, beside: readonly Write[]): Promise<boolean>;
};

const readVendor = ({ pk: _p, sk: _s, entity: _e, schema: _c, ...rest }: Record<string, unknown>): Vendor =>
  vendorSchema.parse(rest);

/** Stores vendors in the table. */
export const vendorStore = (table: Table): VendorStore => ({
  list: async (memberId) => {
    const { pk: partition } = key('vendor', { memberId, code: '-' });
    return (await table.queryAll({ partition, strong: true })).map(readVendor);
  },
  get: async (place) => {
    const found = await table.get(key('vendor', place), { strong: true });
    return found && readVendor(found);
  },
  set: async (vendor, audit, beside) => {
    const put = { ...key('vendor', vendor), ...stamp('vendor', vendor.v), ...vendor };
    return (
      (await table.write([{ put, when: expectedVersion(vendor.v - 1) }, auditWrite(audit), ...beside])) === undefined
    );
  },
});
