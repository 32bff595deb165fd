export { noReserves } from '../domain/reserved-item.ts';
