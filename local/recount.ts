import { readFileSync } from 'node:fs';
import { recount } from '../functions/governance/public/recount.ts';

/** Returns the lines that tell the recount of a record (its JSON), and whether it agrees with what was published. */
export const recountLines = (json: string): { lines: string[]; agrees: boolean } => {
  const { question, options, counted, differing } = recount(json);
  const { result, seal, votesSeal } = counted;
  const { yes, no, abstain, entitled } = result.heads;
  const { election, objections = [] } = result;
  const nameOf = (optionId: string): string => options.find((one) => one.optionId === optionId)?.name ?? optionId;
  return {
    lines: [
      question,
      `${result.outcome}: ${yes} yes, ${no} no, ${abstain} abstentions, of ${entitled} members`,
      ...result.majorities.map(
        ({ unit, count, base, isMet }) =>
          `majority (${unit}): ${count} of ${base}, ${isMet ? 'reached' : 'not reached'}`,
      ),
      ...objections.map((memberId) => `objection: ${memberId}`),
      ...(election?.rounds ?? []).map(
        ({ counts }, place) =>
          `round ${place + 1}: ${Object.entries(counts)
            .map(([optionId, votes]) => `${nameOf(optionId)} ${votes}`)
            .join(', ')}`,
      ),
      ...(election ? [`chosen: ${election.elected.map(nameOf).join(', ') || 'none'}`] : []),
      ...(election?.tied ? [`the lot decided between: ${election.tied.map(nameOf).join(', ')}`] : []),
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
