export { likenessKeys } from '../domain/likeness.ts';
