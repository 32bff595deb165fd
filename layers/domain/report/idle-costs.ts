import type { Meter } from '../pricing/meters.ts';
import { daysIn } from './month.ts';

/** A cost that stands whether anyone uses the system or not; `quantity` is a decimal of the meter's counts, at most 6 places. */
export type IdleCost = { id: string; title: string; meter: Meter; quantity: string };

/** What is deployed: sizes in gigabytes held over the month, decimals of at most 6 places. */
export type Deployment = {
  search: { instance: Extract<Meter, `search-${string}-hour`>; instances: number; storageGb: string };
  tableGb: string;
  objectsGb: string;
  logsGb: string;
  alarms: number;
  kmsKeys: number;
};

/** The idle lines of a month: search domain, storage, alarms, logs, key. */
export const idleCosts = (month: string, deployed: Deployment): IdleCost[] => [
  {
    id: 'search-domain',
    title: 'Search domain, hours',
    meter: deployed.search.instance,
    quantity: String(deployed.search.instances * daysIn(month) * 24),
  },
  {
    id: 'search-storage',
    title: 'Search domain, storage',
    meter: 'search-storage',
    quantity: deployed.search.storageGb,
  },
  { id: 'table-storage', title: 'Table storage', meter: 'dynamodb-storage', quantity: deployed.tableGb },
  { id: 'table-backup', title: 'Table backup', meter: 'dynamodb-pitr', quantity: deployed.tableGb },
  { id: 'object-storage', title: 'Files', meter: 's3-storage', quantity: deployed.objectsGb },
  { id: 'log-storage', title: 'Logs', meter: 'log-storage', quantity: deployed.logsGb },
  { id: 'alarms', title: 'Alarms', meter: 'alarm', quantity: String(deployed.alarms) },
  { id: 'signing-key', title: 'Signing key', meter: 'kms-key', quantity: String(deployed.kmsKeys) },
];
