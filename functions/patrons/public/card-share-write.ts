export { shareWrite } from '../data/card-store.ts';
