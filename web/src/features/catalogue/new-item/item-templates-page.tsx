import { Button, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Fact } from '../../../components/fact.tsx';
import { Question } from '../../../components/question.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import { filledValues, noValues, typedValues, valueFields } from './item-values.ts';
import { type Template, useSetTemplate, useTemplates } from './templates.ts';
import { usePrices } from './use-prices.ts';
import { ValueInputs } from './value-inputs.tsx';

const route = getRouteApi('/item-templates');

type FormGiven = { memberId: string; template?: Template; away?: () => void };

/** The form for a template's name and values; the name of an existing template is fixed. */
const TemplateForm = ({ memberId, template, away }: FormGiven) => {
  const t = useTranslate();
  const { typed, minor } = usePrices();
  const set = useSetTemplate(memberId);
  const [name, setName] = useState(template?.name ?? '');
  const [values, setValues] = useState(() => (template ? typedValues(template.defaults, typed) : noValues));
  const defaults = filledValues(values, minor);
  const isWhole = name.trim() !== '' && defaults !== undefined && Object.keys(defaults).length > 0;
  const send = (): void => {
    if (!defaults) return;
    set.mutate(
      { name: name.trim(), defaults },
      {
        onSuccess: () => {
          toast(t('templates.kept'));
          setName('');
          setValues(noValues);
          away?.();
        },
      },
    );
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {!template && (
        <TextInput
          size="sm"
          label={t('templates.name')}
          description={t('templates.name-meaning')}
          value={name}
          maxLength={60}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
      )}
      <ValueInputs
        memberId={memberId}
        values={values}
        put={(more) => setValues({ ...values, ...more })}
        noBranch={t('templates.any-branch')}
        isPriceWrong={defaults === undefined}
      />
      <p className="row">
        <Button type="submit" size="sm" disabled={!isWhole} loading={set.isPending}>
          {t('edit.save')}
        </Button>
        {away && (
          <Button size="sm" variant="default" onClick={away}>
            {t('do.not-now')}
          </Button>
        )}
      </p>
      {set.error && <FailedNotice thrown={set.error} />}
    </form>
  );
};

const OneTemplate = ({ memberId, template }: { memberId: string; template: Template }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { currency, typed } = usePrices();
  const { branchName } = useDirectory();
  const set = useSetTemplate(memberId);
  const [act, setAct] = useState<'edit' | 'remove'>();
  const away = (): void => setAct(undefined);
  const { name, defaults } = template;
  const { price, branchId } = defaults;
  const priced = price !== undefined && (currency ? money(price, currency) : typed(price));
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{name}</h3>
        <dl className="facts">
          <Fact name={t('item-field.branch')}>{branchId && branchName(branchId)}</Fact>
          {valueFields.map((field) => (
            <Fact key={field} name={t(`item-field.${field}`)}>
              {field === 'price' ? priced : defaults[field]}
            </Fact>
          ))}
        </dl>
        {act === undefined && (
          <p className="row">
            <Button
              size="sm"
              variant="default"
              onClick={() => setAct('edit')}
              aria-label={t('templates.edit', { name })}
            >
              {t('templates.change')}
            </Button>
            <Button
              size="sm"
              variant="default"
              onClick={() => setAct('remove')}
              aria-label={t('templates.remove-of', { name })}
            >
              {t('templates.remove')}
            </Button>
          </p>
        )}
        {act === 'edit' && <TemplateForm memberId={memberId} template={template} away={away} />}
        {act === 'remove' && (
          <Question
            yes={t('templates.remove')}
            isPending={set.isPending}
            go={() => set.mutate({ name, defaults: null }, { onSuccess: () => toast(t('templates.removed')) })}
            away={away}
          >
            <p>{t('templates.sure', { name })}</p>
          </Question>
        )}
        {set.error && <FailedNotice thrown={set.error} />}
      </div>
    </li>
  );
};

const Whole = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { data: templates, error, refetch } = useTemplates(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!templates) return <Waiting rows={3} height={90} />;
  return (
    <>
      {templates.length === 0 ? (
        <Empty title={t('templates.none')} />
      ) : (
        <ul className="rows">
          {templates.map((template) => (
            <OneTemplate key={template.name} memberId={memberId} template={template} />
          ))}
        </ul>
      )}
      <section aria-labelledby="new-template" className="stack">
        <h2 id="new-template">{t('templates.new')}</h2>
        <TemplateForm memberId={memberId} />
      </section>
      <p>
        <Link to="/new-item" search={{ member: memberId }}>
          {t('new-item.title')}
        </Link>
      </p>
    </>
  );
};

/** The page for a library's templates for new items: list, add, change and delete. */
export const ItemTemplatesPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { member: asked } = route.useSearch();
  return (
    <MemberPage
      title={t('templates.title')}
      meaning={t('templates.meaning')}
      asked={asked}
      choose={(member) => void navigate({ to: '/item-templates', search: { member } })}
    >
      {(memberId) => <Whole key={memberId} memberId={memberId} />}
    </MemberPage>
  );
};
