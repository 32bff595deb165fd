export { usesAfter } from '../domain/record/patron-uses.ts';
