/** Votaciones secretas. */
export const secretBallots = {
  'secret-ballot.promise':
    'Votación secreta: todos ven qué bibliotecas han votado, nadie ve qué votó una biblioteca, y las sumas se publican después del cierre.',
  'secret-ballot.details': 'Qué promete y qué no',
  'secret-ballot.others':
    'Ni otros usuarios, ni auditores que tengan toda la base de datos, ni las copias de seguridad permiten saber qué votó una biblioteca. Su navegador cifra el voto, y la clave se destruye después del recuento.',
  'secret-ballot.operator': 'Quien opera Concord podría saberlo si cambia el programa y usa la clave antes del cierre.',
  'secret-ballot.unanimous':
    'Cuando todas votan igual, o votan pocas, todos pueden saberlo. Con menos de tres votos no se abre ninguno.',
  'secret-ballot.changes': 'Un voto cambiado sustituye al anterior. Con él no se registra cuántas veces se cambió.',
  'secret-ballot.receipt': 'No recibe ningún comprobante con el que pueda demostrar a otros qué votó.',
  'secret-ballot.is-cast':
    '{library} ha votado; el voto se cuenta al cierre. Puede cambiarlo hasta {until}. Lo que eligió no se vuelve a mostrar.',
  'secret-ballot.choose': 'Votación secreta: se muestra quién votó, no qué votó',
  'secret-ballot.choose-hint':
    'Necesita {count} bibliotecas que puedan votar. No tiene delegaciones, cuenta bibliotecas y no cambia cuando una biblioteca se va.',
  'secret-ballot.counted-by-schedule':
    'Una votación secreta se cuenta en los 15 minutos siguientes al cierre, solo por el programa.',
  'secret-ballot.cast':
    '{cast, plural, one {# biblioteca votó} other {# bibliotecas votaron}} en secreto; {invalid, plural, =0 {cada sobre contenía un voto} one {# sobre no contenía ningún voto} other {# sobres no contenían ningún voto}}.',
  'secret-ballot.too-few':
    'Votaron menos de tres bibliotecas: demasiado pocas para contar en secreto. No se abrió ningún voto y se borraron todos.',
  'secret-ballot.key-gone':
    'La base de datos se restauró a un momento anterior al recuento, cuando la clave ya estaba destruida. No se abrió ningún voto.',
  'proposals.vote-there': 'Votación secreta: vote en su página',
  'bylaws.secretFewest': 'Bibliotecas que necesita como mínimo una votación secreta',
  'bylaws.secretFewest-hint': 'Vacío: sin votaciones secretas. Tres o más; lo usual son cinco.',
  'problem.secret-not-allowed': 'Los estatutos no permiten una votación secreta para esta decisión.',
  'problem.public-body': 'El consorcio tiene un órgano público: los votos son por nombre.',
  'problem.too-few-voters': 'Pueden votar menos bibliotecas de las que los estatutos exigen en una votación secreta.',
  'problem.counted-by-schedule':
    'Una votación secreta se cuenta solo por el programa, en los 15 minutos siguientes al cierre.',
} as const;
