import type { Reach } from '../../../../layers/platform/http/outbound/post.ts';
import type { Collection } from '../../domain/collection.ts';
import type { DigitalVendor } from '../../domain/vendor.ts';
import { opdsVendor } from './opds-vendor.ts';

/** Returns the vendor of a collection. */
export type VendorOf = (collection: Pick<Collection, 'vendor' | 'address'>) => DigitalVendor;

/** The adapters by the kind of vendor. */
const adapters: Readonly<Record<Collection['vendor'], (address: string, reach: Reach) => DigitalVendor>> = {
  opds: opdsVendor,
};

/** Returns the vendors of this deployment, one for each address, because each caches where its patrons sign in. */
export const vendorsIn = (reach: Reach): VendorOf => {
  const known = new Map<string, DigitalVendor>();
  return ({ vendor, address }) => {
    const name = `${vendor} ${address}`;
    const one = known.get(name) ?? adapters[vendor](address, reach);
    known.set(name, one);
    return one;
  };
};
