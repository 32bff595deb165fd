export { unlistedFor } from '../domain/reserved-item.ts';
