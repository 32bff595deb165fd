"""Starts the AWS emulator (MiniStack, version pinned in requirements.txt) with faults of it mended that Concord meets.

Each mend names what it is for; drop it when a new version no longer needs it. The first argument is the state folder:
it marks the process as ours. WORKER_IDLE_S is the number of idle seconds after which a function's process ends,
WORKERS_PER_FUNCTION how many calls of one function run at once.
"""
import bisect
import collections
import copy
import functools
import json
import os
import signal
import sys
import threading
import time
import types

STATE = os.environ["STATE_DIR"]


def follow_parent():
    """Ends (with the state saved) when the process that started this one is gone, however it went."""
    parent = os.getppid()

    def watch():
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


import ministack.app as app
import ministack.core.iam_actions as iam_actions
import ministack.core.lambda_runtime as runtime
import ministack.core.persistence as persistence
import ministack.services.athena as queries
import ministack.services.dynamodb as tables
import ministack.services.lambda_svc as functions
import ministack.services.stepfunctions as workflows


def require_a_real_query_engine():
    """Without the package duckdb every query of Athena is answered with made-up rows."""
    if queries.get_athena_engine() != "duckdb":
        sys.exit("ministack-launcher: the Python package duckdb cannot be imported, and Athena would invent its rows.")


def answer_silent_handlers_at_once():
    """After each reply the emulator waits 50 ms for a log line; two suffice."""
    runtime.Worker._drain_stderr_bounded.__defaults__ = (0.002, 0.002, 0.25)


def keep_error_names():
    """Every throw is reported as Runtime.HandlerError; Step Functions retries and catches by the real name."""
    reported = 'status: "error", error: String(err.message || err), trace: err.stack || ""'
    script = runtime._NODEJS_WORKER_SCRIPT
    if reported not in script:
        sys.exit("ministack-launcher: the worker script changed; look at keep_error_names again.")
    named = reported.replace("trace:", 'errorType: String((err && err.name) || "Error"), trace:')
    runtime._NODEJS_WORKER_SCRIPT = script.replace(reported, named)
    of_thread = threading.local()
    invoke, execute = runtime.Worker.invoke, functions._execute_function_warm

    def invoke_and_note(self, *args, **kwargs):
        answer = invoke(self, *args, **kwargs)
        of_thread.name = answer.get("errorType")
        return answer

    def execute_and_name(func, event, request_id):
        of_thread.name = None
        answer = execute(func, event, request_id)
        body = answer.get("body")
        if answer.get("error") and of_thread.name and isinstance(body, dict):
            body["errorType"] = of_thread.name
        return answer

    runtime.Worker.invoke = invoke_and_note
    functions._execute_function_warm = execute_and_name


def end_idle_workers(idle_seconds):
    """The first worker of each function lives for ever (68 MB each): end all that idle."""

    def sweep():
        while True:
            time.sleep(5)
            now, idle = time.time(), []
            with runtime._lock:
                for key, workers in list(runtime._workers.items()):
                    old = [w for w in workers if not w.in_use and now - w.last_used > idle_seconds]
                    idle += old
                    runtime._workers[key] = [w for w in workers if w not in old]
                    if not runtime._workers[key]:
                        del runtime._workers[key]
            if idle:
                runtime.kill_workers(idle)

    threading.Thread(target=sweep, daemon=True).start()


def queue_for_workers(per_function, patience_seconds=900):
    """Each call that finds no idle process of its function starts one, so a thousand waiting requests start a thousand.

    A machine has not the width of AWS: calls beyond per_function at once wait for their turn, and no function calls
    itself while it holds one. The patience is longer than any call may last: at thirty seconds hundreds ran out of it.
    """
    turns, guard = {}, threading.Lock()
    execute = functions._execute_function_warm

    def in_turn(func, event, request_id):
        name = (func.get("config") or func).get("FunctionName", "")
        with guard:
            turn = turns.setdefault(name, threading.Semaphore(per_function))
        had = turn.acquire(timeout=patience_seconds)
        try:
            return execute(func, event, request_id)
        finally:
            if had:
                turn.release()

    functions._execute_function_warm = in_turn


