import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { PaperSize } from '../../../../layers/kernel/text/paper-size.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { files } from '../../data/files.ts';
import type { SlipDeps } from '../../deps.ts';
import { type SlipLanguage, slipLanguages } from '../../domain/slips/slip-texts.ts';

/** How long the address gives the file, in seconds. */
const OPEN_SECONDS = 600;

const isSlipLanguage = (language: string): language is SlipLanguage =>
  (slipLanguages as readonly string[]).includes(language);

/**
 * Decides the paper and the language of a branch's slips: as requested, else as its member prints letters, else
 * English.
 */
export const printAs = async (
  { printSettings }: Pick<SlipDeps, 'printSettings'>,
  branchId: string,
  { paper, language }: { paper?: PaperSize | undefined; language?: SlipLanguage | undefined },
  now: number,
): Promise<{ paper: PaperSize; language: SlipLanguage }> => {
  const settings = await printSettings(memberOfBranch(branchId), now);
  const own = isSlipLanguage(settings.language) ? settings.language : 'eng';
  return { paper: paper ?? settings.paper, language: language ?? own };
};

/** Stores a file of slips and returns its address for ten minutes. The same bytes become one file. */
export const publishSlips = async (
  { bucket }: Pick<SlipDeps, 'bucket'>,
  branchId: string,
  pdf: Uint8Array,
  now: number,
): Promise<{ url: string; expiresAt: string }> => {
  const digest = sha256(pdf).slice(0, 32);
  const file = `${files.slips.prefix}${branchId}/${digest}.pdf`;
  await bucket.put(file, pdf);
  const url = await bucket.downloadUrl(file, 'application/pdf', OPEN_SECONDS);
  return { url, expiresAt: iso(now + OPEN_SECONDS * 1000) };
};
