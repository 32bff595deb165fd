export { noteLook } from '../use-cases/note-look.ts';
