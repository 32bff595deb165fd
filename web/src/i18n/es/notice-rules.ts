/** The page of the rules for notices. */
export const noticeRules = {
  'notice-rules.title': 'Reglas de avisos',
  'notice-rules.none-adopted':
    'No se han adoptado reglas. Por omisión, un préstamo se anuncia 3 días antes de vencer y 1, 7 y 14 días después.',
  'notice-rules.due-soon': 'Próximo vencimiento, días antes',
  'notice-rules.overdue': 'Vencido, días después',
  'notice-rules.overdue-hint': 'En orden ascendente, como máximo cinco: 1, 7, 14',
  'notice-rules.card': 'Caducidad de el carné, días antes',
  'notice-rules.digest': 'Todo en un correo electrónico, a la hora',
  'notice-rules.digest-hint': 'De 0 a 23. Vacío: cada aviso de inmediato',
  'notice-rules.letters': 'Cartas',
  'notice-rules.letters-on': 'para lectores sin correo electrónico',
  'notice-rules.letters-off': 'ninguna',
  'notice-rules.own': 'Bibliotecas con ajustes propios',
  'notice-rules.none': 'ninguno',
  'notice-rules.adopt-meaning':
    'Las reglas rigen en todas las bibliotecas sin ajustes propios. Los textos se cambian en Cartas y avisos.',
};
