export { isRetained } from '../domain/withdrawal.ts';
