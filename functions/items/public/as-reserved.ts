export { asReserved } from '../domain/reserved-item.ts';
