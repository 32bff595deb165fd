export { type Describing, describeUnion, type Looking } from '../use-cases/describe-union.ts';
