export { decisionWrites } from '../use-cases/circulation-writes.ts';
