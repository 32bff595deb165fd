import type { help as english } from '../en/help.ts';

/** Temas de ayuda, con el paso siguiente cuando está en otra página. */
export const help: Record<keyof typeof english, string> = {
  'help.title': 'Ayuda',
  'help.here': 'Sobre esta página',
  'help.none': 'Todavía no hay un tema para esta página.',
  'help.all': 'Todos los temas',
  'help.find': 'Buscar un tema',
  'help.reviewed': 'Revisado el {date}',
  'help.owner': 'Otras preguntas: {who}',
  'help-owner.desk-supervisor': 'responsables de mostrador',
  'help-owner.ill': 'personal de préstamo interbibliotecario',
  'help-owner.cataloguer': 'personal de catalogación de su biblioteca',
  'help-owner.member-admin': 'administración de su biblioteca',
  'help-owner.member-finance': 'personal de finanzas de su biblioteca',
  'help-owner.finance-preparer': 'personal de finanzas del consorcio',
  'help-owner.admin': 'administración del consorcio',
  'help-title.today': '¿Qué hay en esta página?',
  'help-text.today':
    'Hoy reúne el trabajo que le espera en la sucursal en uso, según sus funciones: cada lista indica cuántos casos hay y muestra los primeros. Un caso sale de la lista cuando el trabajo está hecho. Las teclas 1 a 7 llevan a las listas.',
  'help-next.today': 'Elija otra sucursal arriba, en la navegación.',
  'help-title.online-payments': '¿Cómo llegan los pagos en línea a las deudas?',
  'help-text.online-payments':
    'Las personas pagan en la página del proveedor de pagos. Su confirmación firmada cierra las deudas y anota el pago en el libro mayor; lo que trae el navegador no cambia nada. Una devolución se anota cuando el proveedor la confirma. Un pago impugnado deja su deuda pendiente otra vez hasta que se gana la impugnación. Cada 15 minutos se comparan los abonos con los pagos de aquí: las diferencias constan junto al abono hasta que el personal de finanzas lo marca como revisado con una nota, y se anota el pago cuya confirmación se perdió.',
  'help-next.online-payments': 'Mire los pagos que necesitan a una persona.',
  'help-title.may-not-borrow': '¿Por qué no puede llevarse nada esta persona?',
  'help-text.may-not-borrow':
    'El rechazo nombra cada motivo: un bloqueo con su fin, una deuda o un número de préstamos frente a su límite, un carné caducado, un ejemplar que no se presta. «¿Por qué?» abre la regla y la decisión que la fijó. Al lado está lo que se puede hacer ahora: pagar, renovar el carné, devolver lo atrasado. Un supervisor puede anular los motivos que la política permite, con un motivo propio.',
  'help-next.may-not-borrow': 'Vea los límites vigentes.',
  'help-title.due-date': '¿Qué regla dio esta fecha de vencimiento?',
  'help-text.due-date':
    '«¿Por qué?» junto a la fecha nombra la regla aplicada, quién decide el plazo (la biblioteca propietaria o la sucursal del préstamo), el plazo mínimo y el máximo, y los días de cierre que se saltaron. Las reglas de la biblioteca que decide van antes que las del consorcio; entre ellas gana la de condiciones más específicas.',
  'help-next.due-date': 'Pruebe otra persona y otro ejemplar en el banco de pruebas.',
  'help-title.override': '¿Qué ocurre al anular un rechazo?',
  'help-text.override':
    'El préstamo se hace y queda registrado quién anuló qué rechazo y por qué motivo; administradores y auditores pueden leerlo. La regla no cambia, y el próximo préstamo se comprueba igual. Los rechazos que la política excluye no pueden anularse.',
  'help-next.override': 'Preste según la regla si puede, o escriba el motivo.',
  'help-title.no-network': 'No hay red',
  'help-text.no-network':
    'El mostrador indica que no hay conexión y sigue: prestar, devolver y renovar por lectura funciona, y cada lectura guarda su hora. Mientras tanto no se puede buscar ni registrar usuarios. Cuando la red vuelve, las lecturas se anotan en orden. Lo que necesita a una persona aparece en una lista con lo que hay que hacer: un usuario bloqueado, un ejemplar que tiene otra persona, un número desconocido.',
  'help-next.no-network': 'Deje abierta la pestaña o abra de nuevo el mostrador en el mismo navegador.',
  'help-title.renewed-same-day': '¿Por qué no se puede renovar este préstamo?',
  'help-text.renewed-same-day':
    'Un préstamo no se renueva cuando se agotó el número de renovaciones, cuando fue reclamado, cuando hay reservas que ningún otro ejemplar puede atender o cuando no vencería más tarde que ahora: ninguna fecha supera el plazo máximo de la regla ni el fin del carné. «¿Por qué?» junto al préstamo dice cuál se aplica.',
  'help-next.renewed-same-day': 'Abra «¿Por qué?» junto al préstamo y explique el motivo.',
  'help-title.returned-still-on-card': 'Devuelto, pero sigue en el carné',
  'help-text.returned-still-on-card':
    'Lea el ejemplar: su página muestra la última lectura, dónde fue y su estado. Si está en el estante, devuélvalo; la devolución puede llevar la fecha del buzón. Si no aparece, anote «dice haberlo devuelto» en el préstamo: no se envían avisos ni se acumulan multas mientras se busca.',
  'help-next.returned-still-on-card': 'Busque el ejemplar.',
  'help-title.till-differs': 'La caja no cuadra',
  'help-text.till-differs':
    'Cuente otra vez antes de cerrar: un pago entretanto detiene el cierre y pide contar de nuevo. Si el día se cierra con otra suma que la esperada, la diferencia queda con el día y con quien contó; nunca se corrige en silencio. Otra persona puede verla en Cajas y compensación.',
  'help-next.till-differs': 'Cuente de nuevo y cierre el día.',
  'help-title.refund': 'Reembolso: a quién y cómo',
  'help-text.refund':
    'Un reembolso se hace contra el pago que devuelve, con un motivo. Abra el cargo en la ficha del usuario, elija el pago y lo que se devuelve. El personal del mostrador reembolsa hasta el límite de la política y un supervisor por encima; el efectivo sale de la caja de hoy. Antes se muestra qué otros cargos siguen abiertos.',
  'help-next.refund': 'Abra la ficha del usuario y elija la factura.',
  'help-title.no-notice': '«No recibí ningún aviso»',
  'help-text.no-notice':
    'La lista dice qué se envió, a quién, cuándo y por qué canal, y qué falló y por qué. Compruebe la dirección y los consentimientos en la ficha: nada se envía por un canal que el usuario rechazó, salvo los avisos obligatorios. Las cartas esperan aquí para imprimirse.',
  'help-next.no-notice': 'Busque al usuario.',
  'help-title.found-missing': 'Apareció, pero consta como perdido',
  'help-text.found-missing':
    'Léalo. La devolución quita el estado de no localizado y el ejemplar va adonde hace falta: al estante, a la estantería de reservas o a otra sucursal. El resguardo lo indica.',
  'help-next.found-missing': 'Escanéelo en el mostrador.',
  'help-title.not-found': 'No encuentro nuestro libro',
  'help-text.not-found':
    'Un registro nuevo se puede buscar a los pocos segundos. Pruebe con menos palabras, solo el título o el ISBN; no importan los acentos ni el orden. Lo oculto al público solo lo encuentra el personal; lo oculto a otras bibliotecas, solo el personal propio. Su página dice qué está oculto, por quién y por qué.',
  'help-next.not-found': 'Vea qué está oculto.',
  'help-title.many-editions': 'Una línea, muchas ediciones',
  'help-text.many-editions':
    'Las ediciones y formatos de una obra aparecen en una línea, con los ejemplares de todas las bibliotecas. Ábrala para ver cada edición con su año y formato. Una reserva puede aceptar cualquier edición o solo una.',
  'help-next.many-editions': 'Abra la línea y elija una edición.',
  'help-title.whose-copy': '¿Qué ejemplar se usa primero?',
  'help-text.whose-copy':
    'Una reserva toma un ejemplar que esté en la sucursal de recogida; si no hay, decide la política: cercanía de cada sucursal, la ventaja o desventaja que le da, cuántos ejemplares tiene ya que buscar y cuántos no encontró. «¿Por qué?» en la reserva enumera cada ejemplar con su motivo.',
  'help-next.whose-copy': 'Abra «¿Por qué?» en la reserva.',
  'help-title.which-library-next': '¿A qué biblioteca se pide después y por qué?',
  'help-text.which-library-next':
    'La solicitud enumera las bibliotecas en el orden en que se les pide, con los puntos de cada una: distancia, equilibrio entre préstamos dados y recibidos, coste, rapidez. Una biblioteca excluida aparece con el motivo, por ejemplo que su ejemplar no se presta.',
  'help-next.which-library-next': 'Abra la solicitud y lea su lista de bibliotecas.',
  'help-title.not-on-shelf': 'No está en el estante: qué responder',
  'help-text.not-on-shelf':
    'Elija «No está en el estante». La reserva va enseguida a otro ejemplar y este no se vuelve a pedir para ella; márquelo como no localizado si no aparece. En una solicitud de otra biblioteca, responda que no se puede servir, con el motivo: se pide a la siguiente.',
  'help-next.not-on-shelf': 'Elija «No está en el estante» en la lista de búsqueda.',
  'help-title.conditions': 'Condiciones antes de enviar',
  'help-text.conditions':
    'Antes de enviar puede fijar condiciones: solo uso en la biblioteca, una tarifa, un plazo menor. La biblioteca solicitante las ve y acepta o rechaza; nada se envía antes.',
  'help-next.conditions': 'Abra la solicitud y fije las condiciones antes de enviar.',
  'help-title.partner-late': 'El socio no devuelve',
  'help-text.partner-late':
    'Los recordatorios salen según los días de la política; después, una reclamación. La solicitud muestra cada paso con su fecha. Si se da por perdido, se factura según el acuerdo con el socio y las cifras lo cuentan como perdido.',
  'help-next.partner-late': 'Vea los socios.',
  'help-title.may-we-copy': '¿Podemos copiar esto?',
  'help-text.may-we-copy':
    'La página cuenta las copias que su biblioteca pidió de cada revista en el año natural, frente al límite de la regla aplicable. Por encima del límite decide una persona: pagar la tasa, usar otra fuente o rechazar. La decisión queda con la solicitud.',
  'help-next.may-we-copy': 'Abra la solicitud pendiente y decida.',
  'help-title.field-protected': 'Este campo está protegido',
  'help-text.field-protected':
    'Una biblioteca protege campos de sus registros frente a las cargas: lo que una carga trae para un campo protegido se omite y un catalogador puede seguir editándolo a mano. La página de campos protegidos los enumera; allí los catalogadores de la biblioteca añaden o quitan campos.',
  'help-next.field-protected': 'Abra los campos protegidos.',
  'help-title.undo-batch': 'Deshacer un cambio por lotes',
  'help-text.undo-batch':
    'Un lote primero se prueba: se enumera cada ejemplar con lo que cambiaría. Después, «Deshacer» restaura lo que cambió el lote, salvo en ejemplares modificados desde entonces, que se enumeran. Lo retirado entretanto no vuelve.',
  'help-next.undo-batch': 'Abra el cambio y elija «Deshacer».',
  'help-title.record-changes': 'Cambiar un campo en muchos registros',
  'help-text.record-changes':
    'Elija los registros por números de control, por una búsqueda o por una condición, y describa los pasos: añadir, borrar o reemplazar campos y subcampos, buscar y reemplazar texto, cambiar un indicador. La vista previa muestra cada registro con sus diferencias, y cada uno que no puede cambiar, con el motivo. Al ejecutarlo se guarda cada registro como en el editor, con su nombre y su motivo en el historial. «Deshacer» devuelve cada registro a como estaba, salvo los que se cambiaron después, que se listan. Un cambio toma 5.000 registros como máximo.',
  'help-next.record-changes': 'Haga una vista previa antes de ejecutar el cambio.',
  'help-title.item-category': '¿Qué tipo de ejemplar?',
  'help-text.item-category':
    'El tipo decide el plazo, las multas y si se presta. Los tipos de su biblioteca están en las reglas de préstamo: elija aquel cuya regla convenga, no el que describe la encuadernación. Una plantilla rellena tipo, ubicación y precio de los siguientes.',
  'help-next.item-category': 'Vea las reglas de préstamo.',
  'help-title.join-or-split': '¿Unir o separar?',
  'help-text.join-or-split':
    'La página muestra los dos registros y enumera lo que habla a favor y en contra de una misma edición: números normalizados, título, nombres, año, extensión. Unir mueve las reservas al registro unido; separar devuelve cada ejemplar y reserva a su registro. Ambas se pueden deshacer y la decisión se mantiene ante cargas posteriores.',
  'help-next.join-or-split': 'Mire los pares que esperan una decisión.',
  'help-title.fast-added': 'Un ejemplar sin registro en el mostrador',
  'help-text.fast-added':
    'Abra al usuario, escanee el código y elija «Añadirlo y prestarlo ahora»: escriba el título y préstelo. Los usuarios no ven el registro breve. Espera a un catalogador en Añadidos en el mostrador; la primera vez que se guarda allí se compara con los registros de todas las bibliotecas y se muestra.',
  'help-next.fast-added': 'Ver los registros que esperan',
  'help-title.withdraw-last': '¿Puedo retirar este ejemplar?',
  'help-text.withdraw-last':
    'Antes de retirarlo, la página dice si es el último del consorcio, quién más lo tiene y si una biblioteca se comprometió a conservarlo. Un último ejemplar puede ofrecerse: las demás tienen los días de la política para quedárselo.',
  'help-next.withdraw-last': 'Ofrezca el ejemplar o dé de baja.',
  'help-title.rows-refused': 'Filas rechazadas: ¿y ahora?',
  'help-text.rows-refused':
    'El informe enumera las filas rechazadas por motivo, con su número y campo; descárguelas en CSV. Corríjalas en el sistema antiguo o en el archivo y cárguelo otra vez: lo ya cargado se reconoce y no se duplica. Una prueba no cambia nada.',
  'help-next.rows-refused': 'Descargue las filas rechazadas, corríjalas y cargue el archivo otra vez.',
  'help-title.legacy-code': 'Un código del sistema antiguo sin equivalencia',
  'help-text.legacy-code':
    'A cada código del sistema antiguo se le da un significado una vez: sucursal, ubicación, tipo de ejemplar, categoría de usuario. La página dice cuántas filas lo usan. Hasta entonces esas filas esperan o se rechazan; nada se adivina.',
  'help-next.legacy-code': 'Dé a cada código abierto su significado.',
  'help-title.role-refused': 'Alguien no puede abrir una página',
  'help-text.role-refused':
    'Las páginas se abren por función: las funciones de cada persona están aquí con su biblioteca. El administrador de una biblioteca da las de la suya; el del consorcio, las del consorcio. Una función vale un minuto después de darla.',
  'help-next.role-refused': 'Dé el papel a la persona en Personal.',
  'help-title.somebody-left': 'Alguien se fue hoy',
  'help-text.somebody-left':
    'Retire todas las funciones con un motivo: el acceso termina en un minuto en todos los navegadores. Lo que hizo queda registrado con su nombre. El trabajo pendiente no depende de personas; el siguiente lo encuentra en Hoy.',
  'help-next.somebody-left': 'Retire los papeles de la persona.',
  'help-title.new-closed-day': 'Un nuevo día de cierre: ¿qué se mueve?',
  'help-text.new-closed-day':
    'Un cierre cuenta para los vencimientos y los plazos de la estantería de reservas que se calculan desde ahora; los préstamos anteriores conservan su fecha y una renovación tiene en cuenta el nuevo horario. Los días cerrados no cuentan para las multas donde la política lo dice. Cada cambio de horario es una versión, con quién lo hizo y cuándo.',
  'help-next.new-closed-day': 'Introduzca el cierre antes de los días que abarca.',
  'help-title.statement-line': '¿De dónde viene esta línea?',
  'help-text.statement-line':
    'Abra la línea: primero está la discusión, luego la evidencia por día, con operaciones, unidades y el precio de cada unidad en el mes. Cada día abre sus peticiones. El personal de finanzas de una biblioteca discute aquí una línea de un mes cerrado; el consorcio responde, y lo aceptado se corrige en el extracto siguiente.',
  'help-next.statement-line': 'Abra una línea para leer sus pruebas o impugnarla.',
  'help-title.consortium-books': '¿Cómo concuerdan los libros con el libro mayor?',
  'help-text.consortium-books':
    'Se derivan de él: lo que un miembro debe en sus libros se adeuda aquí al consorcio, su coste es ingreso, y su pago es dinero en el banco. Los costes, pagos y subvenciones propios del consorcio son asientos del mismo libro mayor. Por eso todos los saldos suman cero, y lo que debe un miembro es igual a su cuenta.',
  'help-next.consortium-books': 'Anote lo que gastó el consorcio y compárelo con el presupuesto.',
  'help-title.share-changed': '¿Por qué cambió nuestra parte?',
  'help-text.share-changed':
    'Costes por meses muestra el cambio; Costes de un mes lo divide en volumen (más o menos uso) y precio. Lo compartido sigue la clave acordada: el banco de trabajo muestra las cifras de cada biblioteca, antes y después, y qué cambió por la fórmula y qué por las cifras.',
  'help-next.share-changed': 'Compare los meses.',
  'help-title.find-patron': 'Buscar o registrar a un usuario',
  'help-text.find-patron':
    'Escriba un nombre en cualquier orden, una fecha de nacimiento, un carné, un correo o un teléfono. Antes de guardar a alguien nuevo se muestran personas parecidas: abra la ficha existente en lugar de crear otra. Aquí puede leerse el carné de cualquier biblioteca del consorcio; donde la política lo pide, la persona acepta antes que esta biblioteca abra su ficha.',
  'help-next.find-patron': 'Registre a un usuario nuevo cuando no haya nadie parecido.',
  'help-title.verify-sign-up': 'Verificar un alta',
  'help-text.verify-sign-up':
    'Mire un documento de identidad y compare nombre, fecha de nacimiento y dirección. Al verificar, la cuenta es completa; al rechazar se pide un motivo. Hasta entonces la cuenta está bloqueada por no verificada y solo puede hacer lo que la política permite.',
  'help-next.verify-sign-up': 'Abra la inscripción y compárela con el documento.',
  'help-title.merge-patrons': 'Dos fichas de una persona',
  'help-text.merge-patrons':
    'Compárelas y únalas: préstamos, reservas, cargos y mensajes pasan a la ficha que queda, y el otro carné lleva a ella. Si son dos personas, márquelas como distintas: la pareja no vuelve a aparecer. Una fusión equivocada se deshace durante 30 días en la ficha que queda, en Cambios: lo que ha cambiado desde entonces se queda allí, y la vista previa lo muestra.',
  'help-next.merge-patrons': 'Abra un par y compare las dos fichas.',
  'help-title.change-rule': 'Cambiar una regla',
  'help-text.change-rule':
    'Todo el personal lee las reglas vigentes; las cambia el administrador del consorcio. Las diferencias se muestran con palabras antes de adoptar una versión, que empieza el día que elija. Un cambio hecho entretanto por otra persona se muestra para compararlo; nunca se sobrescribe.',
  'help-next.change-rule': 'Proponga una versión y elija el día en que empieza.',
  'help-title.patron-changes': 'Cambiar muchos usuarios a la vez',
  'help-text.patron-changes':
    'Elija a las personas por categoría, sucursal, lugar de residencia o caducidad, y cuál de estos datos cambia. La vista previa enumera a cada persona con lo que cambiaría. Después, «Deshacer» restaura el cambio, salvo en quienes se modificaron desde entonces.',
  'help-next.patron-changes': 'Elija a los usuarios y haga una vista previa.',
  'help-title.who-sees-record': 'Ocultar o mostrar un registro, una sede o un ejemplar',
  'help-text.who-sees-record':
    'Oculte el registro de su biblioteca, sus ejemplares en una sede o ejemplares sueltos: a los lectores, a otras bibliotecas o a ambos. Lo que se oculta con el registro o con la sede no se puede mostrar ejemplar por ejemplar. Indique el motivo: el historial del registro lo guarda con su nombre. Las búsquedas lo reflejan en unos segundos.',
  'help-next.who-sees-record': 'Ver los registros de su biblioteca',
  'help-title.my-classes': 'Lo que ve un docente',
  'help-text.my-classes':
    'Los docentes entran con su propio carné y encuentran sus clases en Mis clases: los alumnos y qué vence y cuándo. Los títulos se muestran solo si la política de la biblioteca lo permite. Un docente ve una clase mientras esta lo nombre entre sus docentes.',
  'help-next.my-classes': 'Añada el carné del docente a la clase.',
  'help-title.class-work': 'Clases y curso escolar',
  'help-text.class-work':
    'Una clase muestra lo que tiene cada alumno y lo atrasado; imprima cartas, códigos de los carnés o la lista. Los lotes de clase se prestan leyendo un ejemplar tras otro. El curso escolar pasa a todos de curso en un día y puede deshacerse.',
  'help-next.class-work': 'Abra una clase.',
  'help-title.course-reserves': 'Reservas de cursos',
  'help-text.course-reserves':
    'Un curso pertenece a un período y tiene docentes y una lista de lecturas. Los ejemplares puestos en reserva toman el plazo de la lista hasta el fin del período y después vuelven a su estante.',
  'help-next.course-reserves': 'Abra un curso y escanee ejemplares para su lista.',
  'help-title.hold-lists': 'Trabajar las listas de reservas',
  'help-text.hold-lists':
    'La lista de recogida está en el orden de los estantes: lea cada ejemplar donde lo encuentre. La estantería de reservas dice para quién y hasta cuándo; la de vencidas, adónde va cada ejemplar. Toda lista se trabaja leyendo, y los resguardos esperan a que los imprima (F8 en el mostrador).',
  'help-next.hold-lists': 'Empiece por la lista de búsqueda.',
  'help-title.new-record': 'Añadir un registro',
  'help-text.new-record':
    'Busque primero: quizá otra biblioteca lo tiene y entonces se añade un ejemplar a ese registro. Si no, empiece con una plantilla; los campos fijos se muestran con palabras. Antes de guardar verá los registros parecidos.',
  'help-next.new-record': 'Busque primero en el catálogo.',
  'help-title.money-between': 'Dinero entre bibliotecas',
  'help-text.money-between':
    'La página enumera lo que las bibliotecas se deben: tarifas cobradas por otras, pérdidas, préstamos entre bibliotecas. Se compensa por meses: cada una paga o recibe una suma. Cada apunte abre su origen.',
  'help-next.money-between': 'Abra un asiento para ver su origen.',
  'help-title.provider-bill': 'La factura del proveedor',
  'help-text.provider-bill':
    'La página compara la factura del proveedor de nube con lo medido, servicio por servicio. Una diferencia fuera de los límites debe explicarla una persona antes de seguir con el mes; la explicación queda con el mes.',
  'help-next.provider-bill': 'Explique las diferencias abiertas y concilie el mes.',
  'help-title.budget-set': 'Presupuestos y precios',
  'help-text.budget-set':
    'Un presupuesto se fija para un mes o un ejercicio, con avisos en los porcentajes que elija; la previsión sigue al ritmo actual. Los precios vienen del libro de precios vigente: una persona propone un cambio y otra lo adopta.',
  'help-next.budget-set': 'Fije un presupuesto con sus avisos.',
  'help-title.e-books': 'Prestar libros electrónicos de un proveedor',
  'help-text.e-books':
    'Añada el catálogo del proveedor como colección y elija las bibliotecas cuyos usuarios pueden pedir prestado. Se lee en un plazo de 15 minutos y después una vez al día: cada título se convierte en un registro de cada biblioteca. Los usuarios inician sesión una vez en el proveedor con su PIN, y piden y devuelven en la búsqueda, en el registro y en Mi cuenta. Lo que piden no se guarda aquí.',
  'help-next.e-books': 'Añada una colección.',
  'help-title.set-up-library': 'Configurar una biblioteca',
  'help-text.set-up-library':
    'La plantilla según el tipo rellena el horario, el ejercicio y si presta a petición; los nombres, la sucursal y el primer administrador se escriben. Sigue donde se interrumpió. Los días de pertenencia deciden en qué meses participa. Los departamentos son centros de coste.',
  'help-next.set-up-library': 'Haga las partes marcadas «Pendiente».',
  'help-title.machine-access': 'Autopréstamos y otras máquinas',
  'help-text.machine-access':
    'Cada máquina tiene su propio cliente con los permisos que necesita y, si está en un mostrador, su sucursal. El secreto se muestra una vez: cópielo entonces. Retire el cliente de una máquina perdida; las demás siguen.',
  'help-title.payment-accounts': 'Activar el pago en línea de una biblioteca',
  'help-text.payment-accounts':
    'Abra una cuenta en el proveedor de pagos. Indique aquí su número, copie la dirección para los eventos a un punto de conexión de webhook del proveedor y escriba la clave secreta y el secreto de firma de ese punto: se guardan cifrados y no se vuelven a mostrar. Se puede pagar en cuanto la cuenta está activada. Desactivada, lo ya pagado sigue llegando. La guía es docs/payments.md.',
  'help-next.payment-accounts': 'Vea los pagos de una biblioteca.',
  'help-next.machine-access': 'Añada un cliente para la máquina.',
  'help-title.webhooks': 'Enviar hechos a otros sistemas',
  'help-text.webhooks':
    'Un webhook envía una petición firmada a un sistema suyo cuando ocurre algo, por ejemplo un préstamo. El secreto se muestra una vez: déselo a quienes programan el receptor, con la guía docs/webhooks.md. Abra un webhook para ver lo entregado, enviar una prueba o enviar algo de nuevo.',
  'help-next.webhooks': 'Añada un webhook y envíe una prueba.',
  'help-title.loan-report': 'Leer el informe de préstamos',
  'help-text.loan-report':
    'El informe contiene lo pedido, servido y rechazado, cuánto tardó y el coste de cada petición atendida, por biblioteca y por pareja. Las peticiones en curso se cuentan aparte.',
  'help-next.loan-report': 'Elija los meses y la biblioteca.',
  'help-title.labels': 'Imprimir etiquetas',
  'help-text.labels':
    'Lea los códigos de barras o pegue una lista; luego elija la etiqueta (lomo, bolsillo o código) y la hoja o el rollo. La etiqueta inicial permite aprovechar una hoja empezada. Imprima sin márgenes y a tamaño real. La página indica los códigos que no tiene ningún ejemplar.',
  'help-next.labels': 'Escanee el primer código de barras.',
  'help-title.copy-records': 'Copiar registros de otros catálogos',
  'help-text.copy-records':
    'Busque en otro catálogo y tome un registro en vez de escribirlo: mírelo primero y guárdelo como registro de su biblioteca. Se puede buscar en los catálogos de la lista que adoptó el consorcio. Una versión nueva de esa lista sustituye a la anterior.',
  'help-next.copy-records': 'Busque por título o ISBN.',
  'help-title.voting': '¿Cómo deciden juntos los miembros?',
  'help-text.voting':
    'Una biblioteca propone: en la página de las reglas, escribe los valores nuevos y elige que voten los miembros; o escribe una propuesta que no cambia reglas. Abra el borrador al debate y deje que otras bibliotecas apoyen el texto como piden los estatutos. La secretaría abre la votación: entonces quedan fijadas la pregunta, la regla y la lista de votantes. Quien administra cada biblioteca vota por ella y puede cambiar el voto hasta el cierre. Tras el cierre se cuentan los votos y las reglas aprobadas se adoptan en el momento. Cualquier persona del personal puede descargar el acta y contar de nuevo.',
  'help-next.voting': 'Vea los estatutos.',
  'help-title.meetings': '¿Cómo se reúnen juntas y consejos?',
  'help-text.meetings':
    'La secretaría crea un órgano, añade sus puestos y ocupa cada uno por un mandato; quien lo ocupa no tiene que ser del personal. Para reunirse, planifique una reunión y escriba el orden del día: se ofrecen las actas por aprobar, las decisiones por revisar, las tareas y las propuestas. Convóquela con tantos días completos como piden las reglas del órgano. Durante la reunión registre quién asiste y qué se decide: una decisión necesita quórum a su hora. Termine la reunión, escriba el acta a partir del borrador y deje que la apruebe la reunión siguiente. Después solo se añaden correcciones. Cualquiera lee los órdenes del día, las actas y las decisiones de los órganos públicos sin iniciar sesión.',
  'help-next.meetings': 'Vea las propuestas y decisiones.',
  'help-title.match-rules': '¿Qué cuenta como el mismo título?',
  'help-text.match-rules':
    'Con estas reglas, los registros de varias bibliotecas forman un solo título. Para cada opción, la página muestra parejas de su propio catálogo que dependen de ella. Introduzca otros valores y vea qué cambiaría antes de que el consorcio los adopte. Las reglas adoptadas se aplican a los registros nuevos y a los guardados, con sus reservas y ejemplares; lo que una persona decidió sobre dos registros se conserva. Al final de la página se ve hasta dónde se ha llegado.',
  'help-next.match-rules': 'Ver las parejas que debe decidir una persona.',
  'help-title.shown-headings': 'Mostrar una materia o un nombre con otra forma',
  'help-text.shown-headings':
    'El consorcio enumera encabezamientos de materia y nombres con la forma en que los muestran los títulos. La búsqueda encuentra los títulos por ambas formas, y los índices de materias y de nombres remiten de la forma antigua a la que se muestra. No cambia ningún registro de las bibliotecas: las exportaciones y la vista MARC llevan el encabezamiento tal como se catalogó.',
  'help-next.shown-headings': 'Añada un encabezamiento con la forma que se mostrará.',
  'help-title.orders': '¿Cómo pedimos un título?',
  'help-text.orders':
    'Introduzca el proveedor una vez. Un pedido nuevo tiene una línea por título, con sus ejemplares, su precio y el fondo que paga; una línea puede repartirse entre varios fondos. Al tramitarlo se reserva el dinero en cada fondo: si un límite no lo permite, no se tramita nada y se nombra el fondo. Por encima del límite del ejercicio lo aprueba otra persona. Anote lo que llega en la página del pedido. Lo que no llega se cancela con un motivo y su dinero queda libre. Una factura se registra desde su pedido, con los ejemplares recibidos y los precios pedidos; al aprobarla se gasta el dinero, y lo que no coincide se aprueba con un motivo.',
  'help-next.orders': 'Mire lo que queda en sus fondos.',
  'help-title.funds': '¿Cuánto podemos pedir todavía?',
  'help-text.funds':
    'Cada fondo muestra lo que recibió, lo pedido, lo gastado y lo disponible, con los fondos que dependen de él. El mayor pedido es lo que permiten todos los límites: los del fondo y los de los fondos de los que depende. Un aviso aparece cuando se usó el porcentaje que eligió el personal de finanzas. Quienes piden mueven dinero entre fondos; solo sale lo que está disponible, y una negativa indica lo máximo que se puede mover. El personal de finanzas crea el año fiscal y sus fondos, y asigna dinero.',
  'help-next.funds': 'Mire lo disponible en su fondo.',
  'help-title.audit-log': '¿Quién cambió algo?',
  'help-text.audit-log':
    'El registro de auditoría enumera quién cambió qué, cuándo y por qué, por biblioteca y mes; el consorcio tiene el suyo. Puede limitarlo a una persona o un objeto. Las entradas no se pueden cambiar. De quien trabajó en un mostrador compartido se indica también el mostrador.',
  'help-next.audit-log': 'Elija un mes y luego una persona o un objeto.',
  'help-title.home-content': 'Recomendaciones y actividades',
  'help-text.home-content':
    'Una biblioteca recomienda hasta 12 títulos, cada uno con el motivo en una frase, y anuncia actividades de sus sucursales. Todos ven ambas cosas en la página de inicio y en las páginas de las sucursales. Un título que se oculta después y una actividad terminada desaparecen solos. Los días y las horas son los de la sucursal. El registro de cambios conserva cada cambio.',
  'help-next.home-content': 'Abra un registro que recomiende y elija «Recomendar este título en la página de inicio».',
  'help-title.cover-providers': 'Portadas de libros',
  'help-text.cover-providers':
    'Sin proveedor, cada título tiene una portada dibujada. El consorcio puede elegir proveedores de portadas reales: se les pregunta en el orden de la lista, desde los servidores de la biblioteca y nunca desde el navegador de un lector, para que ningún proveedor sepa quién lee qué. Las portadas se guardan 60 días, y que no hay ninguna, 7 días. Lea las condiciones de un proveedor antes de elegirlo: su nombre aparece en las páginas de los registros.',
  'help-next.cover-providers': 'Elija un proveedor y abra el registro de un libro nuevo.',
  'help-title.location-names': 'Nombres de ubicaciones y tipos',
  'help-text.location-names':
    'Los ejemplares llevan códigos de ubicación y de tipo. Aquí la biblioteca da a cada código el nombre que leen los usuarios. Un código sin nombre se muestra tal cual. Se cambian y se guardan varios nombres a la vez.',
  'help-next.location-names': 'Ponga nombre a los códigos que no lo tienen.',
  'help-title.loans-by-month': 'Préstamos por mes',
  'help-text.loans-by-month':
    'Elija los meses y, si quiere, una biblioteca. Los préstamos iniciales son los primeros de ejemplares propios del consorcio, sin equipos; la circulación total incluye también las renovaciones y lo recibido de fuera. Se cuentan por el día local de cada mostrador.',
  'help-next.loans-by-month': 'Elija los meses.',
  'help-title.value': 'Valor de la membresía',
  'help-text.value':
    'Elija los meses. La página cuenta lo que la biblioteca tomó y prestó, y los registros que otros habían descrito. Introduzca los precios y tiempos que Concord no puede saber. El efectivo y el coste evitado quedan aparte. Imprima la página para una junta.',
  'help-next.value': 'Introduzca sus supuestos e imprima.',
  'help-title.open-and-close': 'Abrir y cerrar el día',
  'help-text.open-and-close':
    'La página enumera lo que abre y cierra el día en la sede en uso, lo que ya está hecho y cuánto espera: caja, buzón, reservas por recoger, llegadas, estantería de reservas, cartas, resguardos. Cada línea lleva a la página donde se hace.',
  'help-next.open-and-close': 'Empiece por la primera línea marcada «por hacer».',
  'help-title.practice': 'Practicar sin riesgo',
  'help-text.practice':
    'La biblioteca de prácticas tiene usuarios y ejemplares inventados. Entre con la función que quiere probar; esta página enumera entonces qué escanear. Preste, reciba, cobre, registre y catalogue: nada llega a un usuario, una cuenta, una cifra o el catálogo, y no se envía nada. Las cartas se hacen y se imprimen allí. Falta allí el préstamo interbibliotecario. La barra superior lleva de vuelta a su propia biblioteca; una pestaña nueva ya está en ella. Todo se borra cada noche.',
  'help-next.practice': 'Entre en la biblioteca de prácticas con un papel.',
  'help-title.shared-desk': 'Trabajar en un mostrador compartido',
  'help-text.shared-desk':
    'Un administrador da de alta el navegador de un ordenador para una sede. Cada persona crea un código de seis cifras o lee una credencial en «Mi código y mi credencial», tras el inicio de sesión completo. En el mostrador, ambos inician sesión. F9 bloquea la pantalla, igual que los minutos sin uso. Los códigos erróneos bloquean el mostrador: cinco seguidos, diez en un cuarto de hora, treinta en un día. Las listas de muchos usuarios, las clases, las reglas y la administración exigen el inicio completo. Retire un ordenador perdido o sustituido.',
  'help-next.shared-desk': 'Cree su código en «Mi código y mi credencial».',
};
