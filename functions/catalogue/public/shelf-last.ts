export { LAST } from '../domain/index/shelf-fields.ts';
