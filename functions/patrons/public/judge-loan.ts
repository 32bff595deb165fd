export { judgeLoan } from '../data/judge-loan.ts';
