import { rowsOf, trimmed } from '../../../components/policy-columns.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** The page of the subject headings that are shown in another form than in members' records. The consortium's administrator adopts them. */
export const ShownHeadingsPage = () => {
  const t = useTranslate();
  const shape = {
    fields: [],
    lists: [
      {
        ...{ key: 'subjects', label: t('shown-headings.subjects'), hint: t('shown-headings.subjects-hint') },
        columns: [
          { key: 'heading', label: t('shown-headings.heading') },
          { key: 'shown', label: t('shown-headings.shown') },
        ],
      },
    ],
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
          lists: { subjects: (version?.body.subjects ?? []).map((texts) => ({ texts })) },
        }),
        write: (_, values) => ({
          kind: 'headings',
          body: {
            subjects: rowsOf(values)('subjects').map(({ heading, shown }) => ({
              heading: trimmed(heading),
              shown: trimmed(shown),
            })),
          },
        }),
      }}
    />
  );
};
