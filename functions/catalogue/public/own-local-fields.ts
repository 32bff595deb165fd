export { ownLocalFields } from '../data/own-local-fields.ts';
