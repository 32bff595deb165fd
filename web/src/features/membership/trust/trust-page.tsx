import { Link } from '@tanstack/react-router';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { conformance, measured } from './measured.generated.ts';
import { ReliabilitySection } from './reliability.tsx';
import './trust.css';

const ofPatrons = ['person', 'pin', 'loans', 'history', 'holds', 'bills', 'looks', 'notes'] as const;
const ofStaff = ['staff', 'acts'] as const;
/** Written in English, by the names that `web/build/document-files.ts` gives them. */
const documents = ['support', 'security', 'third-party-notices'] as const;
const limits = ['account', 'parts', 'loans', 'vendors', 'bills', 'matching'] as const;

const Stored = ({ id, title, rows }: { id: string; title: string; rows: readonly string[] }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const columns = ['trust-what', 'trust-why', 'trust-period', 'trust-who'];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ScrollTable name={title}>
        <thead>
          <tr>
            <th scope="col">{t('trust.what')}</th>
            <th scope="col">{t('trust.why')}</th>
            <th scope="col">{t('trust.period')}</th>
            <th scope="col">{t('trust.who')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{textOf('trust-what', row)}</th>
              {columns.slice(1).map((column) => (
                <td key={column}>{textOf(column, row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};

/** What is measured, stored and not yet possible, for people who decide whether to join. */
export const TrustPage = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  useTitle(t('trust.title'));
  const figures = [
    { figure: measured.pages, text: t('trust.pages'), by: t('trust.by-axe') },
    { figure: measured.rules, text: t('trust.rules', { failed: measured.failed }), by: t('trust.by-axe') },
    { figure: measured.fields, text: t('trust.fields'), by: t('trust.by-table') },
    { figure: limits.length, text: t('trust.limits'), by: '' },
  ];
  const paragraphs = [
    { id: 'trust-away', title: t('trust.away'), text: t('trust.away-text') },
    { id: 'trust-back', title: t('trust.back'), text: t('trust.back-text') },
    { id: 'trust-leave', title: t('trust.leave'), text: t('trust.leave-text') },
  ];
  return (
    <div className="page page-wide trust">
      <h1>{t('trust.title')}</h1>
      <p className="lead">{t('trust.lead')}</p>
      <ul className="trust-figures" aria-label={t('trust.measured')}>
        {figures.map(({ figure, text, by }) => (
          <li key={text}>
            <strong>{figure}</strong>
            <span>{text}</span>
            {by && <span className="quiet">{by}</span>}
          </li>
        ))}
      </ul>
      <ReliabilitySection />
      <Stored id="trust-patrons" title={t('trust.patrons')} rows={ofPatrons} />
      <Stored id="trust-staff" title={t('trust.staff')} rows={ofStaff} />
      <section aria-labelledby="trust-conformance">
        <h2 id="trust-conformance">{t('trust.conformance')}</h2>
        <p>{t('trust.conformance-text', { ...conformance, less: conformance.less.length })}</p>
        <h3>{t('trust.less')}</h3>
        <ul className="trust-limits">
          {conformance.less.map((number) => (
            <li key={number}>{textOf('trust-less', number)}</li>
          ))}
        </ul>
      </section>
      <div className="trust-columns">
        {paragraphs.map(({ id, title, text }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
      <section aria-labelledby="trust-limits">
        <h2 id="trust-limits">{t('trust.known-limits')}</h2>
        <ul className="trust-limits">
          {limits.map((limit) => (
            <li key={limit}>{textOf('trust-limit', limit)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="trust-documents">
        <h2 id="trust-documents">{t('trust.documents')}</h2>
        <ul className="trust-limits">
          {documents.map((name) => (
            <li key={name}>
              <a href={`/${name}.txt`}>{textOf('trust-document', name)}</a>
            </li>
          ))}
        </ul>
      </section>
      <p>
        <Link to="/estimate">{t('trust.cost')}</Link>
      </p>
    </div>
  );
};
