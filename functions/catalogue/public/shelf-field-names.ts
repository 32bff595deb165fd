export { shelfFieldNames } from '../domain/index/shelf-fields.ts';
