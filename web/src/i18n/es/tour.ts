/** El recorrido por la demostración: sus diez páginas, con dos frases cada una. */
export const tour = {
  'tour.name': 'Recorrido en diez páginas',
  'tour.place': '{place} de {of}:',
  'tour.next': 'Siguiente',
  'tour.back': 'Atrás',
  'tour.leave': 'Salir del recorrido',
  'tour.end': 'Terminar el recorrido',
  'tour.failed': 'No se pudo abrir esta página. Inténtelo de nuevo.',
  'tour.ask': 'Una lectora pide',
  'tour.refusal': 'El mostrador dice que no, y por qué',
  'tour.rule': 'La regla que lo decide',
  'tour.decided': 'Quién la decide',
  'tour.alone': 'Una persona, una página',
  'tour.courier': 'La mensajería',
  'tour.paid': 'Lo que pagamos',
  'tour.got': 'Lo que recibimos',
  'tour.what-if': '¿Y si repartiéramos de otro modo?',
  'tour.trust': 'Por qué confiar',
  'tour-text.ask':
    'Amara Okafor busca Moby-Dick una sola vez y encuentra los ejemplares de las seis bibliotecas tal como están ahora. Lo pide aquí, y Concord elige el ejemplar que le llega antes.',
  'tour-text.refusal':
    'Amina Diallo, en el mostrador de Riverton, lee un número de una revista para Amara, y Concord lo rechaza. «¿Por qué?» indica la regla que decidió y qué tendría que ser distinto.',
  'tour-text.rule':
    'Todas las reglas de préstamo de seis bibliotecas forman una tabla: quién presta qué a quién y qué regla prevalece. El banco de pruebas responde para cualquier lector, ejemplar y día.',
  'tour-text.decided':
    'Cada biblioteca propone, debate y vota, y lo aprobado pasa a ser la regla. Antes de votar por Riverton, Judith Klein lee qué habría cambiado la nueva regla en el último año, en cada biblioteca.',
  'tour-text.alone':
    'Patricia Lindqvist lleva sola la biblioteca escolar de Northfield. Su página muestra lo que la espera hoy: el mostrador, las reservas, las solicitudes de otras bibliotecas y el dinero.',
  'tour-text.courier':
    'Walter Brandt prepara lo que sale hoy con la mensajería, caja por caja. Una lectura cuando sale una caja y otra cuando llega dan cuenta de cada libro que contiene.',
  'tour-text.paid':
    'Rosa Delgado ve cuánto costó el uso de Riverton cada mes, por servicio y hasta cada petición. Lo que se cobra y lo que solo se muestra están separados.',
  'tour-text.got':
    'Lo que Riverton tomó prestado de otras bibliotecas y lo que les prestó, y los registros que no tuvo que describir. Judith Klein introduce sus precios e imprime esta página para su junta.',
  'tour-text.what-if':
    'Kwame Boateng compara fórmulas de reparto de los costes antes de que nadie vote. Cada una muestra a cada biblioteca su cuota, la diferencia y un aviso si una mayor pagara menos.',
  'tour-text.trust':
    'Qué se guarda de lectores y personal, cuánto tiempo y quién lo ve, y qué no puede hacer Concord todavía. Las cifras proceden de las últimas ejecuciones de sus propias pruebas.',
};
