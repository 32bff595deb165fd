/** Mensajes de texto en las preferencias de avisos. */
export const textMessages = {
  'choice.sms': 'Por mensaje de texto',
  'choice.sms-consent': 'Acepto recibir mensajes de texto de la biblioteca en este número',
  'choice.sms-meaning':
    'Unos pocos al mes, según elija. Su operador puede cobrar por mensajes y datos. Responda BAJA para no recibir más, HELP para ayuda.',
  'choice.sms-number': 'Número de móvil',
  'choice.sms-instead': 'Lo que se envía por mensaje de texto no se envía además por correo electrónico ni por carta.',
  'choice.sms-stopped':
    'Los mensajes de texto terminaron el {date}. Si fue por una respuesta, responda también START al último mensaje: su operador los detiene además.',
  'choice.sms-refused': 'El número no admitió nuestro mensaje de texto el {date}. Compruébelo y guarde de nuevo.',
  'problem.no-text-messages': 'La biblioteca no envía mensajes de texto.',
  'problem.phone-unusable':
    'No es un número de móvil completo. Escríbalo con su prefijo, o con + y el código de otro país.',
} as const;
