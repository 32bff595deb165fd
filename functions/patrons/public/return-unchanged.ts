export { returnUnchanged } from '../use-cases/return-unchanged.ts';
