import { isDay, unlessEmpty, yes, yesOrNoColumn } from '../../../components/policy-columns.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** The page of the free tier of the consortium's AWS account. The consortium's administrator adopts it. */
export const FreeTierPage = () => {
  const t = useTranslate();
  const shape = {
    fields: [
      yesOrNoColumn(t, 'always', t('free-tier.always')),
      {
        ...{ key: 'openedOn', label: t('free-tier.opened'), hint: t('free-tier.opened-hint'), isOptional: true },
        ...{ reads: isDay, fault: t('free-tier.day-fault') },
      },
    ],
    lists: [],
  };
  return (
    <PolicyValuesPage
      path="/free-tier"
      title={t('free-tier.title')}
      noneAdopted={t('free-tier.none-adopted')}
      rules={{
        ...{ kind: 'free-tier', shape: () => shape, meaning: t('free-tier.adopt-meaning') },
        read: (version) => ({
          texts: { always: yes(version?.body.always), openedOn: version?.body.openedOn ?? '' },
          lists: {},
        }),
        write: (_, { texts }) => ({
          kind: 'free-tier',
          body: { always: texts.always === 'yes', ...unlessEmpty('openedOn', texts.openedOn) },
        }),
      }}
    />
  );
};
