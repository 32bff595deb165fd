import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { type PaymentAccount, paymentAccountSchema } from '../domain/payment-account.ts';
import { key } from './keys.ts';

/** The accounts of members at the payment provider. */
export type AccountStore = {
  get(memberId: string): Promise<PaymentAccount | undefined>;
  /** Returns all accounts, by member. */
  all(): Promise<PaymentAccount[]>;
  /** Writes an account with its audit entry; `v` is its new version. False when it has changed meanwhile. */
  set(account: PaymentAccount, audit: AuditLine): Promise<boolean>;
};

/** Stores accounts in the table. */
export const accountStore = (table: Table): AccountStore => ({
  get: async (memberId) => {
    const item = await table.get(key('paymentAccount', { memberId }), { strong: true });
    return item && paymentAccountSchema.parse(item);
  },
  all: async () => {
    const { pk: partition } = key('paymentAccount', { memberId: '-' });
    return (await table.queryAll({ partition })).map((item) => paymentAccountSchema.parse(item));
  },
  set: async (account, audit) => {
    const put = { ...key('paymentAccount', account), ...stamp('paymentAccount', account.v), ...account };
    return (await table.write([{ put, when: expectedVersion(account.v - 1) }, auditWrite(audit)])) === undefined;
  },
});
