export { balanceWrite } from '../data/loan-request-items.ts';
