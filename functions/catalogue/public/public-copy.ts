export type { PublicCopy } from '../domain/harvest/public-record.ts';
