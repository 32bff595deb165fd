export { billsOf } from '../use-cases/patron-account.ts';
