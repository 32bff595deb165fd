import type { Translate } from '../../../i18n/translate.ts';
import type { Ballot } from './voting.ts';

type Rule = Ballot['rule'];
type Threshold = { of: { numerator: number; denominator: number }; compare: string };

/** Returns a threshold in words: “more than 1/2”. */
export const thresholdText = (t: Translate, { of: { numerator, denominator }, compare }: Threshold): string => {
  const fraction = `${numerator}/${denominator}`;
  if (compare === 'at-least') return t('voting.at-least', { fraction });
  return compare === 'plus-one' ? t('voting.plus-one', { fraction }) : t('voting.more-than', { fraction });
};

/** Returns the conditions of a voting rule in words. */
export const ruleTexts = (t: Translate, { quorum, majority, floor, refusedBy, cap, vetoes }: Rule): string[] => [
  quorum ? t(`voting.quorum-${quorum.unit}`, { threshold: thresholdText(t, quorum) }) : t('voting.no-quorum'),
  refusedBy
    ? t('voting.refused-by', { threshold: thresholdText(t, refusedBy) })
    : t(`voting.majority-${majority.base}`, {
        ...{ threshold: thresholdText(t, majority), unit: t(`voting.unit-${majority.unit}`) },
      }),
  ...(floor ? [t('voting.floor', { threshold: thresholdText(t, { ...floor, compare: 'at-least' }) })] : []),
  ...(cap ? [t('voting.cap', { fraction: `${cap.numerator}/${cap.denominator}` })] : []),
  ...vetoes.map(({ chamber, of }) =>
    t('voting.veto', { chamber, threshold: thresholdText(t, { of, compare: 'at-least' }) }),
  ),
];
