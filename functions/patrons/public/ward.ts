export type { WardSight } from '../domain/access/ward.ts';
