import { useCurrency } from '../../../api/use-currency.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { WalletSettings } from '../wallets/wallet-settings.tsx';
import { patronValues, withPatronValues } from './patron-rules.ts';
import { patronShape } from './patron-shape.ts';

/** The page of the rules for patrons: categories, cards, and what is stored for how long. The consortium's administrator adopts them. */
export const PatronRulesPage = () => {
  const t = useTranslate();
  const { typed, minor } = useFormat();
  const currency = useCurrency() ?? 'USD';
  const inMinor = (text: string) => minor(text, currency);
  return (
    <>
      <PolicyValuesPage
        path="/patron-rules"
        title={t('patron-rules.title')}
        noneAdopted={t('patron-rules.none-adopted')}
        rules={{
          kind: 'patrons',
          shape: (texts) => patronShape(t, inMinor, texts),
          read: (version) => patronValues(version, (one) => typed(one, currency)),
          write: (version, values) => ({ kind: 'patrons', body: withPatronValues(version, values, inMinor) }),
          meaning: t('patron-rules.adopt-meaning'),
        }}
      />
      <WalletSettings />
    </>
  );
};
