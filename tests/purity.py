"""What a module of the package names, read off its source: rules that a graph of imports misses.

Who may import whom stands in `pyproject.toml` (`[tool.importlinter]`). Here is what remains: that
a pure room reaches for nothing but what is listed, and that nobody reads a clock, draws unseeded
chance, imports by a string or speaks to the network. A checker of names is no sandbox: who means
to get around it will; who slips is caught.
"""

import ast
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

# Of Python's own library, what needs neither clock, chance, file, network nor terminal.
PLAIN_PYTHON = frozenset({
    "__future__", "abc", "bisect", "collections", "contextlib", "dataclasses", "datetime",
    "decimal", "difflib", "enum", "fractions", "functools", "hashlib", "heapq", "html",
    "itertools", "json", "math", "operator", "random", "re", "statistics", "string",
    "textwrap", "types", "typing", "unicodedata",
})  # fmt: skip

# A pure room may import Python's part above, `errors`, itself and what stands here: rooms below
# it and the libraries that live in it. What is not listed may not be imported.
PURE_ROOMS: Mapping[str, tuple[str, ...]] = {
    "grading": (
        *("rapidfuzz", "text_to_num", "marisa_trie"),
        "ast",  # a formula is read by Python's own grammar, and never run
        "logging",  # an answer that cannot be judged is logged; where to, is set up in services
    ),
    "sources": ("sentencex",),
    "memory": ("fsrs", "fsrs_rs_python"),
    "items": ("quizapp.bank", "quizapp.grading"),
    "prove": ("quizapp.bank", "quizapp.grading"),
    "lint": (
        *("quizapp.bank", "quizapp.grading", "quizapp.sources", "quizapp.items", "quizapp.prove"),
    ),
    "drafting": (
        *("quizapp.bank", "quizapp.grading", "quizapp.sources", "quizapp.items"),
        "csv",  # reads lines that are handed in; no file
    ),
    "signoff": ("quizapp.bank",),
    "learner": ("quizapp.bank", "quizapp.grading", "quizapp.memory", "quizapp.items"),
    "session": (
        *("quizapp.bank", "quizapp.grading", "quizapp.memory", "quizapp.items"),
        "quizapp.learner",
        "logging",  # an answer that cannot be judged is logged; where to, is set up in cli
    ),
    "analysis": (
        *("quizapp.bank", "quizapp.grading", "quizapp.memory", "quizapp.items"),
        *("quizapp.learner", "quizapp.session"),
    ),
}

# The one place for each: the entry point that names commands by their modules, the clock, and
# the tables that a pure room ships with.
IMPORTS_BY_NAME = "quizapp.cli.main"
READS_THE_CLOCK = "quizapp.services.clock"
READS_TABLES = "quizapp.grading.tables"  # data of the package, the same wherever it runs

# The words of a language are too many for a module: this one of grading reads them from a file.
READS_WORDS = "quizapp.grading.dictionary"

DYNAMIC = frozenset({"importlib.import_module", "importlib.__import__", "__import__"})
CLOCKS = frozenset({
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime",
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today",
    "datetime.date.today",
})  # fmt: skip
NETWORK = frozenset({
    "socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "xmlrpc",
})  # fmt: skip

# What a pure room may not call, on whatever object: a path or a clock may come in as an argument.
IMPURE_BUILTINS = frozenset({
    "open", "print", "input", "breakpoint", "eval", "exec", "compile", "globals", "__import__",
    "__builtins__", "__loader__", "__spec__",
})  # fmt: skip
IMPURE_METHODS = frozenset({
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "exists", "is_file", "iterdir",
    "glob", "rglob", "mkdir", "unlink", "touch", "rename", "now", "utcnow", "today",
})  # fmt: skip


@dataclass
class Names:
    """What one module names: imports and uses, each as a whole dotted name with its line."""

    imports: list[tuple[str, int]] = field(default_factory=list)
    uses: list[tuple[str, ast.expr]] = field(default_factory=list)
    calls: dict[ast.expr, ast.Call] = field(default_factory=dict)  # by what is called
    of_types: set[ast.AST] = field(default_factory=set)  # what stands in annotations


def faults_of(module: str, source: str) -> list[str]:
    """Return what the source of `module` (its dotted name) does against the rules."""
    names = names_in(module, source)
    room = module.split(".")[1]
    found = [*everywhere(module, names)]
    if room in PURE_ROOMS and module not in {READS_TABLES, READS_WORDS}:
        found += in_a_pure_room(room, names)
    return [f"{module}:{line}: {fault}" for line, fault in sorted(set(found))]