def start_workers_gradually(at_once, seconds=4):
    """Each call that finds no idle process starts one at once: in a burst all of them start together, take longer than the
    function's time limit, and are ended before they answered, so that the next burst starts them again.

    On AWS each environment has a processor of its own. Here only as many start at a time as there are processors; a call
    that waits takes a process that becomes idle. A call that runs on gives its place to the next after some seconds.
    """
    starting = threading.Semaphore(at_once)
    execute = functions._execute_function_warm

    def has_idle(name):
        with runtime._lock:
            return any(
                worker.func_name == name and not worker.in_use for pool in runtime._workers.values() for worker in pool
            )

    def execute_gradually(func, event, request_id):
        name = (func.get("config") or func).get("FunctionName", "")
        starts = False
        while not starts and not has_idle(name):
            starts = starting.acquire(timeout=0.05)
        if not starts:
            return execute(func, event, request_id)
        guard, places = threading.Lock(), [starting]

        def give_place():
            with guard:
                if places:
                    places.pop().release()

        timer = threading.Timer(seconds, give_place)
        timer.daemon = True
        timer.start()
        try:
            return execute(func, event, request_id)
        finally:
            timer.cancel()
            give_place()

    functions._execute_function_warm = execute_gradually


def read_timeout_paths():
    """TimeoutSecondsPath of a task is ignored; a supplier's time to answer comes from the request."""
    execute = workflows._execute_task

    def with_timeout(state, raw_input, execution, context):
        if "TimeoutSecondsPath" in state:
            seconds = workflows._resolve_path_or_ctx(state["TimeoutSecondsPath"], raw_input, context)
            state = {**state, "TimeoutSeconds": float(seconds)}
        return execute(state, raw_input, execution, context)

    workflows._execute_task = with_timeout


def fail_tasks_of_failed_functions():
    """A task that waits for a token ignores that its function failed, so nobody ever answers; AWS fails it, and retries."""
    wait_for_token, call = workflows._invoke_with_callback, workflows._call_lambda
    of_thread = threading.local()

    def wait_noting_token(resource, input_data, token, state):
        of_thread.token = token
        try:
            return wait_for_token(resource, input_data, token, state)
        finally:
            of_thread.token = None

    def call_or_fail_task(function, event):
        try:
            return call(function, event)
        except workflows._ExecutionError as failure:
            task = workflows._task_tokens.get(getattr(of_thread, "token", None))
            if task:
                task["error"] = {"Error": failure.error, "Cause": failure.cause}
                task["event"].set()
            raise

    workflows._invoke_with_callback, workflows._call_lambda = wait_noting_token, call_or_fail_task


def count_no_starts():
    """The time in which a process starts and imports its code counts against the function's limit; on AWS it has a limit of its own."""
    invoke = runtime.Worker.invoke

    def invoke_with_start(self, *args, **kwargs):
        limit = self.config.get("Timeout", 30)
        starts = self._proc is None or self._proc.poll() is not None
        if starts:
            self.config = {**self.config, "Timeout": limit + 20}
        try:
            return invoke(self, *args, **kwargs)
        finally:
            if starts:
                self.config = {**self.config, "Timeout": limit}

    runtime.Worker.invoke = invoke_with_start


def begin_streams_anew():
    """Positions in a table's stream are saved, its records are not: a restored position would lie beyond every new record.

    Without a position a consumer begins at the oldest record there is, which is the first after the start.
    """
    restore = functions._restore_esm_positions

    def without_tables(store, positions):
        if store is not functions._dynamodb_stream_positions:
            restore(store, positions)

    functions._restore_esm_positions = without_tables


