export { costSharingKind } from '../domain/usage-report/sharing-key.ts';
