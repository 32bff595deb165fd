export { isAgreed } from '../domain/hold.ts';
