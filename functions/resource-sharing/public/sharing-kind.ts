export { sharingKind } from '../domain/sharing-policy.ts';
