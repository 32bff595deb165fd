export { type LocalField, localText } from '../domain/local-fields.ts';
