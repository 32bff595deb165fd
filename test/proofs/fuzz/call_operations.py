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
from hypothesis.errors import HypothesisException
from schemathesis.core.errors import SchemathesisError

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

#: Values that programs often read wrongly: empty, long, signed, of another kind, with text that other languages run.
ODD_VALUES = [
    "", " ", "0", "-1", "a" * 300, "\u202etxt.exe", "=1+1", "<script>", "\u0000", "null", "../..", "%", "\U0001f4da",
    0, -1, 2**53, 1.5, True, None, [], {},
]


#: What a busy machine may answer once: the documentation asks callers to try again.
NO_ANSWER = 599
TRY_AGAIN = (503, NO_ANSWER)


class Meter:
    """Counts the answers of one operation and keeps those that are not allowed."""

    def __init__(self, allowed, seconds):
        self.allowed = set(allowed)
        self.until = time.monotonic() + seconds
        self.statuses = {}
        self.failures = {}

    def note(self, status, curl, text):
        self.statuses[status] = self.statuses.get(status, 0) + 1
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
    status, text = answered(case, plan["base"], headers)
    if status in TRY_AGAIN:
        time.sleep(1)
        status, text = answered(case, plan["base"], headers)
    if status is not None:
        meter.note(status, case.as_curl_command(headers=headers), text)


def answered(case, base, headers):
    """Calls once; returns status and text, or no status when the generated text cannot be sent by HTTP at all."""
    try:
        answer = case.call(base_url=base, headers=headers, timeout=60)
    except (ValueError, requests.exceptions.InvalidURL, requests.exceptions.InvalidHeader):
        return None, ""
    except requests.exceptions.RequestException as error:
        return NO_ANSWER, f"no answer: {error}"
    return answer.status_code, answer.text if isinstance(answer.text, str) else ""


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
    """Calls an operation with generated requests; returns whether some could be generated."""

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
        if time.monotonic() < meter.until:
            call(case, plan, operation, meter)

    try:
        calls()
    except (HypothesisException, SchemathesisError, ValueError, TypeError, RecursionError):
        pass


def main():
    plan = json.load(sys.stdin)
    with open(plan["document"], encoding="utf8") as file:
        document = json.load(file)
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
        before = sum(meter.statuses.values())
        generated(operation, found, plan, meter)
        made = sum(meter.statuses.values()) - before
        if made < plan["examples"] - before:
            by_example(operation, found, plan, meter, plan["examples"] - before - made)
        line = {
            "id": operation["id"],
            "statuses": meter.statuses,
            "generated": made,
            "seconds": round(time.monotonic() - began, 1),
            "failures": list(meter.failures.values()),
        }
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
