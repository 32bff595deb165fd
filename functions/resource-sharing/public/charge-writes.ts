export { owedWrites } from '../use-cases/charge-writes.ts';
