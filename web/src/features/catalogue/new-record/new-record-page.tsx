import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { today } from '../../../components/days.ts';
import { useLanguage, useTranslate } from '../../../i18n/translate.ts';
import '../edit-record/edit.css';
import type { MarcRecord, Source } from '../edit-record/edit.ts';
import { Editor } from '../edit-record/editor.tsx';
import { MemberPage } from '../shared/member-page.tsx';
import { draftFor, dropDraft } from './draft.ts';
import { newNumber, recordFrom, type TemplateName, templateNames } from './record-templates.ts';

const route = getRouteApi('/new-record');

/** The MARC codes of the languages of the app. */
const marcLanguages = { en: 'eng', es: 'spa', fr: 'fre' } as const;

/** A record that is not stored yet, as the editor takes it. */
const unsaved = (memberId: string, localId: string): Source => ({
  ...{
    sourceId: `${memberId}:${localId}`,
    memberId,
    localId,
    recordId: '',
    importId: '',
    checksum: '',
    hiddenFrom: [],
  },
  ...{ format: 'iso2709', version: 'none', isEdited: false, mayEdit: true, protected: [] },
  record: { leader: '', control: [{ tag: '001', value: localId }], data: [] },
});

const Whole = ({
  memberId,
  template,
  number,
}: {
  memberId: string;
  template: TemplateName;
  number?: string | undefined;
}) => {
  const language = useLanguage();
  const [source] = useState(() => unsaved(memberId, number ?? newNumber()));
  const [begun] = useState(
    (): MarcRecord =>
      draftFor(source.sourceId)?.over(source) ?? recordFrom(template, source.localId, today(), marcLanguages[language]),
  );
  useEffect(dropDraft, []);
  return <Editor source={source} begun={begun} />;
};

/** Writes a new record of a library: from a template by kind of material, or from a record copied elsewhere. */
export const NewRecordPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { member, template, number } = route.useSearch();
  const chosen = templateNames.find((name) => name === template);
  return (
    <MemberPage
      title={t('new-record.title')}
      meaning={t(chosen ? 'new-record.meaning-fields' : 'new-record.meaning')}
      asked={member}
      choose={(memberId) => void navigate({ to: '/new-record', search: { member: memberId } })}
    >
      {(memberId) =>
        chosen ? (
          <Whole key={`${memberId} ${chosen}`} memberId={memberId} template={chosen} number={number} />
        ) : (
          <ul className="rows template-choice">
            {templateNames.map((name) => (
              <li key={name} className="row-card">
                <div className="row-body">
                  <h2 className="row-title">
                    <Link to="/new-record" search={{ member: memberId, template: name }}>
                      {t(`new-record.${name}`)}
                    </Link>
                  </h2>
                  <p className="quiet">{t(`new-record.${name}-meaning`)}</p>
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </MemberPage>
  );
};
