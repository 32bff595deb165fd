export { queueTo } from '../use-cases/hold-candidates.ts';
