import { operationRates } from './rates.ts';

/** Loans by kind of library, in thousandths: those of the demo consortium in a normal month. */
const mix = { public: 637, academic: 295, special: 26, school: 42 } as const;

const kinds = Object.keys(mix) as (keyof typeof mix)[];

/** Returns how often an operation succeeds per loan in such a consortium; 0 for one without a rate. */
export const perCheckout = (operation: string): number => {
  const rate = operationRates.find((one) => one.operation === operation);
  return rate ? kinds.reduce((sum, kind) => sum + mix[kind] * rate.perLoan[kind], 0) / 1000 : 0;
};
