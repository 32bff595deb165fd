import type { Translate } from '../../../i18n/translate.ts';
import type { Ballot, Method } from './voting.ts';

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

/** Returns how a ballot by consent or among options is counted, in words. */
export const methodTexts = (t: Translate, method: Method, { quorum, majority }: Rule): string[] => [
  t(`method-means.${method.by}`),
  ...(method.by === 'consent' ? [t('method-means.review', { day: method.reviewOn })] : []),
  ...('options' in method
    ? [t('method-means.seats', { count: method.seats }), t('method-means.lot', { hash: method.lot.slice(0, 12) })]
    : []),
  ...(method.by === 'instant-runoff' && majority.base !== 'yes-and-no' ? [t('method-means.majority-of-all')] : []),
  quorum
    ? t(`voting.quorum-${quorum.unit}`, { threshold: thresholdText(t, quorum) })
    : t(method.by === 'consent' ? 'method-means.silence' : 'voting.no-quorum'),
];
