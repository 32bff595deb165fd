import { shortDigest } from '../../../../layers/kernel/text/digest.ts';
import type { AppleWallet, GoogleWallet } from './wallet-settings.ts';

/** The languages of a pass. */
export const passLanguages = ['en', 'es', 'fr'] as const;
type Language = (typeof passLanguages)[number];

/** A library card as it stands on a pass; `expiresOn` is its last day. */
export type PassCard = { patronId: string; card: string; name: string; library: string; expiresOn: string };

const texts: Record<Language, { title: string; card: string; until: string; name: string }> = {
  en: { title: 'Library card', card: 'Card number', until: 'Valid until', name: 'Name' },
  es: { title: 'Carné de biblioteca', card: 'Número de carné', until: 'Válido hasta', name: 'Nombre' },
  fr: { title: 'Carte de bibliothèque', card: 'Numéro de carte', until: 'Valable jusqu’au', name: 'Nom' },
};

/** Returns the name of a pass at its wallet: one for each patron, so that a new card replaces the pass, and without the patron's id. */
const serialOf = ({ patronId }: PassCard): string => shortDigest(`wallet pass ${patronId}`);

/** Returns the content of `pass.json` of a pass for Apple Wallet: a store card with the number as a barcode (Code 128). */
export const applePass = (card: PassCard, { passTypeId, teamId }: AppleWallet, language: Language): object => {
  const text = texts[language];
  return {
    formatVersion: 1,
    ...{ passTypeIdentifier: passTypeId, teamIdentifier: teamId, serialNumber: serialOf(card) },
    ...{ organizationName: card.library, description: text.title, logoText: card.library },
    ...{ foregroundColor: 'rgb(255, 255, 255)', labelColor: 'rgb(214, 226, 240)', backgroundColor: 'rgb(24, 62, 100)' },
    expirationDate: `${card.expiresOn}T23:59:59Z`,
    sharingProhibited: true,
    storeCard: {
      primaryFields: [{ key: 'name', label: text.name, value: card.name }],
      secondaryFields: [{ key: 'card', label: text.card, value: card.card }],
      auxiliaryFields: [
        {
          ...{ key: 'until', label: text.until, value: `${card.expiresOn}T12:00:00Z` },
          ...{ dateStyle: 'PKDateStyleMedium', ignoresTimeZone: true },
        },
      ],
    },
    barcodes: [
      { format: 'PKBarcodeFormatCode128', message: card.card, messageEncoding: 'iso-8859-1', altText: card.card },
    ],
  };
};

const inLanguage = (language: Language, value: string): object => ({ defaultValue: { language, value } });

/**
 * Returns the claims of a link by which Google Wallet stores a pass: one generic object with its class, so that nothing has to exist at
 * Google before.
 */
export const googlePass = (card: PassCard, { issuerId, serviceAccount }: GoogleWallet, language: Language): object => {
  const text = texts[language];
  const classId = `${issuerId}.library-card`;
  const row = (id: string, header: string, body: string): object => ({ id, header, body });
  return {
    ...{ iss: serviceAccount, aud: 'google', typ: 'savetowallet' },
    payload: {
      genericClasses: [{ id: classId, multipleDevicesAndHoldersAllowedStatus: 'ONE_USER_ALL_DEVICES' }],
      genericObjects: [
        {
          ...{ id: `${issuerId}.${serialOf(card)}`, classId, state: 'ACTIVE', hexBackgroundColor: '#183e64' },
          ...{ cardTitle: inLanguage(language, card.library), header: inLanguage(language, card.name) },
          subheader: inLanguage(language, text.title),
          barcode: { type: 'CODE_128', value: card.card, alternateText: card.card },
          validTimeInterval: { end: { date: `${card.expiresOn}T23:59:59Z` } },
          textModulesData: [row('card', text.card, card.card), row('until', text.until, card.expiresOn)],
        },
      ],
    },
  };
};
