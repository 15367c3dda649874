"""Arithmetic over number cards: what `equals` says. Nothing is executed; only numbers come out.

The text is cut into words here, each number or card becomes a name, and `ast` reads what is left.
So cards may be called `cohort-size.answer`; a minus between two cards needs spaces around it.
"""

import ast
import operator
import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

_MAX_LENGTH = 300
_MAX_DECIMALS = 15
_PRECISION = 34
_TOKEN = re.compile(
    r"\s*(?:(?P<card>(?=[0-9.-]*[a-z])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*){1,2})"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<other>round\b|[-+*/(),]))\s*"
)
_OPERATIONS: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class FormulaError(ValueError):
    """A formula cannot be evaluated; the message says why, and `fix` what could be meant."""

    def __init__(self, reason: str, fix: str = "") -> None:
        super().__init__(reason)
        self.fix = fix


def evaluate(formula: str, value_of: Callable[[str], Decimal]) -> Decimal:
    """Return what `formula` gives.

    It may hold numbers, cards (`fact.card` or `table.row.column`, whose numbers `value_of`
    gives), + - * / and parentheses, and round(x) or round(x, decimals), which rounds a half away
    from zero.

    Raises:
        FormulaError: it is too long or no such formula, or it divides by zero; `value_of` may
            raise it, too.
    """
    if len(formula) > _MAX_LENGTH:
        raise FormulaError(f"it is longer than {_MAX_LENGTH} characters")
    operands: dict[str, Decimal] = {}
    source = _name_operands(formula, value_of, operands)
    try:
        tree = ast.parse(source, mode="eval").body
        with localcontext(Context(prec=_PRECISION)):
            return _evaluate_node(tree, operands)
    except ZeroDivisionError:
        raise FormulaError("it divides by zero") from None
    except (SyntaxError, ArithmeticError, RecursionError, MemoryError):
        raise FormulaError("it cannot be read as arithmetic") from None


def _name_operands(
    formula: str, value_of: Callable[[str], Decimal], operands: dict[str, Decimal]
) -> str:
    """Return `formula` with a name for each number and card, whose values go to `operands`."""
    parts: list[str] = []
    position = 0
    while position < len(formula):
        token = _TOKEN.match(formula, position)
        if token is None:
            raise FormulaError(f"it cannot be read from {formula[position : position + 20]!r} on")
        position = token.end()
        if token["other"]:
            parts.append(token["other"])
            continue
        name = f"_{len(operands)}"
        operands[name] = value_of(token["card"]) if token["card"] else Decimal(token["number"])
        parts.append(name)
    return " ".join(parts)


def _evaluate_node(node: ast.expr, operands: Mapping[str, Decimal]) -> Decimal:
    """Return what `node` gives."""
    match node:
        case ast.Name(id=name) if name in operands:
            return operands[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_evaluate_node(operand, operands)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
            return _OPERATIONS[type(op)](
                _evaluate_node(left, operands), _evaluate_node(right, operands)
            )
        case ast.Call(func=ast.Name(id="round"), args=[number]):
            return _round_half_up(_evaluate_node(number, operands), Decimal(0))
        case ast.Call(func=ast.Name(id="round"), args=[number, decimals]):
            return _round_half_up(
                _evaluate_node(number, operands), _evaluate_node(decimals, operands)
            )
    raise FormulaError("only + - * /, parentheses and round() are allowed")


def _round_half_up(number: Decimal, decimals: Decimal) -> Decimal:
    """Return `number` with so many `decimals`, a half rounded away from zero."""
    if decimals != decimals.to_integral_value() or not 0 <= decimals <= _MAX_DECIMALS:
        raise FormulaError(f"round() takes 0 to {_MAX_DECIMALS} decimals")
    return number.quantize(Decimal(1).scaleb(-int(decimals)), rounding=ROUND_HALF_UP)
