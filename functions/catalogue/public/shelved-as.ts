export { shelvedAs } from '../domain/index/shelf-fields.ts';
