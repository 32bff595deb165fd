export { type LastScan, lastScanOf } from '../domain/last-scan.ts';
