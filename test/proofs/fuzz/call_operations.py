"""Calls operations of an OpenAPI document with generated requests.

Reads a plan (JSON) from standard input and writes one JSON line for each operation: how many answers had which status, and each answer
that the plan does not allow, with a curl command that repeats it. Requests come from Schemathesis; where it cannot generate any for a
schema, they are the contract's example with changed values.
"""

import copy
import json
import logging
import random
import sys
import time
import warnings

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

#: Values that programs often read wrongly: empty, long, signed, of another kind, with text that other languages run.
ODD_VALUES = [
    "", " ", "0", "-1", "a" * 300, "\u202etxt.exe", "=1+1", "<script>", "\u0000", "null", "../..", "%", "\U0001f4da",
    0, -1, 2**53, 1.5, True, None, [], {},
]


#: The status of a call without any answer, as when the connection was dropped.
NO_ANSWER = 599


class Meter:
    """Counts the answers of one operation and keeps those that are not allowed."""

    def __init__(self, allowed, seconds):
        self.allowed = set(allowed)
        self.until = time.monotonic() + seconds
        self.calls = 0
        self.statuses = {}
        self.failures = {}

    def note(self, status, curl, text, may_repeat=False):
        self.statuses[status] = self.statuses.get(status, 0) + 1
        if may_repeat:
            return
        kind = "5xx" if status >= 500 and status not in self.allowed else "undocumented"
        if status not in self.allowed:
            self.failures.setdefault((kind, status), {"kind": kind, "status": status, "curl": curl, "answer": text[:300]})


def with_place(parts, place):
    """Puts the place at which the caller may act where the contract looks for it; the request stays as it is without one."""
    for pointer, value in place:
        holder = parts[pointer[0]]
        if not isinstance(holder, dict):
            continue
        for name in pointer[1:-1]:
            holder = holder.get(name)
            if not isinstance(holder, dict):
                break
        else:
            holder[pointer[-1]] = value


def call(case, plan, operation, meter):
    place = [(pointer.split("."), value) for pointer, value in operation["place"]]
    parts = {"path": case.path_parameters, "query": case.query, "body": case.body}
    with_place(parts, place)
    headers = {"authorization": operation["authorization"]} if operation.get("authorization") else {}
    status, text, wait = answered(case, plan["base"], headers)
    if status is None:
        return
    meter.calls += 1
    curl = case.as_curl_command(headers=headers)
    # The documented 503 asks callers to try again. It is counted, and its repetition is judged; any other first answer is final.
    meter.note(status, curl, text, may_repeat=wait is not None)
    if wait is not None:
        time.sleep(wait)
        status, text, _ = answered(case, plan["base"], headers)
        meter.note(status, curl, text)


def answered(case, base, headers):
    """Calls once; returns status, text, and the seconds to wait when the answer asks to try again.

    There is no status when the generated text cannot be sent by HTTP at all.
    """
    try:
        answer = case.call(base_url=base, headers=headers, timeout=60)
    except requests.exceptions.RequestException as error:
        if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidHeader)):
            return None, "", None
        return NO_ANSWER, f"no answer: {error}", None
    except ValueError:
        return None, "", None
    wait = answer.headers.get("retry-after") if answer.status_code == 503 else None
    seconds = min(5, int(wait[0])) if wait else None
    return answer.status_code, answer.text if isinstance(answer.text, str) else "", seconds


def changed(value, chance):
    """Returns a copy of a JSON value with some of its parts replaced, left out or added."""
    if isinstance(value, dict):
        fields = {name: changed(part, chance) for name, part in value.items() if chance.random() > 0.05}
        if chance.random() < 0.03:
            fields["unknownField"] = 1
        return fields
    if isinstance(value, list):
        return [changed(part, chance) for part in value]
    return chance.choice(ODD_VALUES) if chance.random() < 0.2 else value


def by_example(operation, found, plan, meter, count):
    """Calls an operation with its example (first unchanged, then with changed values)."""
    chance = random.Random(operation["id"])
    for turn in range(count):
        example = copy.deepcopy(operation["example"])
        body = example.get("body")
        if turn > 0:
            body = changed(body, chance)
        query = example.get("query") or {}
        path = {name: str(value) for name, value in (example.get("path") or {}).items()}
        given_body = {"body": body, "media_type": operation["mediaType"]} if body is not None else {}
        case = found.Case(path_parameters=path, query=query, headers={}, **given_body)
        call(case, plan, operation, meter)


def generated(operation, found, plan, meter):
    """Calls an operation with generated requests; returns what prevented their generation, if anything did.

    The first request is sent whatever the time: on a busy machine, preparing it alone may take the seconds of the operation.
    """
    before = meter.calls

    @seed(plan["seed"])
    @settings(
        max_examples=plan["examples"],
        deadline=None,
        database=None,
        phases=[Phase.generate],
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=found.as_strategy())
    def calls(case):
        if meter.calls == before or time.monotonic() < meter.until:
            call(case, plan, operation, meter)

    # Whatever is raised goes into the report: the other operations are called all the same.
    try:
        calls()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def main():
    plan = json.load(sys.stdin)
    with open(plan["document"], encoding="utf8") as file:
        # Python's expressions have no classes of Unicode: the control characters are named by their codes.
        document = json.loads(file.read().replace(r"\\p{Cc}", r"\\x00-\\x1f\\x7f-\\x9f"))
    schema = schemathesis.openapi.from_dict(document)
    wanted = {operation["id"]: operation for operation in plan["operations"]}
    for result in schema.get_all_operations():
        found = result.ok()
        operation = wanted.get(found.definition.raw.get("operationId"))
        if operation is None:
            continue
        meter = Meter(operation["statuses"], plan["seconds"])
        began = time.monotonic()
        by_example(operation, found, plan, meter, max(1, plan["examples"] // 5))
        before = meter.calls
        problem = generated(operation, found, plan, meter)
        made = meter.calls - before
        if made < plan["examples"] - before:
            by_example(operation, found, plan, meter, plan["examples"] - before - made)
        line = {
            "id": operation["id"],
            "statuses": meter.statuses,
            "generated": made,
            "seconds": round(time.monotonic() - began, 1),
            "failures": list(meter.failures.values()),
        }
        if problem is not None:
            line["problem"] = problem[:300]
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
