export { unionRecordKind } from '../domain/union/leading.ts';
