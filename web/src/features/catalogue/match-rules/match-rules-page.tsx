import { type AmountField, type Amounts, wholeWithin } from '../../../components/amount-fields.tsx';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { choiceKeys, rulesOf, textsOf, usualRules, valuesOf } from './choices.ts';
import { Examples } from './examples.tsx';
import { Preview } from './preview.tsx';
import { StoredRecords } from './stored-records.tsx';

/** The page of what counts as the same title: the consortium's administrator previews and adopts it. */
export const MatchRulesPage = () => {
  const t = useTranslate();
  const threshold = (key: 'same' | 'ask', most: number): AmountField => ({
    ...{ key, label: t(`match-rules.${key}`), hint: t(`match-rules.${key}-hint`), isOptional: key === 'same' },
    ...{ reads: wholeWithin(key === 'same' ? 50 : 5, most), fault: t(`match-rules.${key}-fault`) },
  });
  const shape = ({ same = '' }: Amounts) => ({
    fields: [
      ...choiceKeys.map((key) => ({
        ...{ key, label: t(`match-rules.${key}`), hint: t(`match-rules.${key}-hint`) },
        choices: valuesOf(key).map((value) => ({ value, label: t(`match-rules.value-${value}`) })),
      })),
      threshold('same', 99),
      ...(same === '' ? [] : [threshold('ask', Math.max(5, Number(same) - 2 || 5))]),
    ],
    lists: [],
  });
  return (
    <PolicyValuesPage
      path="/match-rules"
      title={t('match-rules.title')}
      noneAdopted={t('match-rules.none-adopted')}
      rules={{
        ...{ kind: 'matching', shape, meaning: t('match-rules.adopt-meaning') },
        read: (version) => ({ texts: textsOf(version?.body ?? usualRules), lists: {} }),
        write: (_, { texts }) => ({ kind: 'matching', body: rulesOf(texts) }),
        beside: ({ texts }) => (
          <>
            <Preview rules={rulesOf(texts)} />
            <Examples rules={rulesOf(texts)} />
            <StoredRecords />
          </>
        ),
      }}
    />
  );
};
