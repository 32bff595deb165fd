/** The effect of rules that were proposed, by logged decisions. */
export const ruleEffects = {
  'effect.title': 'What it would have changed',
  'effect.preview-title': 'Effect of these rules',
  'effect.preview': 'Show what these rules would have changed',
  'effect.run': 'Run the simulation',
  'effect.run-again': 'Run the simulation again',
  'effect.not-attached': 'The members vote when a simulation of this text is attached.',
  'effect.made': 'Counted on {day}',
  'effect-part.simulation': 'In the year before',
  'effect-part.since-opened': 'Since the proposal was opened',
  'effect-part.after-30': 'In the first 30 days of the rules',
  'effect-part.after-90': 'In the first 90 days of the rules',
  'effect.window':
    '{from} to {to}: {decisions, plural, one {# checkout, renewal or hold} other {# checkouts, renewals and holds}}, {refused, plural, one {# of them refused} other {# of them refused}}, and {returns, plural, one {# returned loan} other {# returned loans}}.',
  'effect.newlyRefused':
    '{count, plural, one {# more would have been refused} other {# more would have been refused}} ({share} of all).',
  'effect.newlyAllowed':
    '{count, plural, one {# that was refused would have been allowed} other {# that were refused would have been allowed}} ({share} of all).',
  'effect.at': '{share} of them at: {libraries}.',
  'effect.otherwiseRefused':
    '{count, plural, one {# would still be refused} other {# would still be refused}}, for another reason.',
  'effect.longer': '{count, plural, one {# loan or renewal} other {# loans and renewals}} for a longer time.',
  'effect.shorter': '{count, plural, one {# loan or renewal} other {# loans and renewals}} for a shorter time.',
  'effect.fines': 'Overdue fines: {after} instead of {before}{change}.',
  'effect.renewals':
    'Renewals that {loans, plural, one {# returned loan} other {# returned loans}} needed: {after} instead of {before}{change}.',
  'effect.late': 'Returned loans that all renewals did not cover: {after} instead of {before}{change}.',
  'effect.nothing': 'Nothing in the log would have been different.',
  'effect.no-log': 'The log has no decisions in this time.',
  'effect.by-library': 'By library',
  'effect.library': 'Library',
  'effect.decisions': 'Decisions',
  'effect.refused': 'More refused',
  'effect.allowed': 'More allowed',
  'effect.periods': 'Longer / shorter',
  'effect.fines-heading': 'Fines',
  'effect.exactness': 'How exact is this?',
  'effect.alone':
    'Each decision is judged alone, as if all before it had been as they were. A patron who is refused one loan has fewer loans afterwards, so the real number can be lower.',
  'effect.returns-exact':
    'Fines and renewals follow from the days for which items were on loan. Closed days count, and patrons may return items at other times under other rules.',
  'effect.holds-exact': 'Holds are judged by the limits of patrons; whether a copy may be held is not judged.',
  'effect.not-whole': 'The log is so large that only the last months were read.',
  'effect.unknown':
    '{count, plural, one {# decision is} other {# decisions are}} not judged, because the log lacks what is needed: {reasons}.',
  'effect-unknown.patron': 'category of the patron',
  'effect-unknown.item': 'item type',
  'effect-unknown.residence': 'place of residence',
  'effect-unknown.counters': 'counters of the patron',
  'effect-unknown.group': 'loans in a group',
  'effect-unknown.overdue': 'overdue loans',
  'effect-unknown.accrued': 'accrued fines',
  'problem.simulation-lacking': 'The members read a simulation of this text before they vote. Run it first.',
  'problem.not-simulated': 'Only loan rules, limits of patrons and bounds are simulated.',
  'problem.no-rules-yet': 'There are no loan rules yet.',
};
