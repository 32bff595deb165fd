export { isHeld } from '../domain/withdrawal.ts';
