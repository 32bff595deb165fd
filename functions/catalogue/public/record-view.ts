export { recordView, type ShownSource } from '../domain/record-view.ts';
