import type { Write } from './write.ts';

// Replaced by the capacity model of the domain as soon as it stands.
export const readUnits = (_item: Record<string, unknown> | undefined, strong: boolean): number => (strong ? 1 : 0.5);
export const queryUnits = (_items: Record<string, unknown>[], strong: boolean): number => (strong ? 1 : 0.5);
export const writeUnits = (writes: Write[]): number => writes.length * (writes.length > 1 ? 2 : 1);
