export { FACT_FOLDER } from '../data/fact-keys.ts';
