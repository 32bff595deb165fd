import type { MatchRules } from './match-preview.ts';

/** The choices of the consortium about what is the same title, with their values. */
export const choiceKeys = ['reissues', 'impressions', 'coEditions', 'microforms', 'oclcNumbers', 'isbns'] as const;
const meanings = ['same', 'ask', 'apart'] as const;
const trusts = ['decides', 'counts', 'not-used'] as const;

/** Returns the values of a choice. */
export const valuesOf = (
  choice: (typeof choiceKeys)[number],
): readonly ((typeof meanings)[number] | (typeof trusts)[number])[] =>
  choice === 'oclcNumbers' || choice === 'isbns' ? trusts : meanings;

/** The rules without a policy, as the API matches. */
export const usualRules: MatchRules = {
  ...{ reissues: 'ask', impressions: 'same', coEditions: 'ask', microforms: 'apart' },
  ...{ oclcNumbers: 'counts', isbns: 'counts' },
};

const meaningIn = (text: string | undefined) => meanings.find((one) => one === text) ?? 'ask';
const trustIn = (text: string | undefined) => trusts.find((one) => one === text) ?? 'counts';

const shareOf = (text: string | undefined): number | undefined =>
  (text ?? '').trim() === '' ? undefined : Number(text) / 100;

/** Returns the values of the form for rules. */
export const textsOf = ({ thresholds, ...rules }: MatchRules): Record<string, string> => ({
  ...rules,
  same: thresholds ? String(Math.round(thresholds.same * 100)) : '',
  ask: thresholds ? String(Math.round(thresholds.ask * 100)) : '',
});

/** Returns the rules that the values of the form mean; thresholds where both are given. */
export const rulesOf = (texts: Readonly<Record<string, string>>): MatchRules => {
  const [same, ask] = [shareOf(texts.same), shareOf(texts.ask)];
  return {
    reissues: meaningIn(texts.reissues),
    impressions: meaningIn(texts.impressions),
    coEditions: meaningIn(texts.coEditions),
    microforms: meaningIn(texts.microforms),
    oclcNumbers: trustIn(texts.oclcNumbers),
    isbns: trustIn(texts.isbns),
    ...(same !== undefined && ask !== undefined && { thresholds: { same, ask } }),
  };
};
