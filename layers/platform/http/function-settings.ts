import type { EnvironmentName, Store } from '../runtime/environment.ts';
import type { Touches } from './contract.ts';

/** Settings of every function: where the services are, and whether requests come through CloudFront. */
const common: readonly EnvironmentName[] = ['AWS_ENDPOINT_URL', 'AWS_REGION', 'BEHIND_CLOUDFRONT'];

const settingsByTouch: Readonly<Record<keyof Touches, readonly EnvironmentName[]>> = {
  // An operation for the Practice Library uses its table instead.
  table: ['TABLE_NAME', 'PRACTICE_TABLE_NAME'],
  scan: [],
  index: ['SEARCH_ENDPOINT', 'SEARCH_SIGNED', 'SEARCH_INDEX'],
  bucket: ['BUCKET_NAME'],
  forgets: ['BUCKET_NAME'],
  bus: ['BUS_NAME'],
  signingKey: ['SIGNING_KEY_ID', 'ISSUER'],
  userPool: ['USER_POOL_ID', 'USER_POOL_CLIENT_PARAMETER', 'STAFF_KEYS_URL'],
  originSecret: ['ORIGIN_SECRET_PARAMETER'],
  machine: ['MACHINE_ARN'],
  taskTokens: [],
  site: ['SITE_PARAMETER'],
  email: ['NOTICE_SENDER'],
  texts: ['TEXT_NUMBER'],
  partners: ['PARTNER_SECRETS', 'PARTNERS_HERE'],
  webhooks: ['WEBHOOK_SECRETS', 'PARTNERS_HERE'],
  wallets: ['WALLET_KEYS'],
  ballotKeys: ['BALLOT_KEYS'],
  outside: ['PARTNERS_HERE'],
  facts: ['FACT_DATABASE', 'FACT_WORKGROUP'],
  practice: ['PRACTICE_TABLE_NAME'],
  sizes: ['DEPLOYED_RESOURCES', 'DOMAIN_NAME', 'BUCKET_NAME'],
};

/** Returns the names of the settings that an operation may read, by its touches: no other setting of its function reaches it. */
export const settingsOf = (touches: Touches): ReadonlySet<EnvironmentName> =>
  new Set([...common, ...(Object.keys(touches) as (keyof Touches)[]).flatMap((touch) => settingsByTouch[touch])]);

const stores: readonly Store[] = ['table', 'index', 'bucket'];

/** Returns the stores that an operation may only read, by its touches: its function may have the right to write for another operation. */
export const readOnlyOf = (touches: Touches): ReadonlySet<Store> =>
  new Set(stores.filter((store) => touches[store] === 'read'));
