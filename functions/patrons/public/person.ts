export type { Person } from '../domain/identity/person.ts';
