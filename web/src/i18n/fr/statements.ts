import type { statements as english } from '../en/statements.ts';

/** Les fichiers de l’estimation et des relevés. */
export const statements: Partial<Record<keyof typeof english, string>> = {
  'statement-file.pdf': 'PDF',
  'statement-file.xlsx': 'Excel (XLSX)',
  'statement-file.all-xlsx': 'Tous les relevés dans un classeur (XLSX)',
  'statement-file.all-zip': 'Tous les fichiers de tous les membres (ZIP)',
  'statement-file.ubl': 'Facture électronique (UBL)',
  'statement-file.csv': 'CSV',
  'statement-file.journal': 'Écritures comptables',
  'statement-file.focus': 'FOCUS 1.2',
};
