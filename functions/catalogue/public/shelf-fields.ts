export { BETWEEN_KEYS, LAST, shelfFieldNames, shelvedAs } from '../domain/index/shelf-fields.ts';
