export { practiceLibrary } from '../data/practice-library.ts';
