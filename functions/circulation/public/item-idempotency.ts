export { newKey } from '../use-cases/item-idempotency.ts';
