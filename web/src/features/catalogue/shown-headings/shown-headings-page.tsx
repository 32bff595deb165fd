import { rowsOf, trimmed } from '../../../components/policy-columns.ts';
import type { PolicyValues } from '../../../components/policy-values.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

const formsIn = (values: PolicyValues, list: 'subjects' | 'names') =>
  rowsOf(values)(list).map(({ heading, shown }) => ({ heading: trimmed(heading), shown: trimmed(shown) }));

/** The page of the subject headings and names that are shown in another form than in members' records. The consortium's administrator adopts them. */
export const ShownHeadingsPage = () => {
  const t = useTranslate();
  const columns = [
    { key: 'heading', label: t('shown-headings.heading') },
    { key: 'shown', label: t('shown-headings.shown') },
  ];
  const shape = {
    fields: [],
    lists: (['subjects', 'names'] as const).map((key) => ({
      ...{ key, label: t(`shown-headings.${key}`), hint: t(`shown-headings.${key}-hint`), columns },
    })),
  };
  return (
    <PolicyValuesPage
      path="/shown-headings"
      title={t('shown-headings.title')}
      noneAdopted={t('shown-headings.none-adopted')}
      rules={{
        ...{ kind: 'headings', shape: () => shape, meaning: t('shown-headings.adopt-meaning') },
        read: (version) => ({
          texts: {},
          lists: {
            subjects: (version?.body.subjects ?? []).map((texts) => ({ texts })),
            names: (version?.body.names ?? []).map((texts) => ({ texts })),
          },
        }),
        write: (_, values) => ({
          kind: 'headings',
          body: { subjects: formsIn(values, 'subjects'), names: formsIn(values, 'names') },
        }),
      }}
    />
  );
};
