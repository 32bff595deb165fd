export type { Isils } from '../domain/isils.ts';
