export { checkLastCopy, type LastCopyCheck } from '../use-cases/guard-last-copy.ts';
