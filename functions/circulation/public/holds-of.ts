export { holdsOf } from '../use-cases/patron-account.ts';
