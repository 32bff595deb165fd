export { formats } from '../domain/formats.ts';
