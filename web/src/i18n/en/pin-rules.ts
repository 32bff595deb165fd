/** The page of the rules for patrons' PINs. */
export const pinRules = {
  'pin-rules.title': 'Rules for PINs',
  'pin-rules.not-yours': 'This is for staff.',
  'pin-rules.versions': 'Rules in force, later and before',
  'pin-rules.none-adopted':
    'Nothing was adopted for now: a PIN has at least {shortest} digits, a code for a new PIN is good for {codeMinutes} minutes, and one address gets {perDay} codes a day for a card.',
  'pin-rules.from': 'From',
  'pin-rules.state': 'State',
  'pin-rules.in-force': 'In force',
  'pin-rules.later': 'Begins later',
  'pin-rules.before': 'Replaced',
  'pin-rules.shortest': 'Least digits of a PIN',
  'pin-rules.codeMinutes': 'Minutes that a code for a new PIN is good',
  'pin-rules.perDay': 'Codes a day for a card from one address',
  'pin-rules.decision': 'Decision',
  'pin-rules.always':
    'Always: at most 12 digits; no row of digits, no repeated digits, no year, no date of birth, no part of the card number. The rules apply when a PIN is set; PINs of before stay good.',
  'pin-rules.adopt-title': 'Change the rules',
  'pin-rules.adopt-meaning':
    'The rules apply to all libraries. Other rules for patrons stay as they are. A version that begins later replaces these when it begins.',
  'pin-rules.between': '{min} to {max}',
  'pin-rules.day': 'From which day',
  'pin-rules.day-hint': 'Empty: at once',
  'pin-rules.adopt': 'Adopt the rules',
  'pin-rules.adopted': 'The rules are adopted.',
  'problem.policy-overtaken': 'Somebody else adopted other rules meanwhile. Look at them, then adopt yours again.',
};
