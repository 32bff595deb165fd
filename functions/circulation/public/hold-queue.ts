export { canFill } from '../domain/hold-queue.ts';
