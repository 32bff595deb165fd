export type { Branch } from '../domain/branch.ts';
