export { listedFor } from '../domain/reserved-item.ts';
