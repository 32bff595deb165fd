export { queueTo } from '../data/hold-candidates.ts';
