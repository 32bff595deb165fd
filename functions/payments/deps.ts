import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { siteAddress } from '../../layers/platform/runtime/site-address.ts';
import { billStore } from '../circulation/public/bill-store.ts';
import { memberStore } from '../membership/public/member-store.ts';
import { accountSecrets } from './data/account-secrets.ts';
import { accountStore } from './data/account-store.ts';
import { readMatters } from './data/matter-store.ts';
import { paymentStore } from './data/payment-store.ts';
import { payoutStore } from './data/payout-store.ts';
import type { PaymentAccount } from './domain/payment-account.ts';
import type { PaymentProvider } from './domain/provider.ts';
import { checkoutProvider } from './use-cases/checkout-provider.ts';

/** Composes the dependencies of operations that only read, once per container. */
export const paymentDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const stores = { accounts: accountStore(table), payments: paymentStore(table), payouts: payoutStore(table) };
  const mattersOf = (account: string) => readMatters(table, account);
  return { table, ...stores, bills: billStore(table), mattersOf };
};
export type PaymentDeps = ReturnType<typeof paymentDeps>;

/** Composes the dependencies of marking a payout as checked. */
export const payoutDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, payouts: payoutStore(table), ids: runtime.ids };
};
export type PayoutDeps = ReturnType<typeof payoutDeps>;

/** Returns whether the provider may be a stand-in on this machine. */
const isHere = ({ environment }: Pick<Runtime, 'environment'>): boolean =>
  environment.maybe('PARTNERS_HERE') === 'true';

/** Adds the provider: `providerOf` opens an account there; undefined when it has no key. `now` in epoch ms. */
export const providerDeps = (runtime: Runtime) => {
  const deps = paymentDeps(runtime);
  const secrets = accountSecrets(runtime);
  const reach = { onThisMachine: isHere(runtime) };
  const secretsOf = async ({ memberId, secretId }: PaymentAccount, now: number) =>
    secretId === undefined ? undefined : secrets.read({ memberId, secretId }, now);
  const providerOf = async (account: PaymentAccount, now: number): Promise<PaymentProvider | undefined> => {
    const found = await secretsOf(account, now);
    return found && checkoutProvider({ address: account.address, key: found.key, reach });
  };
  return { ...deps, ids: runtime.ids, secretsOf, providerOf, site: () => siteAddress(runtime) };
};
export type ProviderDeps = ReturnType<typeof providerDeps>;

/** Composes the dependencies of the settings of an account: they store secrets and never read them. */
export const accountDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const stores = { accounts: accountStore(table), members: memberStore(table), secrets: accountSecrets(runtime) };
  return { ...stores, ids: runtime.ids, onThisMachine: isHere(runtime) };
};
export type AccountDeps = ReturnType<typeof accountDeps>;
