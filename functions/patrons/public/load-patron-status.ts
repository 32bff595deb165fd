export { loadPatronStatus } from '../data/load-patron-status.ts';
