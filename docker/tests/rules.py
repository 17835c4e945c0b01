# SPDX-License-Identifier: Apache-2.0
"""What neither hadolint nor the schema of compose asks."""

import re
from typing import Any, Dict, Iterator, List

PINNED = re.compile(r"[\w./-]+:\d+\.\d+\.\d+[\w.-]*")
LOOPBACK = re.compile(r"127\.0\.0\.1:\d+:\d+")
DEFAULTED = re.compile(r"\$\{[A-Z_]+:-[^}]+\}")


def compose_problems(compose: Dict[str, Any]) -> List[str]:
    """One line per rule that a service breaks."""
    return [
        f"{name}: {problem}"
        for name, service in compose["services"].items()
        for problem in _service_problems(service)
    ]


def _service_problems(service: Dict[str, Any]) -> Iterator[str]:
    if not PINNED.fullmatch(service["image"]):
        yield f"image {service['image']} has no version"
    if re.fullmatch(r"(0|root)?(:.*)?", str(service.get("user", ""))):
        yield "runs as root"
    for port in service.get("ports", []):
        if not LOOPBACK.fullmatch(str(port)):
            yield f"port {port} is open to others"
    for limit in ("mem_limit", "cpus"):
        if not DEFAULTED.fullmatch(str(service.get(limit, ""))):
            yield f"{limit} is no variable with a default"
    if "job" not in service.get("profiles", []) and "healthcheck" not in service:
        yield "has no health check"
    for name, wanted in service.get("depends_on", {}).items():
        if wanted["condition"] != "service_healthy":
            yield f"does not wait until {name} is healthy"


def dockerfile_problems(dockerfile: str) -> List[str]:
    """Images without a version, and stages that leave root as the user."""
    lines = [line for line in dockerfile.replace("\\\n", " ").splitlines() if line[:1] not in ("", "#")]
    words = [line.split() for line in lines]
    args = dict(w[1].split("=", 1) for w in words if w[0] == "ARG")
    problems = [f"image {image} has no version" for image in args.values() if not PINNED.fullmatch(image)]
    user: Dict[str, str] = {}
    stage = ""
    for word in words:
        if word[0] == "FROM":
            image = re.sub(r"\$\{(\w+)\}", lambda found: args[found[1]], word[1])
            stage = word[3]
            if image not in user and not PINNED.fullmatch(image):
                problems.append(f"image {image} has no version")
            user[stage] = user.get(image, "of the image")
        elif word[0] == "USER":
            user[stage] = word[1]
    problems += [f"stage {s} ends as root" for s, u in user.items() if u.split(":")[0] in ("0", "root")]
    return problems


def copied(dockerfile: str) -> List[str]:
    """The paths of the project that the images are made of."""
    lines = [line.split() for line in dockerfile.replace("\\\n", " ").splitlines()]
    copies = [w for w in lines if w[:1] == ["COPY"] and not any(x.startswith("--from") for x in w)]
    return [path for w in copies for path in w[1:-1] if not path.startswith("--")]
