export { pastLoanStore } from '../data/past-loan-store.ts';
