export { isSeenBy } from '../use-cases/describe-union.ts';