def answer_crashes_as_aws_does():
    """A crashed function's message is shown to the caller with 502; API Gateway says a bare 500."""
    answer = functions.lambda_execute_result_to_api_proxy_response

    def guarded(result):
        body = result.get("body") if isinstance(result, dict) else None
        if result.get("error") and not (isinstance(body, dict) and "statusCode" in body):
            print(f"a function crashed: {json.dumps(body)[:2000]}", file=sys.stderr, flush=True)
            text = json.dumps({"message": "Internal Server Error"})
            return {"statusCode": 500, "headers": {"Content-Type": "application/json"}, "body": text}, None
        return answer(result)

    functions.lambda_execute_result_to_api_proxy_response = guarded


def parse_expressions_once():
    """Each condition of a transaction is taken apart six times and each number judged five times, for every write anew.

    The functions concerned give the same for the same expression: a third of a transaction's time. Bytes are decoded only to
    be counted.
    """

    def remembered(name):
        judge = getattr(tables, name)
        known = functools.lru_cache(maxsize=8192)(judge)

        def judged(text, *more):
            return known(text, *more) if type(text) is str else judge(text, *more)

        setattr(tables, name, judged)

    for name in (
        "_tokenize",
        "_condition_syntax_error",
        "_number_error",
        "_ddb_canonicalize_number",
        "_number_size_bytes",
    ):
        remembered(name)
    size = tables._attribute_value_size

    def size_counted(value):
        if isinstance(value, dict) and len(value) == 1:
            text = value.get("B")
            if type(text) is str and len(text) % 4 == 0:
                return len(text) // 4 * 3 - text.count("=", -2)
        return size(value)

    tables._attribute_value_size = size_counted


def walk_tables_by_stretches():
    """Each page of a scan sorts the whole table, and asks of every item of it whether it is in the segment: a walk takes the
    square of its length.

    The order of the partitions stays while none comes or goes, and a page looks at the next stretch of them only; at a
    longer one when that did not fill it.
    """
    orders, whole = {}, tables._scan
    put, take = tables._set_item, tables._remove_item

    def put_noting(table, partition, sort, item):
        if partition not in table["items"]:
            orders.pop(id(table), None)
        return put(table, partition, sort, item)

    def take_noting(table, partition, sort):
        orders.pop(id(table), None)
        return take(table, partition, sort)

    def order_of(table):
        items, order = orders.get(id(table), (None, None))
        if items is not table["items"] or len(order) != len(items):
            items, order = table["items"], sorted(table["items"])
            orders[id(table)] = (items, order)
        return order

    def scan(data):
        known = tables._tables.get(tables._normalize_table_name(data.get("TableName")))
        if not known or data.get("IndexName"):
            return whole(data)
        order = order_of(known)
        start = tables._extract_key_val((data.get("ExclusiveStartKey") or {}).get(known["pk_name"], {}))
        first, length = bisect.bisect_left(order, start) if start else 0, 4096
        while True:
            stretch = order[first : first + length]
            part = {**known, "items": {one: known["items"][one] for one in stretch}}
            seen = {"_tables": types.SimpleNamespace(get=lambda name, default=None: part), "json_response": lambda result: result}
            answer = types.FunctionType(whole.__code__, {**vars(tables), **seen})(data)
            if not isinstance(answer, dict):
                return answer
            if first + length >= len(order) or "LastEvaluatedKey" in answer:
                return tables.json_response(answer)
            length *= 4

    tables._set_item, tables._remove_item, tables._scan = put_noting, take_noting, scan


def authorize_batches_as_aws_does():
    """A queue's batch calls are allowed on AWS by the permission of the single call; there are no permissions by their names."""
    extract = iam_actions.extract_iam_action

    def as_single(*args, **kwargs):
        action = extract(*args, **kwargs)
        return action.removesuffix("Batch") if action and action.startswith("sqs:") else action

    iam_actions.extract_iam_action = as_single


def authorize_senders_as_aws_does():
    """Sending e-mail is permitted for the sender's identity; the emulator asks for it on every resource."""
    known = iam_actions._ses_v2_resource_arn

    def of_sender(method, path, body, region, account_id):
        if not path.rstrip("/").endswith("/outbound-emails"):
            return known(method, path, body, region, account_id)
        sender = json.loads(body or b"{}").get("FromEmailAddress", "")
        return f"arn:aws:ses:{region}:{account_id}:identity/{sender}" if sender else "*"

    iam_actions._ses_v2_resource_arn = of_sender


