export { claims } from '../domain/hold.ts';
