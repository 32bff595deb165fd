export { unionRecordKind } from '../domain/leading.ts';
