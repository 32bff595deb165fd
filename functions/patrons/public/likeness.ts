export { likenessKeys } from '../domain/identity/likeness.ts';
