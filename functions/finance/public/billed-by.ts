export { billedBy } from '../use-cases/billed-by.ts';
