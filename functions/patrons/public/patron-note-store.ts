export { endBlockNoteWrite } from '../data/patron-note-store.ts';