def restore_to_the_moment_asked():
    """A restore to a point in time copies the table as it is now: what was written since must be taken out of the copy.

    The images before the last writes of each table stay in memory, and are put back in the copy, newest first. A moment before them,
    or before this start, is refused as AWS refuses one before the earliest restorable time.
    """
    history, began, most = {}, time.time(), 50_000
    put, take, restore = tables._set_item, tables._remove_item, tables._restore_table_to_point_in_time

    def note(table, partition, sort):
        before = table["items"].get(partition, {}).get(sort)
        images = history.setdefault(table["TableName"], collections.deque(maxlen=most))
        images.append((time.time(), partition, sort, before))

    def put_and_note(table, partition, sort, item):
        note(table, partition, sort)
        return put(table, partition, sort, item)

    def take_and_note(table, partition, sort):
        note(table, partition, sort)
        return take(table, partition, sort)

    def restore_then_undo(data):
        moment, source = data.get("RestoreDateTime"), data.get("SourceTableName")
        if source is None or moment is None:
            return restore(data)
        images = list(history.get(source, ()))
        if moment < began or (len(images) == most and moment < images[0][0]):
            return tables.error_response_json("InvalidRestoreTimeException", "The emulator keeps no images so old.", 400)
        answer = restore(data)
        if answer[0] == 200:
            copied = tables._tables[data["TargetTableName"]]
            for when, partition, sort, before in reversed(images):
                if when <= moment:
                    break
                if before is None:
                    take(copied, partition, sort)
                else:
                    put(copied, partition, sort, copy.deepcopy(before))
        return answer

    tables._set_item, tables._remove_item = put_and_note, take_and_note
    tables._restore_table_to_point_in_time = restore_then_undo


def copied_at_rest(get_state):
    """Returns a copy of a service's state that no other thread changed meanwhile: the interpreter is not handed over while it is made.

    A copy of a table takes seconds, and fails when an item comes or goes. Consumers of streams write for minutes after a large load.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(60)
    try:
        # Serves the requests for the interpreter that were made before.
        time.sleep(0.01)
        return copy.deepcopy(get_state())
    finally:
        sys.setswitchinterval(usual)


def save_when_asked():
    """State is saved at the end only; SIGUSR1 saves it now, and `checkpoint` in the state folder marks that it is done.

    The handler only starts a thread: saving in the handler itself could wait for a lock that the interrupted code holds.
    """
    saving = threading.Lock()

    def save_service(name, get_state):
        for attempt in range(20):
            try:
                state = copied_at_rest(get_state)
                if state is not None:
                    persistence.save_state(name, state)
                return True
            except Exception as failure:
                print(f"checkpoint: {name}, attempt {attempt + 1}: {failure!r}", file=sys.stderr, flush=True)
                time.sleep(0.05)
        return False

    def save():
        with saving:
            if all([save_service(name, get_state) for name, get_state in app._build_persistence_save_dict().items()]):
                with open(os.path.join(STATE, "checkpoint"), "w") as done:
                    done.write(str(time.time()))

    signal.signal(signal.SIGUSR1, lambda *_: threading.Thread(target=save, daemon=True).start())


follow_parent()
require_a_real_query_engine()
answer_silent_handlers_at_once()
keep_error_names()
end_idle_workers(float(os.environ.get("WORKER_IDLE_S", "120")))
start_workers_gradually(os.cpu_count() or 2)
queue_for_workers(int(os.environ.get("WORKERS_PER_FUNCTION", "16")))
read_timeout_paths()
fail_tasks_of_failed_functions()
count_no_starts()
begin_streams_anew()
answer_crashes_as_aws_does()
parse_expressions_once()
walk_tables_by_stretches()
authorize_batches_as_aws_does()
authorize_senders_as_aws_does()
restore_to_the_moment_asked()
save_when_asked()
sys.argv = sys.argv[:1]
app.main()
