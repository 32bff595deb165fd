import type { LanguageTexts } from './language-texts.ts';

/** The texts in Spanish. */
export const spa: LanguageTexts = {
  kinds: {
    'due-soon': {
      subject: 'Vence pronto: {title}',
      text: 'Le recordamos que {title} vence el {due}.\nPuede renovarlo en su cuenta o en cualquier mostrador, si nadie lo espera.\nPuede devolverlo en cualquier biblioteca del consorcio.',
    },
    overdue: {
      subject: 'Vencido: {title}',
      text: 'Aún no hemos recibido {title}, que venció el {due}.\nDevuélvalo en cualquier biblioteca del consorcio o renuévelo si es posible.\nEste es el aviso número {step}.',
    },
    'hold-ready': {
      subject: 'Listo para recoger: {title}',
      text: 'Usted reservó {title}: le espera en {branch}.\n{address}\nSe lo guardamos hasta el {until}.',
    },
    'hold-expiring': {
      subject: 'Últimos días para recoger: {title}',
      text: 'Usted reservó {title}: todavía le espera en {branch}.\n{address}\nSe lo guardamos hasta el {until}; después pasa a la siguiente persona o vuelve a su estante.',
    },
    'hold-ended': {
      subject: 'Su reserva ha terminado: {title}',
      text: 'Su reserva de {title} ha terminado.\nMotivo: {reason}.\nPuede reservarlo de nuevo en su cuenta o en cualquier mostrador.',
    },
    recall: {
      subject: 'Devolución solicitada: {title}',
      text: 'Otra persona espera {title}, que usted tiene en préstamo.\nDevuélvalo antes del {due} en cualquier biblioteca del consorcio.',
    },
    bill: {
      subject: 'Se le ha cargado {amount}',
      text: 'Se le ha cargado {amount}.\nMotivo: {reason}.\nSe refiere a {title}.\nPuede pagar en cualquier mostrador.\nTambién puede pagar en línea: {pay}',
    },
    lost: {
      subject: 'Considerado perdido: {title}',
      text: 'Lo que usted tomó prestado se considera perdido: {title}.\nEl cargo es de {amount}.\nSi lo encuentra, devuélvalo: veremos entonces qué parte del cargo se anula.',
    },
    'card-expiring': {
      subject: 'Su carné caduca el {until}',
      text: 'Su carné de biblioteca es válido hasta el {until}.\nRenuévelo en su biblioteca: {branch}.\n{address}',
    },
    'copy-ready': {
      subject: 'Ha llegado su copia: {title}',
      text: 'Ha llegado la copia que usted pidió: {title}.\nÁbrala en su cuenta, entre sus peticiones.\nPuede abrirla hasta el {until}.',
    },
    renewed: {
      subject: 'Renovado: {title}',
      text: 'Hemos renovado {title} por usted. Ahora vence el {due}.\nNo tiene que hacer nada.',
    },
    'not-renewed': {
      subject: 'No renovado: {title}',
      text: 'No se pudo renovar automáticamente {title}.\nMotivo: {reason}.\nDevuélvalo antes del {due} en cualquier biblioteca del consorcio.',
    },
    'checkout-receipt': {
      subject: 'Préstamo: {title}',
      text: 'Se llevó en préstamo {title} de {branch}.\nVence el {due}.',
    },
    'renewal-receipt': {
      subject: 'Renovado: {title}',
      text: 'Ha renovado {title}.\nAhora vence el {due}.',
    },
    'payment-receipt': {
      subject: 'Ha pagado {amount}',
      text: 'Ha pagado {amount}.\nMotivo: {reason}.\nGracias.',
    },
    'new-titles': {
      subject: 'Títulos nuevos para sus búsquedas guardadas',
      text: 'Hay novedades en el catálogo para sus búsquedas guardadas:\n\n{found}\n\nPara verlas, o para pausar o quitar un aviso: {searches}',
    },
    'request-unfilled': {
      subject: 'Ninguna biblioteca pudo facilitar {title}',
      text: 'Usted pidió {title} a otras bibliotecas.\nPreguntamos a todas las que podían tenerlo y ninguna pudo facilitarlo.\nSu petición ha terminado. Si aún lo necesita, pregunte en su biblioteca: {branch}.\n{address}',
    },
  },
  // GSM-7 has é and ñ but not á, í, ó, ú: one of these would make the message twice as dear.
  short: {
    'due-soon': '{title} vence el {due}. Renueve en su cuenta o devuelva a tiempo.',
    overdue: '{title} se esperaba el {due}. Devuelva o renueve, por favor.',
    'hold-ready': '{title} le espera en {branch} hasta el {until}.',
    'hold-expiring': '{title} le espera en {branch} solo hasta el {until}.',
    'hold-ended': 'Su reserva de {title} ha terminado. Puede reservarlo de nuevo.',
    recall: 'Otra persona espera {title}. Devuelva antes del {due}, por favor.',
    bill: 'Se le ha cargado {amount}. Vea por qué en su cuenta.',
    lost: '{title} se considera perdido. El cargo es de {amount}.',
    'card-expiring': 'Su carné vale hasta el {until}. Renueve en {branch}, por favor.',
    'copy-ready': 'Ha llegado su copia de {title}. Puede abrirla en su cuenta hasta el {until}.',
    renewed: 'Hemos renovado {title}. Ahora vence el {due}.',
    'not-renewed': 'No se pudo renovar {title}. Vea por qué en su cuenta. Vence el {due}.',
    'checkout-receipt': 'Se ha prestado a su nombre {title}. Vence el {due}.',
    'renewal-receipt': 'Ha renovado {title}. Ahora vence el {due}.',
    'payment-receipt': 'Ha pagado {amount}. Gracias.',
    'new-titles': 'Hay novedades de lo que usted busca en la biblioteca.',
    'request-unfilled': 'Ninguna biblioteca pudo facilitar {title}. Su solicitud ha terminado.',
  },
  frames: {
    email: { subject: '{count} avisos de {member}', text: '{notices}\n\nSu cuenta: {account}\n\n{member}' },
    letter: {
      subject: 'Avisos de su cuenta de la biblioteca',
      text: 'Estimado/a {name}:\n\n{notices}\n\nAtentamente,\n{member}',
    },
    sms: { subject: 'Mensaje de texto', text: '{member}: {notices}' },
  },
  quoted: (title) => `«${title}»`,
  someTitle: 'un ejemplar',
  someBranch: 'su biblioteca',
  reasons: {
    'not-fetched': 'no se recogió a tiempo',
    'not-needed': 'pasó la fecha hasta la que lo necesitaba',
    'max-loops': 'no se encontró ningún ejemplar',
    'by-staff': 'la biblioteca la canceló',
    overdue: 'una devolución con retraso',
    damaged: 'un ejemplar devuelto con daños',
    'lost-processing': 'la gestión de un ejemplar perdido',
    fee: 'una tarifa de la biblioteca',
    'hold-waiting': 'otra persona lo espera',
    'loan-recalled': 'otra persona lo espera',
    'renewals-used-up': 'ya se renovó tantas veces como se permite',
    'renewal-not-longer': 'no vencería más tarde',
    'card-expired': 'su carné ha caducado',
    'patron-blocked': 'su carné está bloqueado',
    'subscription-unpaid': 'su cuota no está pagada',
    'erasure-asked': 'usted pidió borrar sus datos',
    'owed-over-limit': 'usted debe demasiado',
    'too-many-loans': 'tiene demasiados préstamos',
    'too-many-in-group': 'tiene demasiados préstamos de este tipo',
  },
  howToStop: 'Responda BAJA para no recibir textos, HELP para ayuda.',
};
