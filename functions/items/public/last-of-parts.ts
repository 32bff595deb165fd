export { lastOfParts } from '../domain/withdrawal.ts';
