export { dependantViewSchema } from '../domain/access/dependant.ts';
