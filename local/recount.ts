import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { countRecord, differences } from '../functions/governance/domain/ballots/ballot.ts';
import { publishedRecordSchema } from '../functions/governance/schemas/voting.ts';

/** Counts the record of a ballot again. Takes the text of the downloaded file; returns the lines to print, and whether everything agrees. */
export const recount = (text: string): { lines: string[]; agrees: boolean } => {
  const hash = (what: string): string => createHash('sha256').update(what).digest('hex');
  const { record, published } = publishedRecordSchema.parse(JSON.parse(text));
  const { result, seal, votesSeal } = countRecord(record, hash);
  const differing = differences(record, published as Parameters<typeof differences>[1], hash);
  const { yes, no, abstain, entitled } = result.heads;
  return {
    lines: [
      `${record.terms.question}`,
      `${result.outcome}: ${yes} yes, ${no} no, ${abstain} abstentions, of ${entitled} members`,
      ...result.majorities.map(
        ({ unit, count, base, isMet }) =>
          `majority (${unit}): ${count} of ${base}, ${isMet ? 'reached' : 'not reached'}`,
      ),
      `seal of question, rule and voters: ${seal}`,
      `seal of the votes: ${votesSeal}`,
      differing.length === 0
        ? 'The recount agrees with what was published.'
        : `The recount differs in: ${differing.join(', ')}`,
    ],
    agrees: differing.length === 0,
  };
};

const [, program = '', file] = process.argv;
if (program.endsWith('recount.ts')) {
  if (file === undefined) throw new Error('Name the file: npm run recount -- bal_….json');
  const { lines, agrees } = recount(readFileSync(file, 'utf8'));
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = agrees ? 0 : 1;
}
