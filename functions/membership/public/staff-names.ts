export { staffNames } from '../data/staff-names.ts';