def names_in(module: str, source: str) -> Names:
    """Return what `source` names; an alias of an import is followed, in whatever scope it is."""
    tree = ast.parse(source)
    names, aliases = Names(), dict[str, str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name, alias, means in imports_of(node, module):
                names.imports.append((name, node.lineno))
                aliases[alias] = means
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            names.calls[node.func] = node
        for each in annotations_of(node):
            names.of_types.update(ast.walk(each))
        if isinstance(node, ast.Name | ast.Attribute) and (dotted := dotted_name(node, aliases)):
            names.uses.append((dotted, node))
    return names


def imports_of(node: ast.Import | ast.ImportFrom, module: str) -> Iterator[tuple[str, str, str]]:
    """Yield what `node` imports: its whole name, the name that it is known by, what that means."""
    if isinstance(node, ast.Import):
        for each in node.names:
            first = each.name.split(".")[0]
            yield each.name, each.asname or first, each.name if each.asname else first
    else:
        above = module.split(".")[: -node.level] if node.level else []
        for each in node.names:
            name = ".".join([*above, *filter(None, [node.module]), each.name])
            yield name, each.asname or each.name, name


def annotations_of(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the types that stand at `node`."""
    for name in ("annotation", "returns"):
        if isinstance(each := getattr(node, name, None), ast.expr):
            yield each


def dotted_name(node: ast.expr, aliases: Mapping[str, str]) -> str | None:
    """Return the whole name of `a.b.c`, from where `a` was imported; None where `a` is a value."""
    if isinstance(node, ast.Name):
        return aliases.get(node.id, node.id)
    if isinstance(node, ast.Attribute) and (before := dotted_name(node.value, aliases)):
        return f"{before}.{node.attr}"
    return None


def is_within(name: str, listed: AbstractSet[str]) -> bool:
    """Return whether `name` or something that holds it is listed."""
    parts = name.split(".")
    return any(".".join(parts[:count]) in listed for count in range(1, len(parts) + 1))


def everywhere(module: str, names: Names) -> Iterator[tuple[int, str]]:
    """Yield what no room may do: import by name, read the clock, draw chance, call abroad."""
    named = [*names.imports, *((name, node.lineno) for name, node in names.uses)]
    for name, line in named:
        if name in DYNAMIC and module != IMPORTS_BY_NAME:
            yield line, f"{name}: only {IMPORTS_BY_NAME} imports by name"
        if name in CLOCKS and module != READS_THE_CLOCK:
            yield line, f"{name}: only {READS_THE_CLOCK} reads the clock"
        if is_within(name, NETWORK):
            yield line, f"{name}: the package does not speak to the network"
        if name.startswith("random.") and name.split(".")[1] != "Random":
            yield line, f"{name}: chance is an argument, a random.Random(seed)"
    for name, node in names.uses:
        if name == "random.Random" and node not in names.of_types and not is_seeded(node, names):
            yield node.lineno, "random.Random without a seed draws from the machine"


def is_seeded(node: ast.expr, names: Names) -> bool:
    """Return whether what stands at `node` is called with a first argument that is not None."""
    call = names.calls.get(node)
    first = (
        next(iter([*call.args, *(each.value for each in call.keywords)]), None) if call else None
    )
    return first is not None and not (isinstance(first, ast.Constant) and first.value is None)


def in_a_pure_room(room: str, names: Names) -> Iterator[tuple[int, str]]:
    """Yield what a module of the pure `room` reaches for that is not on its list."""
    allowed = {*PLAIN_PYTHON, *PURE_ROOMS[room], f"quizapp.{room}", "quizapp.errors"}
    for name, line in names.imports:
        if not is_within(name, allowed):
            yield line, f"{name} is not on the list of {room}, which is pure"
    for name, node in names.uses:
        if name in IMPURE_BUILTINS:
            yield node.lineno, f"{name} is not for {room}, which is pure"
        if name.startswith("quizapp.") and not is_within(name, allowed):
            yield node.lineno, f"{name} is not on the list of {room}, which is pure"
    for called, call in names.calls.items():
        if isinstance(called, ast.Attribute) and is_impure_method(called.attr, call):
            yield called.lineno, f".{called.attr}() is not for {room}, which is pure"


def is_impure_method(name: str, call: ast.Call) -> bool:
    """Return whether a method of this name reads files, the clock or the machine's time zone."""
    return name in IMPURE_METHODS or (name == "astimezone" and not (call.args or call.keywords))
