import { readFileSync } from 'node:fs';
import { recount } from '../functions/governance/public/recount.ts';

/** Returns the lines that tell the recount of a record (its JSON), and whether it agrees with what was published. */
export const recountLines = (json: string): { lines: string[]; agrees: boolean } => {
  const { question, counted, differing } = recount(json);
  const { result, seal, votesSeal } = counted;
  const { yes, no, abstain, entitled } = result.heads;
  return {
    lines: [
      question,
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
  const { lines, agrees } = recountLines(readFileSync(file, 'utf8'));
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = agrees ? 0 : 1;
}
