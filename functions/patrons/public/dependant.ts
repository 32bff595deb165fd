export type { DependantSight } from '../domain/access/dependant.ts';
