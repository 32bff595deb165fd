import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { movementValues, withMovementValues } from './movement-rules.ts';
import { movementShape } from './movement-shape.ts';

/** The page of the rules for transits, returns, floating and the courier. The consortium's administrator adopts them. */
export const MovementRulesPage = () => {
  const t = useTranslate();
  const { weekday } = useFormat();
  const shape = movementShape(t, weekday);
  return (
    <PolicyValuesPage
      path="/movement-rules"
      title={t('movement-rules.title')}
      noneAdopted={t('movement-rules.none-adopted')}
      rules={{
        ...{ kind: 'movement', shape: () => shape, read: movementValues, meaning: t('movement-rules.adopt-meaning') },
        write: (_, values) => ({ kind: 'movement', body: withMovementValues(values) }),
      }}
    />
  );
};
