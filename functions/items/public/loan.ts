export type { Loan, LoanTerms, LostCharge } from '../domain/item-circulation.ts';
