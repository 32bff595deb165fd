export { isOver } from '../domain/hold.ts';
