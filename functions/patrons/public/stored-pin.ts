export { storedPin } from '../data/patron-schemas.ts';
