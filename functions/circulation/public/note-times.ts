export { type CardNews, cardsOf, type TimedChange, timeNotes, timesOf } from '../use-cases/note-times.ts';
