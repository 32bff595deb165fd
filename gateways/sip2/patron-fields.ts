import type { PatronStatus } from './answers.ts';

/** The positions of patron status that are set for a reason of Concord (3M SIP2 2.00, "patron status"), counted from 0. */
const positions: Record<string, readonly number[]> = {
  'too-many-loans': [5],
  'too-many-overdue': [6],
  'owed-over-limit': [10],
  'dependants-owe': [10],
};
const LENGTH = 14;
/** Charge, renewal, recall and hold privileges denied. */
const denied = [0, 1, 2, 3];

/**
 * Returns the 14 characters of patron status. A patron who may not borrow has no charge privilege; renewal, recall and hold privileges are
 * denied where the whole card is (expired or blocked), since a limit on loans does not concern them.
 */
export const patronStatus = (status: Pick<PatronStatus, 'mayBorrow' | 'reasons'> | undefined): string => {
  const set = new Set<number>(status === undefined ? denied : []);
  if (status && !status.mayBorrow) set.add(0);
  for (const reason of status?.reasons ?? []) {
    for (const position of positions[reason] ?? denied) set.add(position);
  }
  return Array.from({ length: LENGTH }, (_, at) => (set.has(at) ? 'Y' : ' ')).join('');
};

/** Languages of ISO 639-2/B by the codes of SIP2. */
const languages: Record<string, string> = {
  ...{ eng: '001', fre: '002', ger: '003', ita: '004', dut: '005', swe: '006', fin: '007', spa: '008', dan: '009' },
  ...{ por: '010', nor: '012', heb: '013', jpn: '014', rus: '015', ara: '016', pol: '017', gre: '018', chi: '019' },
  ...{ kor: '020', tam: '022', may: '023', ice: '025' },
};

/** Returns the language of SIP2 for a patron's language; 000, unknown, without one. */
export const sipLanguage = (language: string | undefined): string => languages[language ?? ''] ?? '000';
