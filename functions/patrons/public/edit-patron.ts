export { editedPatron } from '../domain/record/edit-patron.ts';
