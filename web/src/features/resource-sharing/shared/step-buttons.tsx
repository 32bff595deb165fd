import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Action, asksFirst } from './requests.ts';
import { StepForm } from './step-form.tsx';
import type { StepInput } from './use-steps.ts';

type Taking = {
  isPending: boolean;
  /** Whether optional input is asked for too: on a request's page, not in a list. */
  asksAll?: boolean;
  /** The initial values of the form. */
  known?: StepInput;
  onTake: (action: Action, input: StepInput) => void;
};

/** Returns a handler that takes a step, or opens its form when input is required. */
const useBegin = ({ onTake, known = {}, asksAll = false }: Taking) => {
  const [asked, setAsked] = useState<Action>();
  const place = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(false);
  // A closed form returns the focus to its steps.
  useEffect(() => {
    if (wasAsked.current && !asked) place.current?.querySelector<HTMLElement>('button, a')?.focus();
    wasAsked.current = asked !== undefined;
  }, [asked]);
  const begin = (action: Action): void => {
    const opensForm = asksAll && (action.fields ?? []).length > 0;
    if (asksFirst(action) || opensForm) setAsked(action);
    else onTake(action, {});
  };
  const form = (isPending: boolean) =>
    asked && (
      <StepForm
        action={asked}
        known={known}
        isPending={isPending}
        onSend={(input) => {
          setAsked(undefined);
          onTake(asked, input);
        }}
        onClose={() => setAsked(undefined)}
      />
    );
  return { begin, form, place };
};

const inOrder = (actions: readonly Action[]): Action[] =>
  actions.toSorted((a, b) => Number(b.usual === true) - Number(a.usual === true));

/** All available steps, the usual one first, for a request's own page. */
export const AllSteps = ({ actions, ...taking }: Taking & { actions: readonly Action[] }) => {
  const textOf = useTextOf();
  const { begin, form, place } = useBegin(taking);
  const { isPending } = taking;
  return (
    form(isPending) ?? (
      <div className="row" ref={place}>
        {inOrder(actions).map((action) => (
          <Button
            key={action.trigger}
            size="sm"
            variant={action.usual ? 'filled' : 'default'}
            disabled={isPending}
            onClick={() => begin(action)}
          >
            {textOf('step', action.trigger, action.label)}
          </Button>
        ))}
      </div>
    )
  );
};

type InRow = Taking & { actions: readonly Action[]; requestId: string; title: string };

/** The steps of a row: the usual one as a button, the others in a menu; steps with a longer form are on the request's page. */
export const RowSteps = ({ actions, requestId, title, ...taking }: InRow) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const more = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { begin, form, place } = useBegin(taking);
  const { isPending } = taking;
  const button = (action: Action) => {
    const label = textOf('step', action.trigger, action.label);
    const named = { 'aria-label': t('loans.step-of', { step: label, title }) };
    if (action.atOnce === undefined) {
      return (
        <Link key={action.trigger} to="/loans/$requestId" params={{ requestId }} className="step-link" {...named}>
          {label}…
        </Link>
      );
    }
    return (
      <Button
        key={action.trigger}
        size="sm"
        variant={action.usual ? 'filled' : 'default'}
        disabled={isPending}
        onClick={() => begin(action)}
        {...named}
      >
        {label}
      </Button>
    );
  };
  const usual = actions.filter((action) => action.usual);
  const others = actions.filter((action) => !action.usual);
  const asked = form(isPending);
  if (asked) return asked;
  return (
    <div className="row-do" ref={place}>
      <p className="row">
        {usual.map(button)}
        {others.length > 0 && (
          <Button
            size="sm"
            variant="subtle"
            aria-expanded={isOpen}
            aria-controls={more}
            aria-label={t('loans.more-of', { title })}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('loans.more')}
          </Button>
        )}
      </p>
      <p id={more} className="row" hidden={!isOpen}>
        {isOpen && others.map(button)}
      </p>
    </div>
  );
};
