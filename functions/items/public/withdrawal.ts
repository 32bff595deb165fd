export { isHeld, isRetained, withdrawalFindings } from '../domain/withdrawal.ts';
