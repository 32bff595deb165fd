export { loansOf } from '../use-cases/patron-account.ts';
