export { attributeOf, decisionWrites } from '../use-cases/circulation-writes.ts';
