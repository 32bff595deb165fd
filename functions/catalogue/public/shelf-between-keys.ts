export { BETWEEN_KEYS } from '../domain/index/shelf-fields.ts';
