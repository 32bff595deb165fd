export { billsOf, holdsOf, loansOf } from '../use-cases/patron-account.ts';
