import { XmlRefusal } from '../marc/xml-tokens.ts';
import { BankFileRefusal, type BankStatement, MAX_FILE_LENGTH } from './bank-statement.ts';
import { readBai2 } from './read-bai2.ts';
import { readCamt053 } from './read-camt053.ts';

/**
 * Reads a file of the bank, CAMT.053 (XML) or BAI2, into its account statements, or returns why it is refused: it is read whole or not
 * at all.
 */
export const readBankFile = (text: string): { statements: BankStatement[] } | { refused: string } => {
  if (text.length > MAX_FILE_LENGTH) return { refused: `it has more than ${MAX_FILE_LENGTH} characters` };
  try {
    const isXml = text.replace('\ufeff', '').trimStart().startsWith('<');
    return { statements: isXml ? readCamt053(text) : readBai2(text.replace('\ufeff', '')) };
  } catch (thrown) {
    if (thrown instanceof BankFileRefusal) return { refused: thrown.message };
    if (thrown instanceof XmlRefusal) return { refused: `it is no XML that is accepted (${thrown.reason})` };
    throw thrown;
  }
};
