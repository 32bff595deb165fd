export { lateClassesIn } from '../data/late-class-store.ts';
