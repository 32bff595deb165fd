import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type MarcRecord, useSource } from '../edit-record/edit.ts';
import { type Line, linesOf } from '../edit-record/record-lines.ts';
import { putDraft } from '../new-record/draft.ts';
import { newNumber } from '../new-record/record-templates.ts';
import { asNew, laidOver } from './copied-record.ts';
import type { Hit } from './targets.ts';

const textOfLine = ({ tag, indicators, text }: Line): string => `${tag} ${indicators} ${text}`;

/** The fields of a record; those that the other lacks are marked. */
const Lines = ({ record, other, name }: { record: MarcRecord; other?: MarcRecord | undefined; name: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const others = other && new Set(linesOf(other).map(textOfLine));
  return (
    <section aria-label={name} className="copied-side">
      <h3>{name}</h3>
      <ul className="copied-lines">
        {linesOf(record).map((line) => {
          const isOther = others !== undefined && !others.has(textOfLine(line));
          return (
            <li key={line.key} title={textOf('marc', line.tag, '')}>
              <span className="copied-tag">{line.tag}</span> {line.indicators}{' '}
              {isOther ? (
                <mark>
                  {line.text}
                  <span className="visually-hidden"> {t('copying.differs')}</span>
                </mark>
              ) : (
                line.text
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** The record found elsewhere beside the library's own, and the button that lays it over that. */
const OverOwn = ({ hit, sourceId }: { hit: Hit; sourceId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { data: source, error, refetch } = useSource(sourceId, 'comparison');
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!source) return <Waiting rows={4} height={30} />;
  const result = laidOver(hit.record, source.record, source.protected);
  return (
    <>
      <p>{t('copying.over-meaning')}</p>
      <div className="copied-sides">
        <Lines name={t('copying.found')} record={hit.record} other={source.record} />
        <Lines name={t('copying.own')} record={source.record} other={result} />
        <Lines name={t('copying.result')} record={result} other={source.record} />
      </div>
      <p>
        <Button
          onClick={() => {
            const { version } = source;
            putDraft({ sourceId, version, over: (now) => laidOver(hit.record, now.record, now.protected) });
            void navigate({ to: '/edit/$sourceId', params: { sourceId } });
          }}
        >
          {t('copying.over')}
        </Button>
      </p>
    </>
  );
};

/** One record found elsewhere: beside the library's own record where it has one, else alone; taken over into the editor. */
export const Preview = ({ hit, memberId }: { hit: Hit; memberId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const own = hit.like.find(({ isSame, sourceId }) => isSame && sourceId !== undefined)?.sourceId;
  const copy = (): void => {
    const number = newNumber();
    putDraft({ sourceId: `${memberId}:${number}`, version: 'none', over: () => asNew(hit.record, number) });
    void navigate({ to: '/new-record', search: { member: memberId, template: 'book', number } });
  };
  return (
    <Panel title={hit.title}>
      {own ? <OverOwn hit={hit} sourceId={own} /> : <Lines name={t('copying.found')} record={hit.record} />}
      <p>
        <Button variant={own ? 'default' : 'filled'} onClick={copy}>
          {t('copying.new')}
        </Button>
      </p>
    </Panel>
  );
};
