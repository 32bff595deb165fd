import { Button } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type MatchRules, type PreviewSum, useMatchPreview } from './match-preview.ts';
import { PairList } from './pair-list.tsx';

const effects = ['joined', 'parted', 'asked', 'settled'] as const;

const Result = ({ titles, isWhole, page }: PreviewSum) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { number } = useFormat();
  const counts = { records: number(page.records), pairs: number(page.pairs), titles: number(titles) };
  return (
    <>
      <p>{t(isWhole ? 'match-rules.compared-all' : 'match-rules.compared-some', counts)}</p>
      <p className="quiet">
        {t('match-rules.not-changed', { byStaff: number(page.byStaff), leftOut: number(page.leftOut) })}
      </p>
      <p>{t('match-rules.effects-meaning')}</p>
      <ScrollTable name={t('match-rules.effects')}>
        <thead>
          <tr>
            <th scope="col">{t('match-rules.library')}</th>
            {effects.map((effect) => (
              <th key={effect} scope="col">
                {t(`match-rules.${effect}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.members.map((member) => (
            <tr key={member.memberId}>
              <th scope="row">{memberName(member.memberId)}</th>
              {effects.map((effect) => (
                <td key={effect}>{number(member[effect])}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('match-rules.all-pairs')}</th>
            {effects.map((effect) => (
              <td key={effect}>{number(page.effects[effect])}</td>
            ))}
          </tr>
        </tbody>
      </ScrollTable>
      {page.changed.length > 0 && <PairList label={t('match-rules.first-pairs')} pairs={page.changed} />}
    </>
  );
};

/** What the entered rules would change in the catalogue, on request, before they are adopted. */
export const Preview = ({ rules }: { rules: MatchRules }) => {
  const t = useTranslate();
  const { preview, soFar, stop } = useMatchPreview();
  const isOf = JSON.stringify(preview.variables) === JSON.stringify(rules);
  return (
    <section aria-labelledby="match-preview" className="stack">
      <h2 id="match-preview">{t('match-rules.preview')}</h2>
      <p className="quiet">{t('match-rules.preview-meaning')}</p>
      <p className="row">
        <Button size="sm" variant="default" loading={preview.isPending} onClick={() => preview.mutate(rules)}>
          {t('match-rules.show')}
        </Button>
        {preview.isPending && (
          <Button size="sm" variant="default" onClick={stop}>
            {t('match-rules.stop')}
          </Button>
        )}
      </p>
      <p role="status">{preview.isPending && t('match-rules.compared', { titles: soFar?.titles ?? 0 })}</p>
      {preview.error && <FailedNotice thrown={preview.error} />}
      {preview.data && !isOf && <p>{t('match-rules.outdated')}</p>}
      {preview.data && isOf && <Result {...preview.data} />}
    </section>
  );
};
