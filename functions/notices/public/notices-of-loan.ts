export { noticesOfLoan } from '../domain/notices-of-loan.ts';
