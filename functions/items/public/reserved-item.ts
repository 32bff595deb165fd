export type { ItemReserves, ReservePlace } from '../domain/reserved-item.ts';
