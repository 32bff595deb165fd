export { followHolds } from '../use-cases/follow-holds.ts';
