export { recordView, type ShownSource } from '../domain/views/record-view.ts';
