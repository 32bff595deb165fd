export { type LocalField, localText } from '../domain/visibility/local-fields.ts';
