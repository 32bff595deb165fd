/** Los textos de la página: qué cuenta como el mismo título. */
export const matchRules = {
  'match-rules.title': 'Qué cuenta como el mismo título',
  'match-rules.none-adopted': 'No hay reglas adoptadas: se aplican los valores anteriores.',
  'match-rules.adopt-meaning':
    'Las reglas se aplican a los registros que se carguen o se editen desde su primer día, y a los registros guardados en minutos u horas: los títulos se unen o se separan con sus reservas y ejemplares. Lo que una persona decidió sobre dos registros no cambia nunca. Para deshacer un cambio, adopte de nuevo los valores anteriores.',
  'match-rules.reissues': 'Reediciones',
  'match-rules.reissues-hint':
    'Publicadas con dos o más años de diferencia. Con «el mismo título», se pregunta igualmente a una persona si las páginas difieren.',
  'match-rules.impressions': 'Impresiones',
  'match-rules.impressions-hint': 'Otra impresión numerada de la misma edición.',
  'match-rules.coEditions': 'Coediciones',
  'match-rules.coEditions-hint':
    'Difieren las editoriales y los países. Con «el mismo título», se pregunta igualmente a una persona si las páginas difieren.',
  'match-rules.microforms': 'Impreso y microforma',
  'match-rules.microforms-hint': 'Un libro impreso y su reproducción en película o ficha.',
  'match-rules.oclcNumbers': 'Un número OCLC común',
  'match-rules.oclcNumbers-hint':
    '«Decide» une los registros con un mismo número; otra forma, parte o edición los separa igualmente.',
  'match-rules.isbns': 'Un ISBN común',
  'match-rules.isbns-hint':
    'Cuidado con «decide»: las editoriales reutilizan un ISBN, y una obra completa y sus volúmenes pueden compartirlo.',
  'match-rules.value-same': 'el mismo título',
  'match-rules.value-ask': 'preguntar a una persona',
  'match-rules.value-apart': 'dos títulos',
  'match-rules.value-decides': 'decide',
  'match-rules.value-counts': 'cuenta junto a otros indicios',
  'match-rules.value-not-used': 'no se usa',
  'match-rules.same': 'Umbral propio para el mismo título, por ciento',
  'match-rules.same-hint':
    'Qué seguridad necesita la comparación para unir dos registros sin preguntar a nadie. Vacío: la de su entrenamiento.',
  'match-rules.same-fault': 'Escriba un número entero de 50 a 99',
  'match-rules.ask': 'Umbral propio para preguntar a una persona, por ciento',
  'match-rules.ask-hint':
    'Qué seguridad necesita para preguntar a una persona; por debajo, dos registros son dos títulos. Al menos dos menos que el otro umbral.',
  'match-rules.ask-fault': 'Escriba un número entero desde 5, al menos dos menos que el otro',
  'match-rules.preview': 'Qué cambiarían estos valores',
  'match-rules.preview-meaning':
    'Compara los títulos que ve el público con todos los registros parecidos, según las reglas vigentes y según los valores anteriores. No se cambia nada.',
  'match-rules.show': 'Mostrar qué cambiaría',
  'match-rules.stop': 'Detener aquí',
  'match-rules.compared': 'Títulos comparados: {titles}',
  'match-rules.compared-all': 'Se compararon todos los títulos: {records} registros, {pairs} parejas.',
  'match-rules.compared-some': 'Se comparó una muestra de {titles} títulos: {records} registros, {pairs} parejas.',
  'match-rules.not-changed':
    'Parejas que decidió una persona y que se conservan: {byStaff}. Parejas sin comparar, porque un registro tiene demasiados parecidos: {leftOut}.',
  'match-rules.effects': 'Parejas de registros que cambiarían',
  'match-rules.effects-meaning':
    'Parejas de registros que cambiarían. Una pareja de dos bibliotecas cuenta para ambas. Las que se separan incluyen aquellas por las que entonces se pregunta a una persona.',
  'match-rules.library': 'Biblioteca',
  'match-rules.all-pairs': 'Todas las parejas, cada una una vez',
  'match-rules.joined': 'Se unen',
  'match-rules.parted': 'Se separan',
  'match-rules.asked': 'Se pregunta',
  'match-rules.settled': 'Ya no se pregunta',
  'match-rules.first-pairs': 'Las primeras parejas',
  'match-rules.outdated': 'Los valores han cambiado desde entonces. Vuelva a mostrar qué cambiaría.',
  'match-rules.becomes': 'Ahora: {before}. Con estos valores: {after}.',
  'match-rules.stays': 'Ahora y con estos valores: {verdict}.',
  'match-rules.verdict-same': 'el mismo título',
  'match-rules.verdict-ask': 'se pregunta a una persona',
  'match-rules.verdict-different': 'dos títulos',
  'match-rules.examples': 'Ejemplos del catálogo',
  'match-rules.examples-meaning':
    'Hasta tres parejas por opción: con otro valor de ella se decidirían de otra manera. Los motivos son los de la comparación.',
  'match-rules.examples-of': '{choice}: {count, plural, one {# pareja} other {# parejas}}',
  'match-rules.stored': 'Registros guardados',
  'match-rules.stored-meaning':
    'Cuando entran en vigor nuevas reglas, todos los registros guardados se deciden de nuevo en segundo plano. Lo que decidió una persona se mantiene. Si se adoptan de nuevo los valores anteriores, los títulos se unen y se separan como antes.',
  'match-rules.stored-none':
    'No se han adoptado reglas: los registros guardados se compararon con los valores habituales.',
  'match-rules.stored-soon':
    'La versión {version} de las reglas está en vigor. Se empieza a decidir en menos de cinco minutos.',
  'match-rules.stored-running':
    'La versión {version} se está aplicando desde {at}. Registros decididos hasta ahora: {records}.',
  'match-rules.stored-done':
    'La versión {version} se aplicó a todos los registros guardados hasta {at}. Registros decididos: {records}.',
  'match-rules.stored-left':
    'Registros que quedan como estaban, porque sus títulos tienen demasiados registros o no se pudieron leer: {left}.',
  'match-rules.stored-nothing': 'Ningún registro se unió, se separó ni se presentó a una persona.',
  'match-rules.stored-effects': 'Qué cambió en los registros de cada biblioteca',
  'match-rules.stored-joined': 'Unidos con otros',
  'match-rules.stored-parted': 'Separados de otros',
  'match-rules.stored-asked': 'En una pareja para una persona',
  'match-rules.no-examples': 'Entre los primeros {titles} títulos, ninguna pareja de registros depende de: {choices}.',
};
