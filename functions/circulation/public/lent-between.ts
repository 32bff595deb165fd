export { isBorrowed } from '../domain/lent-between.ts';
