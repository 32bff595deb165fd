import { parts, written } from '../../../components/policy-columns.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Lead = PolicyVersion<'union-record'>['body']['leads'][number];

const ledFields = [
  ...(['description', 'main-entry', 'edition', 'extent', 'series', 'contents', 'summary'] as const),
] satisfies Lead['fields'][];

/** The page that says whose records lead in a union record. The consortium's administrator adopts it. */
export const UnionRulesPage = () => {
  const t = useTranslate();
  const shape = {
    fields: [],
    lists: [
      {
        ...{ key: 'leads', label: t('union-rules.leads'), hint: t('union-rules.leads-hint') },
        columns: [
          {
            ...{ key: 'fields', label: t('union-rules.fields') },
            choices: ledFields.map((value) => ({ value, label: t(`union-rules.fields-${value}`) })),
          },
          {
            ...{ key: 'members', label: t('union-rules.members'), fault: t('union-rules.members-fault') },
            reads: written(/^[a-z0-9-]+([\s,]+[a-z0-9-]+)*$/),
          },
        ],
      },
    ],
  };
  return (
    <PolicyValuesPage
      path="/union-rules"
      title={t('union-rules.title')}
      noneAdopted={t('union-rules.none-adopted')}
      rules={{
        ...{ kind: 'union-record', shape: () => shape, meaning: t('union-rules.adopt-meaning') },
        read: (version) => ({
          texts: {},
          lists: {
            leads: (version?.body.leads ?? []).map(({ fields, members }) => ({
              texts: { fields, members: members.join(', ') },
            })),
          },
        }),
        write: (_, { lists }) => ({
          kind: 'union-record',
          body: {
            leads: (lists.leads ?? []).map(({ texts }) => ({
              fields: ledFields.find((one) => one === texts.fields) ?? 'description',
              members: parts(texts.members),
            })),
          },
        }),
      }}
    />
  );
};
