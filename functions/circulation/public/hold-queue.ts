export { canFill } from '../domain/holds/hold-queue.ts';
