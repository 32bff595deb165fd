export { timeNotes } from '../use-cases/note-times.ts';
