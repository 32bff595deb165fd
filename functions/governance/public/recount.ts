export { recount } from '../use-cases/voting/recount.ts';
