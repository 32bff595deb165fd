export { feesOutstanding } from '../domain/loan-states.ts';
