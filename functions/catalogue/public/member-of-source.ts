export { memberOfSource } from '../domain/source-id.ts';
