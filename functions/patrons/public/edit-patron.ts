export { editedPatron } from '../domain/edit-patron.ts';
