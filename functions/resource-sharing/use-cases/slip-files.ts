import * as z from 'zod';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { addressLines } from '../../../layers/kernel/text/address-lines.ts';
import { type PaperSize, paperSizes } from '../../../layers/kernel/text/paper-size.ts';
import type { Permission } from '../../../layers/platform/http/contract.ts';
import { openBucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { defaultNotices, noticeSettingsOf, noticesKind } from '../../../layers/records/policies/domain/notices.ts';
import { titlesIn } from '../../catalogue/public/titles.ts';
import { partnerStore } from '../data/partner-store.ts';
import { type SlipLanguage, slipLanguages } from '../domain/slips/slip-texts.ts';
import type { PartnerPlace } from './documents/places.ts';
import { sharingStores } from './sharing-stores.ts';

/** How many slips one file holds: as many as are made within the time of one request. */
export const MOST_SLIPS = 100;

/** Who prints slips: staff for loans, and the desk, at the branch. */
export const slipPrinters: readonly Permission[] = [
  { who: 'staff', roles: ['ill', 'desk', 'desk-supervisor'], at: { branch: 'path.branchId' } },
];
export const branchPath = z.strictObject({ branchId: branchIdSchema });
/** Paper and language of slips; the member's own, as its letters have them, when left out. */
export const printOptions = { paper: z.enum(paperSizes).optional(), language: z.enum(slipLanguages).optional() };
/** A file of slips: where it is for ten minutes, and how many are in it. */
export const printedFile = { url: z.string(), expiresAt: z.string(), slips: z.number().int() };

/** How long the address gives the file, in seconds. */
const OPEN_SECONDS = 600;

/** What slips are made and printed with. */
export const slipStores = (runtime: Runtime) => {
  const stores = sharingStores(runtime);
  const policies = policyStore(stores.table);
  const partners = partnerStore(stores.table);
  return {
    ...stores,
    titles: titlesIn(stores.table),
    /** A library outside as it is registered: where what it lent goes home to. */
    partner: async (partnerId: string): Promise<PartnerPlace | undefined> => {
      const known = await partners.get(partnerId);
      if (known === undefined) return undefined;
      const [name = '', ...address] = addressLines(known.name, known.postalAddress ?? '');
      return { name, address };
    },
    bucket: openBucket(runtime),
    noticesAt: async (now: number) => (await policies.inForce(noticesKind, now))?.body ?? defaultNotices,
  };
};
type SlipPrinting = ReturnType<typeof slipStores>;

const isSlipLanguage = (language: string): language is SlipLanguage =>
  (slipLanguages as readonly string[]).includes(language);

/** On what paper and in which language a branch prints: as asked for, else as its member writes letters, else in English. */
export const printAs = async (
  { noticesAt }: Pick<SlipPrinting, 'noticesAt'>,
  branchId: string,
  { paper, language }: { paper?: PaperSize | undefined; language?: SlipLanguage | undefined },
  now: number,
): Promise<{ paper: PaperSize; language: SlipLanguage }> => {
  const settings = noticeSettingsOf(await noticesAt(now), memberOfBranch(branchId));
  const own = isSlipLanguage(settings.language) ? settings.language : 'eng';
  return { paper: paper ?? settings.letters.paper, language: language ?? own };
};

/** Puts a file of slips where it can be had for ten minutes. The same bytes are one file. */
export const publish = async (
  { bucket }: Pick<SlipPrinting, 'bucket'>,
  branchId: string,
  pdf: Uint8Array,
  now: number,
): Promise<{ url: string; expiresAt: string }> => {
  const digest = sha256(pdf).slice(0, 32);
  const file = `ill-slips/${branchId}/${digest}.pdf`;
  await bucket.put(file, pdf);
  const url = await bucket.downloadUrl(file, 'application/pdf', OPEN_SECONDS);
  return { url, expiresAt: iso(now + OPEN_SECONDS * 1000) };
};
