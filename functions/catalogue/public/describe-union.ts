export { type Describing, describeUnion, everybody, isSeenBy, type Looking } from '../use-cases/describe-union.ts';
