export type { Fillability } from '../domain/items/copies.ts';
