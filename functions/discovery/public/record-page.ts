export { readRecordPage } from '../use-cases/read-record-page.ts';
