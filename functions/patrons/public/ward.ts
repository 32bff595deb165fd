export type { WardSight } from '../domain/ward.ts';
