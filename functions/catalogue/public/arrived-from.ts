export { arrivedFrom } from '../domain/index/arrived.ts';
