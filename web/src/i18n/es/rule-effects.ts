/** The effect of rules that were proposed, by logged decisions. */
export const ruleEffects = {
  'effect.title': 'Qué habría cambiado',
  'effect.preview-title': 'Efecto de estas reglas',
  'effect.preview': 'Mostrar qué habrían cambiado estas reglas',
  'effect.run': 'Ejecutar la simulación',
  'effect.run-again': 'Ejecutar la simulación de nuevo',
  'effect.not-attached': 'Los miembros votan cuando hay una simulación de este texto.',
  'effect.made': 'Calculado el {day}',
  'effect-part.simulation': 'En el año anterior',
  'effect-part.since-opened': 'Desde que se abrió la propuesta',
  'effect-part.after-30': 'En los primeros 30 días de las reglas',
  'effect-part.after-90': 'En los primeros 90 días de las reglas',
  'compared.title': 'Simulado y medido',
  'compared.what': 'Parte de todas las decisiones, o cambio',
  'compared-part.simulation': 'Simulado',
  'compared-part.after-30': 'Primeros 30 días',
  'compared-part.after-90': 'Primeros 90 días',
  'compared.refused': 'Más rechazos',
  'compared.allowed': 'Más permisos',
  'compared.longer': 'Por más tiempo',
  'compared.shorter': 'Por menos tiempo',
  'compared.fines': 'Multas por retraso',
  'compared.renewals': 'Renovaciones necesarias',
  'compared.late': 'Préstamos vencidos tras todas las renovaciones',
  'compared.not-judged': 'Sin juzgar',
  'compared.exactness':
    'Todas las columnas comparan las mismas dos versiones de las reglas, cada decisión por separado. La simulación tiene decisiones bajo las reglas anteriores; las otras, lo que hicieron los usuarios bajo las nuevas.',
  'effect.window':
    'Del {from} al {to}: {decisions, plural, one {# préstamo, renovación o reserva} other {# préstamos, renovaciones y reservas}}, {refused, plural, one {# de ellos rechazado} other {# de ellos rechazados}}, y {returns, plural, one {# préstamo devuelto} other {# préstamos devueltos}}.',
  'effect.newlyRefused':
    '{count, plural, one {Se habría rechazado # más} other {Se habrían rechazado # más}} ({share} del total).',
  'effect.newlyAllowed':
    '{count, plural, one {# que se rechazó se habría permitido} other {# que se rechazaron se habrían permitido}} ({share} del total).',
  'effect.at': 'El {share} de ellos en: {libraries}.',
  'effect.otherwiseRefused':
    '{count, plural, one {# se seguiría rechazando} other {# se seguirían rechazando}}, por otra razón.',
  'effect.longer': '{count, plural, one {# préstamo o renovación} other {# préstamos y renovaciones}} por más tiempo.',
  'effect.shorter':
    '{count, plural, one {# préstamo o renovación} other {# préstamos y renovaciones}} por menos tiempo.',
  'effect.fines': 'Multas por retraso: {after} en lugar de {before}{change}.',
  'effect.renewals':
    'Renovaciones que necesitaron {loans, plural, one {# préstamo devuelto} other {# préstamos devueltos}}: {after} en lugar de {before}{change}.',
  'effect.late': 'Préstamos devueltos que no cubrían todas las renovaciones: {after} en lugar de {before}{change}.',
  'effect.nothing': 'Nada del registro habría sido distinto.',
  'effect.no-log': 'El registro no tiene decisiones de este tiempo.',
  'effect.by-library': 'Por biblioteca',
  'effect.library': 'Biblioteca',
  'effect.decisions': 'Decisiones',
  'effect.refused': 'Más rechazos',
  'effect.allowed': 'Más permitidos',
  'effect.periods': 'Más largos / más cortos',
  'effect.fines-heading': 'Multas',
  'effect.exactness': '¿Qué exactitud tiene?',
  'effect.alone':
    'Cada decisión se juzga por sí sola, como si todas las anteriores hubieran sido como fueron. Un usuario al que se rechaza un préstamo tiene después menos préstamos, así que el número real puede ser menor.',
  'effect.returns-exact':
    'Las multas y renovaciones resultan de los días que los ejemplares estuvieron prestados. Los días de cierre cuentan, y con otras reglas los usuarios pueden devolver en otros momentos.',
  'effect.holds-exact':
    'Las reservas se juzgan por los límites de los usuarios; no se juzga si un ejemplar se puede reservar.',
  'effect.not-whole': 'El registro es tan grande que solo se leyeron los últimos meses.',
  'effect.unknown':
    '{count, plural, one {# decisión no se juzga} other {# decisiones no se juzgan}}, porque al registro le falta lo necesario: {reasons}.',
  'effect-unknown.patron': 'categoría del usuario',
  'effect-unknown.item': 'tipo de ejemplar',
  'effect-unknown.residence': 'lugar de residencia',
  'effect-unknown.counters': 'contadores del usuario',
  'effect-unknown.group': 'préstamos de un grupo',
  'effect-unknown.overdue': 'préstamos vencidos',
  'effect-unknown.accrued': 'multas acumuladas',
  'problem.simulation-lacking': 'Los miembros leen una simulación de este texto antes de votar. Ejecútela primero.',
  'problem.not-simulated': 'Solo se simulan reglas de préstamo, límites de usuarios y cotas.',
  'problem.no-rules-yet': 'Aún no hay reglas de préstamo.',
};
