export { changeWrite } from '../data/patron-change-store.ts';
