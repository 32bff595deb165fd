export { readRecordPage } from '../use-cases/record-page.ts';
