import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { BankStatement } from '../../../layers/protocols/bank-statements/bank-statement.ts';
import { readBankFile } from '../../../layers/protocols/bank-statements/read-bank-file.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { BankStatementStore } from '../data/bank-statement-store.ts';
import { contentOf, type StoredStatement, storedEntries } from '../domain/bank/bank-entry.ts';

type Deps = { bankStatements: BankStatementStore; ids: Ids };
type Input = { fileName: string; file: string; by: string; now: number };

/** The id of a statement: its day, and a hash of the account and the bank's own id, so that it is stored once. */
const idOf = ({ day, account, id }: BankStatement): string =>
  `${day}-${sha256(JSON.stringify([account, id])).slice(0, 16)}`;

const storedOf = (statement: BankStatement, fileName: string, sent: { at: string; by: string }): StoredStatement => {
  const { id: bankId, entries, ...about } = statement;
  const content = sha256(contentOf(statement));
  return { ...about, statementId: idOf(statement), bankId, entries: entries.length, content, fileName, sent };
};

/** Reads a file of the bank and stores its statements; one that is stored already changes nothing. */
export const sendBankStatement = async ({ bankStatements, ids }: Deps, { fileName, file, by, now }: Input) => {
  const read = readBankFile(file);
  if ('refused' in read) return refuse('unreadable', `The file is refused: ${read.refused}.`, '/body/file');
  const sent = { at: iso(now), by };
  const stored = read.statements.map((statement) => ({
    statement: storedOf(statement, fileName, sent),
    entries: storedEntries(statement),
  }));
  const before = await Promise.all(stored.map(({ statement }) => bankStatements.get(statement.statementId)));
  const other = stored.find(({ statement }, at) => before[at] && before[at].content !== statement.content);
  if (other)
    return refuse(
      'other-entries',
      `The statement ${other.statement.bankId} was sent before with other entries.`,
      '/body/file',
    );
  const added: boolean[] = [];
  for (const [at, { statement, entries }] of stored.entries()) {
    const { statementId, bankId, account, content } = statement;
    const audit = auditWrite({
      ...{ subject: `bank-statement:${statementId}`, auditId: ids.next('audit', now), ...sent },
      ...{ did: 'send-bank-statement', detail: { bankId, account, content, entries: entries.length } },
    });
    added.push(before[at] === undefined && (await bankStatements.add(statement, entries, [audit])));
  }
  return answer({
    statements: stored.map(({ statement: { content: _, ...statement } }, at) => ({
      ...statement,
      isNew: added[at] === true,
    })),
  });
};
