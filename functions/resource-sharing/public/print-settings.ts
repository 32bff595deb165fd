import type { PaperSize } from '../../../layers/kernel/text/paper-size.ts';

/** Reads the paper and the language (ISO 639-2/B) in which a member prints, at a time (epoch ms). */
export type PrintSettings = (memberId: string, now: number) => Promise<{ paper: PaperSize; language: string }>;
