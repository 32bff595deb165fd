import type { Adjustment } from '../statements/adjustment.ts';
import type { Billing } from '../statements/billing-policy.ts';

const texts: Record<Billing['reminders']['language'], { description: (reference: string) => string; reason: string }> =
  {
    eng: {
      description: (reference) => `Fee of the bank for returned payment ${reference}`,
      reason: 'The bank returned the payment and charged a fee for it',
    },
    spa: {
      description: (reference) => `Comisión del banco por el pago devuelto ${reference}`,
      reason: 'El banco devolvió el pago y cobró una comisión por ello',
    },
  };

/** The longest reference in the description of a charge. */
const MAX_REFERENCE = 60;

type Fee = { memberId: string; entryId: string; amount: number; currency: string; reference: string };

/** Returns the one-off charge by which a member bears a fee of the bank, named after the entry of the ledger that booked the fee. */
export const feeChargeOf = (
  { memberId, entryId, amount, currency, reference }: Fee,
  language: Billing['reminders']['language'],
  made: { by: string; at: string },
): Adjustment => {
  const { description, reason } = texts[language];
  return {
    ...{ kind: 'one-off', memberId, code: `bank-fee-${entryId.replaceAll(/[^A-Za-z0-9]+/g, '-')}`.slice(0, 40) },
    ...{ description: description(reference.slice(0, MAX_REFERENCE)), amount, currency, reason, ...made },
  };
};
