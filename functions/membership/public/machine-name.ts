export { machineName } from '../data/machine-name.ts';
