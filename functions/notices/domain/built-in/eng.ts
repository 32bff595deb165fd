import type { LanguageTexts } from './language-texts.ts';

/** The texts in English. */
export const eng: LanguageTexts = {
  kinds: {
    'due-soon': {
      subject: 'Due soon: {title}',
      text: 'Please remember that {title} is due on {due}.\nYou can renew it in your account or at any desk, unless somebody waits for it.\nYou can bring it back to any library of the consortium.',
    },
    overdue: {
      subject: 'Overdue: {title}',
      text: 'We have not had back {title}, which was due on {due}.\nPlease bring it back to any library of the consortium, or renew it if you can.\nThis is reminder number {step}.',
    },
    'hold-ready': {
      subject: 'Ready to collect: {title}',
      text: 'You asked for {title}: it waits for you at {branch}.\n{address}\nIt is kept for you until {until}.',
    },
    'hold-expiring': {
      subject: 'Last days to collect: {title}',
      text: 'You asked for {title}: it still waits for you at {branch}.\n{address}\nIt is kept for you until {until}; then it goes to the next reader or back to its shelf.',
    },
    'hold-ended': {
      subject: 'Your hold has ended: {title}',
      text: 'Your hold on {title} has ended.\nWhy: {reason}.\nYou can place it again in your account or at any desk.',
    },
    recall: {
      subject: 'Please bring back: {title}',
      text: 'Somebody else waits for {title}, which you have.\nPlease bring it back by {due} to any library of the consortium.',
    },
    bill: {
      subject: 'You were charged {amount}',
      text: 'You were charged {amount}.\nWhat for: {reason}.\nIt concerns {title}.\nYou can pay at any desk.\nYou can also pay online: {pay}',
    },
    lost: {
      subject: 'Counted as lost: {title}',
      text: 'What you borrowed counts as lost: {title}.\nIts charge is {amount}.\nIf you find it, please bring it back: we then see what of the charge is taken back.',
    },
    'card-expiring': {
      subject: 'Your library card ends on {until}',
      text: 'Your library card is good until {until}.\nPlease have it renewed at your home library: {branch}.\n{address}',
    },
    'copy-ready': {
      subject: 'Your copy has come: {title}',
      text: 'The copy that you asked for has come: {title}.\nOpen it in your account, under your requests.\nYou can open it until {until}.',
    },
    renewed: {
      subject: 'Renewed: {title}',
      text: 'We renewed {title} for you. It is now due on {due}.\nYou need not do anything.',
    },
    'not-renewed': {
      subject: 'Not renewed: {title}',
      text: 'We could not renew {title} for you.\nWhy: {reason}.\nPlease bring it back by {due} to any library of the consortium.',
    },
    'checkout-receipt': {
      subject: 'Borrowed: {title}',
      text: 'You borrowed {title} at {branch}.\nIt is due on {due}.',
    },
    'renewal-receipt': {
      subject: 'Renewed: {title}',
      text: 'You renewed {title}.\nIt is now due on {due}.',
    },
    'payment-receipt': {
      subject: 'You paid {amount}',
      text: 'You paid {amount}.\nWhat for: {reason}.\nThank you.',
    },
    'new-titles': {
      subject: 'New titles for your saved searches',
      text: 'New in the catalogue for your saved searches:\n\n{found}\n\nTo see them, or to pause or remove an alert: {searches}',
    },
    'request-unfilled': {
      subject: 'No library could supply {title}',
      text: 'You requested {title} from other libraries.\nEvery library that might have had it was asked, and none could supply it.\nYour request has ended. If you still need it, please ask at your library: {branch}.\n{address}',
    },
  },
  short: {
    'due-soon': '{title} is due {due}. Renew it in your account or bring it back.',
    overdue: '{title} was due {due}. Please bring it back or renew it.',
    'hold-ready': '{title} is ready for you at {branch} until {until}.',
    'hold-expiring': '{title} still waits for you at {branch}, until {until}.',
    'hold-ended': 'Your hold on {title} has ended: {reason}.',
    recall: 'Somebody waits for {title}. Please bring it back by {due}.',
    bill: 'You were charged {amount}: {reason}.',
    lost: '{title} counts as lost. The charge is {amount}.',
    'card-expiring': 'Your library card is good until {until}. Please renew it at {branch}.',
    'copy-ready': 'Your copy of {title} has come. Open it in your account until {until}.',
    renewed: 'We renewed {title} for you. It is now due {due}.',
    'not-renewed': '{title} could not be renewed.\nWhy: {reason}.\nPlease return it by {due}.',
    'checkout-receipt': 'You borrowed {title}. It is due {due}.',
    'renewal-receipt': 'You renewed {title}. It is now due {due}.',
    'payment-receipt': 'You paid {amount}. Thank you.',
    'new-titles': 'There are new titles for your saved searches.',
    'request-unfilled': 'No library could supply {title}. Your request has ended.',
  },
  frames: {
    email: { subject: '{count} notices from {member}', text: '{notices}\n\nYour account: {account}\n\n{member}' },
    letter: {
      subject: 'News of your library account',
      text: 'Dear {name},\n\n{notices}\n\nYours sincerely\n{member}',
    },
    sms: { subject: 'Text message', text: '{member}: {notices}' },
  },
  quoted: (title) => `“${title}”`,
  someTitle: 'an item',
  someBranch: 'your library',
  reasons: {
    'not-fetched': 'it was not collected in time',
    'not-needed': 'the day until which you needed it has passed',
    'max-loops': 'no copy could be found',
    'by-staff': 'the library cancelled it',
    overdue: 'a loan that came back late',
    damaged: 'an item that came back damaged',
    'lost-processing': 'the processing of a lost item',
    fee: 'a fee of the library',
    'hold-waiting': 'somebody waits for it',
    'loan-recalled': 'somebody waits for it',
    'renewals-used-up': 'it was renewed as often as allowed',
    'renewal-not-longer': 'it would not be due later',
    'card-expired': 'your card has expired',
    'patron-blocked': 'your card is blocked',
    'subscription-unpaid': 'your subscription is not paid',
    'erasure-asked': 'you asked the library to erase your record',
    'owed-over-limit': 'you owe too much',
    'too-many-loans': 'you have too many loans',
    'too-many-in-group': 'you have too many loans of this kind',
  },
  howToStop: 'Reply STOP to end these texts, HELP for help.',
};
