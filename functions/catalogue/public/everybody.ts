export { everybody } from '../use-cases/describe-union.ts';
