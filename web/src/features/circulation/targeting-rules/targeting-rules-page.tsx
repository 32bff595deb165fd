import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { targetingValues, withTargetingValues } from './targeting-rules.ts';
import { targetingShape } from './targeting-shape.ts';

/** The page of the rules by which copies are chosen for holds. The consortium's administrator adopts them. */
export const TargetingRulesPage = () => {
  const t = useTranslate();
  return (
    <PolicyValuesPage
      path="/targeting-rules"
      title={t('targeting-rules.title')}
      noneAdopted={t('targeting-rules.none-adopted')}
      rules={{
        ...{ kind: 'targeting', read: targetingValues, meaning: t('targeting-rules.adopt-meaning') },
        shape: (texts) => targetingShape(t, texts),
        write: (version, values) => ({ kind: 'targeting', body: withTargetingValues(version, values) }),
      }}
    />
  );
};
