import { luhnDigit } from '../layers/kernel/identity/card-number.ts';

/** The four digits that identify a member's cards and barcodes, as assigned by the supplier of library barcodes. */
export const institutionDigits: Readonly<Record<string, string>> = {
  riverton: '1101',
  lakeshore: '1102',
  harcourt: '1103',
  calder: '1104',
  ashgrove: '1105',
  northfield: '1106',
};

function fourteenDigits(kind: '2' | '3', member: string, sequence: number): string {
  const institution = institutionDigits[member];
  if (institution === undefined) throw new Error(`no number range for the member ${member}`);
  const digits = `${kind}${institution}${String(sequence).padStart(8, '0')}`;
  return digits + luhnDigit(digits);
}

/** Returns a patron's card number for a member and a sequence number of up to 8 digits: 14 digits with check digit. */
export const cardNumber = (member: string, sequence: number): string => fourteenDigits('2', member, sequence);

/** Returns an item's barcode for a member and a sequence number of up to 8 digits: 14 digits with check digit. */
export const itemBarcode = (member: string, sequence: number): string => fourteenDigits('3', member, sequence);
