/** Text messages in the choices of notices. */
export const textMessages = {
  'choice.sms': 'By text message',
  'choice.sms-consent': 'I agree to text messages from the library at this number',
  'choice.sms-meaning':
    'A few a month, as you choose. Your carrier may charge for messages and data. Answer STOP to end them, HELP for help.',
  'choice.sms-number': 'Mobile number',
  'choice.sms-instead': 'What is sent as a text message is not sent by e-mail or letter too.',
  'choice.sms-stopped':
    'Text messages ended on {date}. If that was by a reply, answer START to the last message too: your carrier stops them as well.',
  'choice.sms-refused': 'The number did not take our text message on {date}. Check it and save again.',
  'problem.no-text-messages': 'The library sends no text messages.',
  'problem.phone-unusable':
    'This is not a complete mobile number. Write it with its area code, or with + and the calling code of another country.',
} as const;
