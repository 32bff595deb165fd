export { lastScanKinds } from '../domain/last-scan.ts';
