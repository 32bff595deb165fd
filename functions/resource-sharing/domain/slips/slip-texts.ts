/** The languages in which slips are printed. */
export const slipLanguages = ['eng', 'spa'] as const;
export type SlipLanguage = (typeof slipLanguages)[number];

/** The texts on a slip. */
export type SlipTexts = {
  pullSlips: string;
  packingSlips: string;
  loan: string;
  copy: string;
  'copy-or-loan': string;
  location: string;
  noLocation: string;
  callNumber: string;
  barcode: string;
  toCopy: string;
  recipient: string;
  theirNumber: string;
  needBy: string;
  answerBy: string;
  promised: string;
  request: string;
  out: string;
  home: string;
  to: string;
  from: string;
  due: string;
  conditions: string;
  someTitle: string;
};

const eng: SlipTexts = {
  pullSlips: 'Pull slips for other libraries',
  packingSlips: 'Packing slips',
  loan: 'Lend',
  copy: 'Copy',
  'copy-or-loan': 'Copy or lend',
  location: 'Location',
  noLocation: 'Not known: look it up',
  callNumber: 'Call number',
  barcode: 'Barcode',
  toCopy: 'To copy',
  recipient: 'For',
  theirNumber: 'Their number',
  needBy: 'Needed by',
  answerBy: 'Answer by',
  promised: 'Promised',
  request: 'Request',
  out: 'Interlibrary loan',
  home: 'Interlibrary loan: return',
  to: 'To',
  from: 'From',
  due: 'Due back at the supplier’s',
  conditions: 'Conditions',
  someTitle: '(title not known)',
};

const spa: SlipTexts = {
  pullSlips: 'Fichas de recogida para otras bibliotecas',
  packingSlips: 'Fichas de envío',
  loan: 'Prestar',
  copy: 'Copiar',
  'copy-or-loan': 'Copiar o prestar',
  location: 'Ubicación',
  noLocation: 'No se conoce: búsquela',
  callNumber: 'Signatura',
  barcode: 'Código de barras',
  toCopy: 'Para copiar',
  recipient: 'Para',
  theirNumber: 'Su número',
  needBy: 'Se necesita antes del',
  answerBy: 'Responder antes del',
  promised: 'Prometido',
  request: 'Petición',
  out: 'Préstamo interbibliotecario',
  home: 'Préstamo interbibliotecario: devolución',
  to: 'Para',
  from: 'De',
  due: 'Vence en la biblioteca prestadora',
  conditions: 'Condiciones',
  someTitle: '(título desconocido)',
};

/** The texts by language. */
export const slipTexts: Record<SlipLanguage, SlipTexts> = { eng, spa };

// ISO 18626 loanCondition, and what our own cost and date terms are not.
const conditions: Record<SlipLanguage, Readonly<Record<string, string>>> = {
  eng: {
    LibraryUseOnly: 'For use in the library only',
    WatchLibraryUseOnly: 'For use in the library under supervision only',
    NoReproduction: 'Not to be copied',
    SignatureRequired: 'Against signature only',
    SpecCollSupervReq: 'Under the supervision of special collections',
  },
  spa: {
    LibraryUseOnly: 'Solo para uso en la biblioteca',
    WatchLibraryUseOnly: 'Solo para uso en la biblioteca, bajo vigilancia',
    NoReproduction: 'No se puede reproducir',
    SignatureRequired: 'Solo con firma',
    SpecCollSupervReq: 'Bajo la supervisión de colecciones especiales',
  },
};

/** Returns the text of a condition; an unlisted code as its library wrote it. */
export const conditionText = (code: string, language: SlipLanguage): string =>
  Object.hasOwn(conditions[language], code) ? (conditions[language][code] ?? code) : code;
