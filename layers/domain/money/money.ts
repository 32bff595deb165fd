/** An amount in integer minor units (cents) of an ISO 4217 currency. */
export type Money = { amount: number; currency: string };
