export { copyTargetsKind } from '../domain/targets/targets.ts';
