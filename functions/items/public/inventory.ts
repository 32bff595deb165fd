export type { WrongFinding } from '../domain/inventory.ts';
