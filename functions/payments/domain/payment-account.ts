import * as z from 'zod';

/**
 * A member's account at the payment provider: for its own bills, or for those of all members without an account of their own. The secret
 * key and the secret of events are stored elsewhere, under `secretId`. `minimum` in minor units of the bills' currency.
 */
export const paymentAccountSchema = z.object({
  memberId: z.string(),
  on: z.boolean(),
  collectsFor: z.enum(['own', 'all']),
  minimum: z.int().min(0),
  providerAccount: z.string(),
  address: z.string(),
  secretSince: z.string().exactOptional(),
  secretId: z.string().exactOptional(),
  v: z.number(),
});
export type PaymentAccount = z.infer<typeof paymentAccountSchema>;

const isUsable = ({ on, secretSince }: PaymentAccount): boolean => on && secretSince !== undefined;

/** Returns the account that takes money for members without an account of their own. */
export const collectorOf = (accounts: readonly PaymentAccount[]): PaymentAccount | undefined =>
  accounts.find((account) => isUsable(account) && account.collectsFor === 'all');

/** Returns the account that takes money for a member's bills: its own, else the one for all. */
export const accountFor = (accounts: readonly PaymentAccount[], member: string): PaymentAccount | undefined =>
  accounts.find((account) => isUsable(account) && account.memberId === member) ?? collectorOf(accounts);
