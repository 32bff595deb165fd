import { PolicyPage } from '../../../components/policy-page.tsx';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { AdoptForm } from './adopt-form.tsx';

/** The page of the catalogues from which records are copied: all staff read them, the consortium's administrator adopts them. */
export const CopyTargetsPage = () => {
  const t = useTranslate();
  return (
    <PolicyPage
      kind="copy-targets"
      path="/copy-targets"
      title={t('copy-targets.title')}
      columns={[
        {
          heading: t('copy-targets.targets'),
          cell: ({ body }: PolicyVersion<'copy-targets'>) => (
            <ul>
              {body.targets.map(({ name, address, database }) => (
                <li key={name}>
                  {name}: {[address, database].filter(Boolean).join(' · ')}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
      noneAdopted={t('copy-targets.none')}
      always={t('copy-targets.always')}
      form={(versions) => <AdoptForm versions={versions} />}
    />
  );
};
