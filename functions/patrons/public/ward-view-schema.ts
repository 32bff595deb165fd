export { wardViewSchema } from '../domain/access/ward.ts';
