import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { usualAttribution } from './usual-attribution.ts';

type Rule = PolicyVersion<'attribution'>['body']['rules'][number];

const situations = [
  ...(['ill-request', 'caused-work', 'staff', 'patron', 'machine', 'anonymous', 'consortium'] as const),
] satisfies Rule['when'][];
const bearers = [
  ...(['workplace', 'home', 'requester', 'cause', 'portal', 'public-use', 'consortium'] as const),
] satisfies Rule['to'][];

/** The page of the rules that say whose use a request is. The consortium's administrator adopts them. */
export const AttributionPage = () => {
  const t = useTranslate();
  const shape = {
    fields: [],
    lists: [
      {
        ...{ key: 'rules', label: t('attribution.rules'), hint: t('attribution.rules-hint') },
        columns: [
          {
            ...{ key: 'when', label: t('attribution.when') },
            choices: situations.map((value) => ({ value, label: t(`attribution.when-${value}`) })),
          },
          {
            ...{ key: 'to', label: t('attribution.to') },
            choices: bearers.map((value) => ({ value, label: t(`attribution.to-${value}`) })),
          },
        ],
      },
    ],
  };
  return (
    <PolicyValuesPage
      path="/attribution"
      title={t('attribution.title')}
      noneAdopted={t('attribution.none-adopted')}
      rules={{
        ...{ kind: 'attribution', shape: () => shape, meaning: t('attribution.adopt-meaning') },
        read: (version) => ({
          texts: {},
          lists: { rules: (version?.body.rules ?? usualAttribution).map((texts) => ({ texts })) },
        }),
        write: (_, { lists }) => ({
          kind: 'attribution',
          body: {
            rules: (lists.rules ?? []).map(({ texts }) => ({
              when: situations.find((one) => one === texts.when) ?? 'staff',
              to: bearers.find((one) => one === texts.to) ?? 'consortium',
            })),
          },
        }),
      }}
    />
  );
};
