import { useCurrency } from '../../../api/use-currency.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { sharingValues, withSharingValues } from './sharing-rules.ts';
import { sharingShape } from './sharing-shape.ts';

/** The page of the rules for interlibrary loans: order of suppliers, fees, days and targets. The consortium's administrator adopts them. */
export const SharingRulesPage = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { typed, minor } = useFormat();
  const currency = useCurrency() ?? 'USD';
  const inMinor = (text: string) => minor(text, currency);
  const shape = sharingShape(t, inMinor, (factor) => textOf('sharing-rules.factor', factor));
  return (
    <PolicyValuesPage
      path="/sharing-rules"
      title={t('sharing-rules.title')}
      noneAdopted={t('sharing-rules.none-adopted')}
      rules={{
        ...{ kind: 'resource-sharing', shape: () => shape, meaning: t('sharing-rules.adopt-meaning') },
        read: (version) => sharingValues(version, (one) => typed(one, currency)),
        write: (version, values) => ({
          ...{ kind: 'resource-sharing', body: withSharingValues(version, values, inMinor) },
        }),
      }}
    />
  );
};
