export { defaultSharingPolicy, sharingKind } from '../domain/sharing-policy.ts';
