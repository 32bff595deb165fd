import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { secretParameters } from '../../../layers/platform/runtime/secret-parameters.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { type WalletSettings, walletSettingsSchema } from '../domain/wallet/wallet-settings.ts';
import { key } from './keys.ts';

/** Stores which wallets the consortium offers. */
export type WalletStore = {
  /** A strong read. */
  get(): Promise<WalletSettings>;
  /** Writes the settings with their audit entry while they are as they were read (`v` is one above it). Otherwise false. */
  set(settings: WalletSettings, audit: AuditLine): Promise<boolean>;
};

/** Stores the settings of wallets in the table. */
export const walletStore = (table: Table): WalletStore => ({
  get: async () => {
    const item = await table.get(key('walletSettings', {}), { strong: true });
    return item ? walletSettingsSchema.parse(item) : { v: 0 };
  },
  set: async (settings, audit) => {
    const put = { ...key('walletSettings', {}), ...stamp('walletSettings', settings.v), ...settings };
    return (await table.write([{ put, when: expectedVersion(settings.v - 1) }, auditWrite(audit)])) === undefined;
  },
});

/** The private keys that sign passes, encrypted in the parameter store (ADR 27). */
export type WalletKeys = {
  store(secretId: string, key: string): Promise<void>;
  read(secretId: string): Promise<string | undefined>;
  forget(secretId: string): Promise<void>;
};

/** The private keys in the deployment's parameter store. */
export const walletKeys = ({ environment }: Pick<Runtime, 'environment'>): WalletKeys => {
  const nameOf = (secretId: string): string => `${environment.need('WALLET_KEYS')}/${secretId}`;
  return {
    store: (secretId, text) =>
      secretParameters.put(nameOf(secretId), text, 'How Concord signs library cards for wallets'),
    read: (secretId) => secretParameters.get(nameOf(secretId)),
    forget: (secretId) => secretParameters.delete(nameOf(secretId)),
  };
};
